import {
  checkedMatrix,
  countOf,
  higherScore,
  record,
  same,
  scoreOn,
  sum,
  tiersBy,
  totalsOf,
} from './sums.mjs'

/** STAR: the sums, who meets, and who wins. */
export function star(certificate, options, ballots) {
  const matrix = checkedMatrix(certificate, options, ballots, higherScore)
  const totals = totalsOf(options, ballots, 5)
  const fives = record(options, (o) => sum(ballots.filter((b) => scoreOn(b, o) === 5).map(countOf)))
  same('totals', certificate.totals, totals)
  same('fives', certificate.fives, fives)
  const standing = { options, matrix, totals, fives }
  const { certain, tied, open } = finalists(standing)
  same('finalists', certificate.finalists, { certain, tied, open })
  const pairs = waysToChoose(tied, open).map((chosen) => [...certain, ...chosen])
  const won = pairs.flatMap((pair) => runoff(standing, pair))
  const winners = options.filter((o) => won.includes(o))
  const met = options.filter((o) => [...certain, ...tied].includes(o))
  const others = met.filter((o) => !winners.includes(o))
  const rest = tiersBy(options, (o) => totals[o]).map((tier) => tier.filter((o) => !met.includes(o)))
  return { ranking: [winners, others, ...rest].filter((tier) => tier.length > 0) }
}

/** Who meets in STAR's runoff: by totals, ties at the last place settled as far as the protocol goes. */
function finalists(standing) {
  const { options, totals } = standing
  const certain = []
  for (const tier of tiersBy(options, (o) => totals[o])) {
    const open = 2 - certain.length
    if (open === 0) break
    const settled = settle(standing, tier, open)
    certain.push(...settled.certain)
    if (settled.tied.length > 0)
      return { certain: inOrder(options, certain), tied: settled.tied, open: 2 - certain.length }
  }
  return { certain: inOrder(options, certain), tied: [], open: 0 }
}

const inOrder = (options, some) => options.filter((o) => some.includes(o))

/**
 * The official tiebreaker protocol (starvoting.org/ties) without its lot: who lost the most contests among the tied is
 * out; where that moves nothing, the most fives go in, or else the fewest go out.
 */
function settle({ matrix, fives }, tier, places) {
  const certain = []
  let tied = tier
  const open = () => places - certain.length
  const without = (group) => tied.filter((o) => !group.includes(o))
  const admit = (group) => {
    certain.push(...group)
    tied = without(group)
  }
  while (open() > 0 && tied.length > open()) {
    const among = tied
    const lost = (a) => among.filter((b) => b !== a && matrix[b][a] > matrix[a][b]).length
    const byContests = tiersBy(tied, (o) => -lost(o))
    const byFives = tiersBy(tied, (o) => fives[o])
    const last = (byContests.length > 1 ? byContests : byFives).at(-1)
    if (byContests.length > 1 && without(last).length < open()) admit(without(last))
    else if (byContests.length > 1) tied = without(last)
    else if (byFives.length === 1) return { certain, tied }
    else if (byFives[0].length > open()) tied = without(last)
    else {
      admit(byFives[0])
      if (byFives.length > 2) tied = without(last)
    }
  }
  if (open() > 0) admit(tied)
  return { certain, tied: [] }
}

const waysToChoose = (from, many) =>
  many === 0
    ? [[]]
    : from.flatMap((first, i) => waysToChoose(from.slice(i + 1), many - 1).map((rest) => [first, ...rest]))

/** More ballots, then the higher total, then more fives; else both. */
function runoff({ matrix, totals, fives }, [a, b]) {
  if (b === undefined) return [a]
  const lead = matrix[a][b] - matrix[b][a] || totals[a] - totals[b] || fives[a] - fives[b]
  return lead === 0 ? [a, b] : [lead > 0 ? a : b]
}
