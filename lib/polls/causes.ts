import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleClaims, visibleEvidence } from '@/lib/policy'
import type { Cause } from './schema'

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
          where: { AND: [{ id: { in: claimIds }, debateId, deletedAt: null }, visibleClaims(actor)] },
        })
      : 0,
    db.evidence.count({ where: { AND: [{ id: { in: evidenceIds }, courseId }, visibleEvidence(actor)] } }),
  ])
  if (claims + evidence === causes.length) return
  const sentence = 'Something that you name as what moved you is not there any more. Choose again.'
  throw new AppError('INVALID', sentence, { fields: { causes: sentence } })
}
