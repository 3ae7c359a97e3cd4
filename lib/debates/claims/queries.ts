import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { lastSeq } from '@/lib/events'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, isStaffRole, memberIn, visibleClaims, visibleDebates } from '@/lib/policy'
import { claimsOf, ownJudgements } from './read'
import type { ArgumentDto, ClaimHistory, ClaimVersion } from './schema'

/** The claims of a debate anew, for a page that is too far behind to be told what it missed. */
export async function argumentOf(actor: Actor, debateId: string): Promise<ArgumentDto> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id: debateId }, visibleDebates(actor)] },
    select: { courseId: true, course: { select: { slug: true } } },
  })
  const member = debate && memberIn(actor, debate.courseId)
  if (!debate || !member) throw new AppError('NOT_FOUND')
  // before the claims are read: they hold at least what has happened by then
  const seq = await lastSeq(debate.courseId)
  const reader = { courseSlug: debate.course.slug, staff: isStaffRole(member.role) }
  const [{ claims, merged }, own] = await Promise.all([
    claimsOf(debateId, reader),
    ownJudgements(debateId, member.id),
  ])
  return { seq, claims, merged, own }
}

const name = { select: { user: { select: { name: true } } } } as const

/** What a claim said and where it hung at each time, the newest first; and what was merged into it. */
export async function claimHistory(actor: Actor, id: string): Promise<ClaimHistory> {
  const claim = await db.claim.findFirst({
    where: { AND: [{ id }, visibleClaims(actor)] },
    include: {
      author: name,
      revisions: { orderBy: { number: 'asc' }, include: { by: name } },
      merged: { where: visibleClaims(actor), orderBy: { deletedAt: 'desc' }, include: { author: name } },
    },
  })
  if (!claim) throw new AppError('NOT_FOUND')
  const { revisions } = claim
  const states = [...revisions, claim].map(({ text, relation, parentId }) => ({ text, relation, parentId }))
  const numbers = await numbersOf(states.flatMap((s) => s.parentId ?? []))
  const versions = states.map((state, i): ClaimVersion => {
    const before = revisions[i - 1]
    return {
      text: state.text,
      relation: state.relation,
      parentNumber: state.parentId ? (numbers.get(state.parentId) ?? null) : null,
      by: (before?.by ?? claim.author).user.name,
      at: (before?.at ?? claim.createdAt).toISOString(),
    }
  })
  return {
    versions: versions.toReversed(),
    merged: claim.merged.map((m) => ({
      ...{ id: m.id, number: m.number, text: m.text, author: m.author.user.name },
      at: (m.deletedAt ?? m.createdAt).toISOString(),
    })),
    hidden: claim.hiddenAt && { html: renderMarkdown(claim.text), reason: claim.hiddenReason },
  }
}

async function numbersOf(ids: string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map()
  const { rows } = await pool().query<{ id: string; number: number }>(
    `SELECT "id", "number" FROM "Claim" WHERE "id" = ANY($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.number]))
}
