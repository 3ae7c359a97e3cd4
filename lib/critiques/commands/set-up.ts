import 'server-only'
import { db, transaction } from '@/lib/db'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import { inZone } from '../rules/deadline'
import type { Level, NewAssignment, NewTemplate, SetAssignment } from '../schema'

type MadeTemplate = {
  id: string
  code: string
  fields: { id: string; code: string }[]
  /** In the order given. */
  criteria: { id: string; name: string }[]
}

/** From the highest level down, however they were given. */
function levelsOf({ levels, description }: NewTemplate['criteria'][number]): Level[] {
  if (levels.length === 0 && description) {
    const descriptor = description.charAt(0).toUpperCase() + description.slice(1)
    return [{ level: 4, name: 'Met in full', descriptor }]
  }
  return levels.toSorted((a, b) => b.level - a.level)
}

/** Adds a template to the course. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (the code is taken). */
export async function createTemplate(actor: Actor, input: NewTemplate): Promise<MadeTemplate> {
  const member = authoriseMember(actor, 'critique.manage', input.courseId)
  const { courseId, code, title, intro, wordLimit, example } = input
  return transaction(async (tx) => {
    const made = await tx.template.create({
      data: {
        ...{ courseId, code, title, intro, wordLimit, example },
        fields: { create: input.fields.map((field, i) => ({ ...field, position: i + 1 })) },
        criteria: {
          create: input.criteria.map((c, i) => ({
            ...{ name: c.name, weight: c.weight, position: i + 1 },
            levels: levelsOf(c),
          })),
        },
      },
      select: {
        id: true,
        code: true,
        fields: { orderBy: { position: 'asc' }, select: { id: true, code: true } },
        criteria: { orderBy: { position: 'asc' }, select: { id: true, name: true } },
      },
    })
    await recordEvent(tx, {
      ...{ courseId, type: 'course.changed', actorId: member.id, audience: 'STAFF', subjectId: made.id },
      payload: { template: code },
      at: actor.at,
    })
    return made
  })
}

/** Sets a critique for the course. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (the slug is taken). */
export async function createAssignment(
  actor: Actor,
  input: NewAssignment,
): Promise<{ id: string; slug: string }> {
  const { courseId, slug, title, brief, dueAt } = input
  const member = authoriseMember(actor, 'critique.manage', courseId)
  return transaction(async (tx) => {
    const { id } = await tx.assignment.create({
      data: { courseId, slug, title, brief, dueAt, createdAt: actor.at },
      select: { id: true },
    })
    await recordEvent(tx, {
      ...{ courseId, type: 'assignment.created', actorId: member.id, audience: 'EVERYONE', subjectId: id },
      payload: { title, slug },
      at: actor.at,
    })
    return { id, slug }
  })
}

const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '') || 'critique'

/** `createAssignment` from the form: finds a free slug, and reads the due time on the course's clocks. */
export async function setAssignment(
  actor: Actor,
  input: SetAssignment,
): Promise<{ id: string; slug: string }> {
  const { courseId, title, brief, due } = input
  authoriseMember(actor, 'critique.manage', courseId)
  const { timeZone } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  })
  const taken = await db.assignment.findMany({ where: { courseId }, select: { slug: true } })
  const base = slugOf(title)
  let slug = base
  for (let n = 2; taken.some((a) => a.slug === slug); n++) slug = `${base}-${n}`
  return createAssignment(actor, {
    ...{ courseId, slug, title, brief },
    dueAt: due ? inZone(due, timeZone) : null,
  })
}
