import { type Election, type Outcome, places, type Round } from './election'
import { type Count, countOf, nextCertain } from './elimination'
import { listed } from './words'

/**
 * Instant-runoff (Ware's method, the alternative vote): the option with the fewest votes goes out and its
 * ballots pass to their next choice, until one is left; a majority never loses, so counting past one changes
 * no winner.
 *
 * Ties for elimination are not broken: each way out is followed. A round is reported when every way leads
 * through it, so options that go out between two rounds in no certain order share a tier. When the ways end
 * with different winners, all who stand in the last such round win, and `tiedAt` says so.
 */
export function irv({ names, table }: Election): Outcome {
  const rounds: Round[] = []
  const out: number[][] = []
  let standing = places(names.length)
  for (;;) {
    const count = countOf(table, standing)
    if (standing.length > 1 || rounds.length === 0) rounds.push({ standing, votes: count.votes.shown })
    const next = standing.length === 1 ? null : nextCertain(table, count)
    if (next) {
      out.push(standing.filter((option) => !next.includes(option)))
      standing = next
      continue
    }
    const tiers = [standing, ...out.reverse()]
    return standing.length === 1
      ? { tiers, rounds }
      : { tiers, rounds, tiedAt: sentence(names, rounds.length, count) }
  }
}

function sentence(names: string[], round: number, { standing, votes, lowest }: Count): string {
  const each = Math.round(votes.shown[standing.indexOf(lowest[0]!)]! * 100) / 100
  const tied = listed(lowest.map((option) => names[option]!))
  return (
    `In round ${round}, ${tied} tie for elimination with ${each} ${each === 1 ? 'vote' : 'votes'} each, ` +
    'and the winner depends on which of them goes out.'
  )
}
