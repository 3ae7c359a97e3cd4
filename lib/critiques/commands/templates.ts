import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember } from '@/lib/policy'
import { templateDto } from '../queries/shape'
import { nextCode } from '../rules/codes'
import type { ArchiveTemplate, Level, NewTemplate, SaveTemplate, TemplateDto } from '../schema'

type Content = Omit<NewTemplate, 'courseId' | 'code'>

const MADE = {
  id: true,
  code: true,
  fields: { orderBy: { position: 'asc' }, select: { id: true, code: true } },
  criteria: { orderBy: { position: 'asc' }, select: { id: true, name: true } },
} as const satisfies Prisma.TemplateSelect

/** Fields and criteria in the order given. */
type MadeTemplate = Prisma.TemplateGetPayload<{ select: typeof MADE }>

/** From the highest level down, however they were given. */
function levelsOf({ levels, description }: NewTemplate['criteria'][number]): Level[] {
  if (levels.length === 0 && description) {
    const descriptor = description.charAt(0).toUpperCase() + description.slice(1)
    return [{ level: 4, name: 'Met in full', descriptor }]
  }
  return levels.toSorted((a, b) => b.level - a.level)
}

const headOf = ({ title, intro, wordLimit, example }: Content) => ({
  ...{ title, intro, wordLimit },
  example: example ?? Prisma.DbNull,
})

const partsOf = (input: Content) => ({
  fields: { create: input.fields.map((field, i) => ({ ...field, position: i + 1 })) },
  criteria: {
    create: input.criteria.map((c, i) => ({
      ...{ name: c.name, weight: c.weight, position: i + 1 },
      levels: levelsOf(c),
    })),
  },
})

async function make(
  tx: Tx,
  actor: Actor,
  actorId: string,
  place: { courseId: string; code: string },
  input: Content,
): Promise<MadeTemplate> {
  const made = await tx.template.create({
    data: { ...place, ...headOf(input), ...partsOf(input) },
    select: MADE,
  })
  await recordEvent(tx, {
    ...{ courseId: place.courseId, type: 'template.created', actorId, audience: 'STAFF', subjectId: made.id },
    payload: { code: place.code, title: input.title },
    at: actor.at,
  })
  return made
}

/** Adds a template to the course. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (the code is taken). */
export async function createTemplate(actor: Actor, input: NewTemplate): Promise<MadeTemplate> {
  const { courseId, code, ...content } = input
  const member = authoriseMember(actor, 'critique.manage', courseId)
  return transaction((tx) => make(tx, actor, member.id, { courseId, code }, content))
}

/** The template, held against anybody who would begin a critique with it until the commit. */
async function lockTemplate(tx: Tx, courseId: string, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Template" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await tx.template.findFirst({
    where: { id, courseId },
    select: { code: true, _count: { select: { critiques: true, examples: true } } },
  })
  if (!found) throw new AppError('NOT_FOUND')
  return { code: found.code, inUse: found._count.critiques + found._count.examples > 0 }
}

async function codesIn(tx: Tx, courseId: string): Promise<string[]> {
  const rows = await tx.template.findMany({ where: { courseId }, select: { code: true } })
  return rows.map((r) => r.code)
}

/** The copy is offered wherever the template was, and the template nowhere any more: who writes with it goes on. */
async function replace(tx: Tx, at: Date, oldId: string, newId: string): Promise<void> {
  await tx.template.update({ where: { id: oldId }, data: { archivedAt: at }, select: { id: true } })
  const named = await tx.assignmentTemplate.findMany({ where: { templateId: oldId } })
  await tx.assignmentTemplate.createMany({
    data: named.map(({ assignmentId }) => ({ assignmentId, templateId: newId })),
  })
}

async function change(tx: Tx, actor: Actor, actorId: string, id: string, input: SaveTemplate) {
  const { courseId, id: _id, ...content } = input
  await tx.templateField.deleteMany({ where: { templateId: id } })
  await tx.rubricCriterion.deleteMany({ where: { templateId: id } })
  const data = { ...headOf(content), ...partsOf(content) }
  await tx.template.update({ where: { id }, data, select: { id: true } })
  await recordEvent(tx, {
    ...{ courseId, type: 'template.changed', actorId, audience: 'STAFF', subjectId: id },
    payload: { title: input.title },
    at: actor.at,
  })
}

/**
 * Saves what the editor shows. A template never changes under a writer: one that somebody has begun to write with stays as
 * it is, and a copy with the changes takes its place (`copied`). Errors: FORBIDDEN, NOT_FOUND.
 */
export async function saveTemplate(
  actor: Actor,
  input: SaveTemplate,
): Promise<{ id: string; copied: boolean }> {
  const { courseId, id, ...content } = input
  const member = authoriseMember(actor, 'critique.manage', courseId)
  return transaction(async (tx) => {
    if (!id) {
      const code = nextCode(await codesIn(tx, courseId))
      const made = await make(tx, actor, member.id, { courseId, code }, content)
      return { id: made.id, copied: false }
    }
    const template = await lockTemplate(tx, courseId, id)
    if (!template.inUse) {
      await change(tx, actor, member.id, id, input)
      return { id, copied: false }
    }
    const code = nextCode(await codesIn(tx, courseId), template.code)
    const made = await make(tx, actor, member.id, { courseId, code }, content)
    await replace(tx, actor.at, id, made.id)
    return { id: made.id, copied: true }
  })
}

/** The editor's content as members would see it. Stores nothing. Errors: FORBIDDEN, NOT_FOUND, INVALID. */
export async function previewTemplate(actor: Actor, input: SaveTemplate): Promise<TemplateDto> {
  const { courseId, id = '', ...content } = input
  authoriseMember(actor, 'critique.manage', courseId)
  const criteria = content.criteria.map((c, i) => ({
    ...{ id: String(i), name: c.name, weight: c.weight },
    levels: levelsOf(c),
  }))
  const fields = content.fields.map((field) => ({ ...field, id: field.code }))
  return templateDto({ ...content, id, code: '', fields, criteria, example: content.example ?? null })
}

/** Takes a template out of the choice, or brings it back. What is written with it stays. Twice is once. */
export async function archiveTemplate(
  actor: Actor,
  { id, archived }: ArchiveTemplate,
): Promise<{ id: string }> {
  const template = await db.template.findFirst({
    where: { id, courseId: { in: actor.memberships.map((m) => m.courseId) } },
    select: { courseId: true, title: true },
  })
  if (!template) throw new AppError('NOT_FOUND')
  const { courseId, title } = template
  const member = authoriseMember(actor, 'critique.manage', courseId)
  return transaction(async (tx) => {
    const { count } = await tx.template.updateMany({
      where: { id, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? actor.at : null },
    })
    if (count > 0)
      await recordEvent(tx, {
        ...{ courseId, type: 'template.changed', actorId: member.id, audience: 'STAFF', subjectId: id },
        payload: { title, archived },
        at: actor.at,
      })
    return { id }
  })
}
