import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, may, memberIn, visibleCritiques } from '@/lib/policy'
import { compareParts, tallyOf } from '../rules/compare'
import type { ComparePage, SubmissionPart } from '../schema'
import { partsOf, SUBMISSIONS } from './shape'

type Version = ComparePage['versions'][number] & { parts: SubmissionPart[] }

const SELECT = {
  ...{ id: true, authorId: true },
  author: { select: { user: { select: { name: true } } } },
  assignment: { select: { slug: true, title: true } },
  template: {
    select: {
      fields: { orderBy: { position: 'asc' }, select: { id: true, code: true, title: true, kind: true } },
    },
  },
  answers: { select: { fieldId: true, text: true } },
  submissions: SUBMISSIONS,
} as const

async function find(actor: Actor, courseId: string, slug: string, id: string) {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const row = await db.critique.findFirst({
    where: { AND: [{ id, assignment: { courseId, slug } }, visibleCritiques(actor)] },
    select: SELECT,
  })
  const own = row?.authorId === memberIn(actor, courseId)?.id
  if (!row || !(own || may(actor, 'critique.manage', courseId))) throw new AppError('NOT_FOUND')
  return { row, own }
}
type Row = Awaited<ReturnType<typeof find>>['row']

/** The submissions, and to its author what it is now. What was withdrawn is the author's alone again. */
function versionsOf({ submissions, answers, template }: Row, own: boolean): Version[] {
  const shown = submissions.filter((s) => own || s.withdrawnAt === null)
  const versions = shown.map((s) => ({
    key: String(s.number),
    label: `Submission ${s.number}`,
    at: s.submittedAt.toISOString(),
    parts: partsOf(s),
  }))
  if (!own) return versions
  const texts = new Map(answers.map((a) => [a.fieldId, a.text]))
  const parts = template.fields.map(({ id, ...field }) => ({
    ...field,
    fieldId: id,
    text: texts.get(id) ?? '',
  }))
  return [...versions, { key: 'draft', label: 'The draft as it is now', at: null, parts }]
}

/** The last two submissions, unless others are asked for; the only one with itself. */
function pair(versions: Version[], from?: string, to?: string): [Version, Version] {
  const numbered = versions.filter((v) => v.at !== null)
  const later = to ?? (numbered.length > 1 ? numbered : versions).at(-1)?.key
  const at = versions.findIndex((v) => v.key === later)
  const earlier = from ?? (versions[at - 1] ?? versions[at])?.key
  const [a, b] = [versions.find((v) => v.key === earlier), versions[at]]
  if (!a || !b) throw new AppError('NOT_FOUND')
  return [a, b]
}

/** Two versions of a critique word by word: for its author and the staff. */
export async function comparePage(
  actor: Actor,
  courseId: string,
  at: { assignment: string; id: string; from?: string; to?: string },
): Promise<ComparePage> {
  const { row, own } = await find(actor, courseId, at.assignment, at.id)
  const versions = versionsOf(row, own)
  const [from, to] = pair(versions, at.from, at.to)
  const fields = compareParts(from.parts, to.parts)
  return {
    id: row.id,
    assignment: row.assignment,
    author: own ? null : row.author.user.name,
    versions: versions.map(({ parts: _, ...version }) => version),
    from: from.key,
    to: to.key,
    fields,
    tally: tallyOf(fields),
  }
}
