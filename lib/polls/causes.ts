import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, visibleClaims, visibleEvidence } from '@/lib/policy'
import { causeCounts } from './rules/moved-by'
import type { Cause, PollResult } from './schema'

const idsOf = (causes: Cause[], kind: Cause['kind']): string[] => [
  ...new Set(causes.filter((c) => c.kind === kind).map((c) => c.id)),
]

type Asked = { courseId: string; debateId: string | null; options?: { explanation: unknown }[] }

/** Claims that a ballot may name: those of the poll's debate; on explanations, those of every debate of the course. */
function claimsFor(actor: Actor, { courseId, debateId, options = [] }: Asked): Prisma.ClaimWhereInput | null {
  const rivals = options.length > 0 && options.every((o) => o.explanation !== null)
  if (!debateId && !rivals) return null
  return {
    AND: [
      debateId ? { debateId } : { debate: { courseId } },
      { deletedAt: null, hiddenAt: null },
      visibleClaims(actor),
    ],
  }
}

/** Refuses what is neither a claim that the poll's ballots may name nor evidence of its course, and what is named twice. */
export async function requireCauses(actor: Actor, poll: Asked, causes: Cause[]): Promise<void> {
  if (causes.length === 0) return
  const [claimIds, evidenceIds] = [idsOf(causes, 'CLAIM'), idsOf(causes, 'EVIDENCE')]
  const { courseId } = poll
  const among = claimsFor(actor, poll)
  const [claims, evidence] = await Promise.all([
    among ? db.claim.count({ where: { AND: [{ id: { in: claimIds } }, among] } }) : 0,
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

/** Claims are offered in the browser, and searched there. */
const MOST_OFFERED = 500

/**
 * What a voter of the poll may name: claims, the newest debate's first, in their order, and the evidence of the course.
 * Votes on a motion ask for it; those on explanations from the second on, when there is something to have moved.
 */
export async function causesFor(
  actor: Actor,
  poll: Asked & { waveIndex?: number },
): Promise<(Cause & { label: string })[]> {
  const { courseId, debateId, waveIndex = 1 } = poll
  const among = claimsFor(actor, poll)
  if (!among || (!debateId && waveIndex < 2)) return []
  const [claims, evidence] = await Promise.all([
    db.claim.findMany({
      where: among,
      orderBy: [{ debate: { position: 'desc' } }, { number: 'asc' }],
      take: MOST_OFFERED,
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
