import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleClaims, visibleEvidence } from '@/lib/policy'
import { causeCounts } from './rules/moved-by'
import type { Cause, PollResult } from './schema'

const idsOf = (causes: Cause[], kind: Cause['kind']): string[] => [
  ...new Set(causes.filter((c) => c.kind === kind).map((c) => c.id)),
]

/** Refuses what is neither a claim of the poll's debate nor evidence of its course, and what is named twice. */
export async function requireCauses(
  actor: Actor,
  poll: { courseId: string; debateId: string | null },
  causes: Cause[],
): Promise<void> {
  if (causes.length === 0) return
  const [claimIds, evidenceIds] = [idsOf(causes, 'CLAIM'), idsOf(causes, 'EVIDENCE')]
  const { courseId, debateId } = poll
  const [claims, evidence] = await Promise.all([
    debateId
      ? db.claim.count({
          where: {
            AND: [{ id: { in: claimIds }, debateId, deletedAt: null, hiddenAt: null }, visibleClaims(actor)],
          },
        })
      : 0,
    db.evidence.count({ where: { AND: [{ id: { in: evidenceIds }, courseId }, visibleEvidence(actor)] } }),
  ])
  if (claims + evidence === causes.length) return
  const sentence = 'Something that you name as what moved you is not there any more. Choose again.'
  throw new AppError('INVALID', sentence, { fields: { causes: sentence } })
}

/** What the ballots of a closed poll name, counted from three on; what is not there any more is passed over. */
export async function causesIn(
  actor: Actor,
  poll: { id: string; debateId: string | null },
): Promise<PollResult['causes']> {
  const { rows } = await pool().query<{ causes: Cause[] }>({
    name: 'poll-causes',
    text: 'SELECT "causes" FROM "Ballot" WHERE "pollId" = $1',
    values: [poll.id],
  })
  const counts = causeCounts(
    rows.map((row) => row.causes),
    rows.length,
  )
  const labels = await labelsOf(actor, counts)
  return counts.flatMap((count) => {
    const known = labels.get(count.id)
    return known ? [{ ...count, ...known }] : []
  })
}

type Label = { label: string; href: string | null }

/** Words for causes, and where they stand below the course's address. */
async function labelsOf(actor: Actor, causes: Cause[]): Promise<Map<string, Label>> {
  if (causes.length === 0) return new Map()
  const [claims, evidence] = await Promise.all([
    db.claim.findMany({
      where: {
        AND: [{ id: { in: idsOf(causes, 'CLAIM') }, deletedAt: null, hiddenAt: null }, visibleClaims(actor)],
      },
      select: { id: true, number: true, text: true, debate: { select: { slug: true } } },
    }),
    db.evidence.findMany({
      where: { AND: [{ id: { in: idsOf(causes, 'EVIDENCE') } }, visibleEvidence(actor)] },
      select: { id: true, code: true, observation: true },
    }),
  ])
  return new Map<string, Label>([
    ...claims.map((c): [string, Label] => [
      c.id,
      { label: c.text, href: `/debates/${c.debate.slug}#C${String(c.number).padStart(2, '0')}` },
    ]),
    ...evidence.map((e): [string, Label] => [
      e.id,
      { label: `${e.code}: ${e.observation}`, href: `/explain/matrix#${e.code}` },
    ]),
  ])
}

/** What a voter of the poll may name: the claims of its debate, in their order, and the evidence of its course. */
export async function causesFor(
  actor: Actor,
  poll: { courseId: string; debateId: string | null },
): Promise<(Cause & { label: string })[]> {
  const { courseId, debateId } = poll
  if (!debateId) return []
  const [claims, evidence] = await Promise.all([
    db.claim.findMany({
      where: { AND: [{ debateId, deletedAt: null, hiddenAt: null }, visibleClaims(actor)] },
      orderBy: { number: 'asc' },
      select: { id: true, text: true },
    }),
    db.evidence.findMany({
      where: { AND: [{ courseId, benched: false }, visibleEvidence(actor)] },
      orderBy: { position: 'asc' },
      select: { id: true, code: true, observation: true },
    }),
  ])
  return [
    ...claims.map(({ id, text }) => ({ kind: 'CLAIM' as const, id, label: text })),
    ...evidence.map((e) => ({ kind: 'EVIDENCE' as const, id: e.id, label: `${e.code}: ${e.observation}` })),
  ]
}
