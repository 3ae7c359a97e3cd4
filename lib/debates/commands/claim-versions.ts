import 'server-only'
import type { Tx } from '@/lib/db'
import type { Relation } from '../rules/tree'

type Was = { id: string; text: string; relation: Relation; parentId: string | null }

/** Keeps what claims are before a change. One statement for all; the debate is held, so numbers do not clash. */
export async function keepVersions(tx: Tx, claims: readonly Was[], byId: string, at: Date): Promise<void> {
  if (!claims.length) return
  const ids = claims.map((c) => c.id)
  const last = await tx.claimRevision.groupBy({
    by: ['claimId'],
    where: { claimId: { in: ids } },
    _max: { number: true },
  })
  const numbers = new Map(last.map((row) => [row.claimId, row._max.number ?? 0]))
  await tx.claimRevision.createMany({
    data: claims.map(({ id, text, relation, parentId }) => ({
      ...{ claimId: id, number: (numbers.get(id) ?? 0) + 1, text, relation, parentId, byId, at },
    })),
  })
}
