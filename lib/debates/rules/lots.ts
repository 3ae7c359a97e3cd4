import { seeded, shuffle } from '@/lib/random/seeded'
import { type Seats, type Side, seatLabel } from './seats'

export type Pool = {
  members: readonly { id: string; group: string | null }[]
  /** The places of speakers; beyond them places go on in the same manner. */
  seats: Seats
  /** Everybody gets a side; otherwise as many as there are places, and the rest are jurors. */
  everybody: boolean
  /** Each group is divided evenly too. */
  byGroup: boolean
}

export type Drawn = { id: string; side: Side | null; label: string; part: 'SPEAKER' | 'JUROR' }

const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The members in lists that are each in random order: one list for each group, or one for all. */
function shuffledLists({ members, byGroup }: Pool, random: () => number): string[][] {
  const lists = new Map<string, string[]>()
  for (const { id, group } of [...members].sort((a, b) => by(a.id, b.id))) {
    const key = byGroup ? (group ?? '') : ''
    lists.set(key, [...(lists.get(key) ?? []), id])
  }
  const ordered = [...lists].sort(([a], [b]) => by(a, b)).map(([, ids]) => shuffle(ids, random))
  return shuffle(ordered, random)
}

/** How many of each list get a side: one of each in turn, until the places are taken. */
function taken(lists: string[][], places: number): string[][] {
  const counts = lists.map(() => 0)
  for (let left = places; left > 0; ) {
    const before = left
    for (const [i, list] of lists.entries())
      if (left > 0 && counts[i]! < list.length) {
        counts[i]! += 1
        left -= 1
      }
    if (left === before) break
  }
  return lists.map((list, i) => list.slice(0, counts[i]))
}

const SIDES = ['FOR', 'AGAINST'] as const

/**
 * Draws sides by lot. The sides differ by one at most, over all and, by group, in every group; who speaks is spread
 * over the groups. The same members, places and seed give the same draw, in whatever order the members come. A
 * RangeError where a member comes twice.
 */
export function drawLots(pool: Pool, seed: string): Drawn[] {
  const ids = pool.members.map((m) => m.id)
  if (new Set(ids).size < ids.length) throw new RangeError('A member is in the lot twice.')
  const random = seeded(seed)
  const lists = shuffledLists(pool, random)
  const places = pool.everybody ? ids.length : pool.seats.FOR.length + pool.seats.AGAINST.length
  const first = random() < 0.5 ? 0 : 1
  // taken in turn, list after list: no stretch of the row can have two more of one side
  const sided = taken(lists, places).flat()
  const teams = { FOR: [] as string[], AGAINST: [] as string[] }
  for (const [i, id] of sided.entries()) teams[SIDES[(i + first) % 2]!].push(id)
  const speakers = SIDES.flatMap((side) =>
    shuffle(teams[side], random).map(
      (id, n): Drawn => ({
        id,
        side,
        label: seatLabel(pool.seats[side], n, side === 'FOR' ? 'P' : 'O'),
        part: 'SPEAKER',
      }),
    ),
  )
  const speaking = new Set(sided)
  const jurors = [...ids].sort(by).filter((id) => !speaking.has(id))
  return [...speakers, ...jurors.map((id): Drawn => ({ id, side: null, label: 'juror', part: 'JUROR' }))]
}
