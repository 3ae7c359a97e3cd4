import { checkedMatrix, need, same, sum, tiersBy } from './sums.mjs'

export function kemeny(certificate, options, ballots) {
  const matrix = checkedMatrix(certificate, options, ballots)
  need(options.length <= 16, 'Kemeny is checked for at most 16 options.')
  const { best, places, first } = bestRankings(options, matrix)
  same('of', certificate.of, sum(options.map((a) => sum(Object.values(matrix[a])))))
  same('agreement', certificate.agreement, best)
  const ranking = tiersBy(options, (o) => -places[options.indexOf(o)])
  same('best', certificate.best, ranking[0].map(first))
  return { ranking }
}

/**
 * Of all rankings, those that agree with the most ballots over all pairs. `over[set]` is the most that a ranking of the
 * set can agree with; every set is a number with a bit for each option.
 */
function bestRankings(options, matrix) {
  const all = 2 ** options.length - 1
  const inSet = (set, i) => (set & (1 << i)) !== 0
  const gain = (top, set) =>
    sum(options.map((b, i) => (i !== top && inSet(set, i) ? matrix[options[top]][b] : 0)))
  const over = [0]
  for (let set = 1; set <= all; set++) {
    over[set] = -1
    options.forEach((_, top) => {
      if (inSet(set, top)) over[set] = Math.max(over[set], over[set ^ (1 << top)] + gain(top, set))
    })
  }
  const tops = (set) =>
    options.flatMap((_, top) =>
      inSet(set, top) && over[set ^ (1 << top)] + gain(top, set) === over[set] ? [top] : [],
    )
  const places = options.map(() => options.length)
  let sets = new Set([all])
  for (let place = 0; place < options.length; place++) {
    const next = new Set()
    for (const set of sets)
      for (const top of tops(set)) {
        places[top] = Math.min(places[top], place)
        next.add(set ^ (1 << top))
      }
    sets = next
  }
  /** The best ranking with that option on top which is first by the order of the options. */
  const first = (top) => {
    const ranking = [top]
    for (let set = all ^ (1 << options.indexOf(top)); set > 0; ) {
      const [next] = tops(set)
      ranking.push(options[next])
      set ^= 1 << next
    }
    return ranking
  }
  return { best: over[all], places, first }
}
