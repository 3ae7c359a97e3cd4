import { chain, checkedMatrix, need, same, tiersUnder } from './sums.mjs'

/** No path can be made stronger by one more step, and each is as strong as it is said to be. */
export function schulze(certificate, options, ballots) {
  const matrix = checkedMatrix(certificate, options, ballots)
  const { paths } = certificate
  const defeat = (a, b) => (a !== b && matrix[a][b] > matrix[b][a] ? matrix[a][b] : 0)
  for (const a of options) {
    const others = options.filter((b) => b !== a)
    same(`paths from ${a}`, Object.keys(paths[a]).sort(), [...others].sort())
    for (const b of others) {
      const { strength, path } = paths[a][b]
      same(`path from ${a} to ${b}`, Object.keys(paths[a][b]).sort(), ['path', 'strength'])
      const shortest = strength > 0 ? chain(options, a, b, (x, y) => defeat(x, y) >= strength) : []
      same(`path from ${a} to ${b}`, path, shortest)
      const steps = path.slice(1).map((to, i) => defeat(path[i], to))
      same(`strength from ${a} to ${b}`, strength, steps.length > 0 ? Math.min(...steps) : 0)
      const onward = (via) => Math.min(via === a ? defeat(a, b) : paths[a][via].strength, defeat(via, b))
      for (const via of options)
        need(via === b || onward(via) <= strength, `A stronger path leads from ${a} to ${b} by ${via}.`)
    }
  }
  same('paths', Object.keys(paths).sort(), [...options].sort())
  return { ranking: tiersUnder(options, (a, b) => paths[a][b].strength > paths[b][a].strength) }
}

/** Every defeat is locked, or closes the cycle that is shown. */
export function rankedPairs(certificate, options, ballots) {
  const matrix = checkedMatrix(certificate, options, ballots)
  const defeats = options.flatMap((winner) =>
    options
      .filter((loser) => loser !== winner && matrix[winner][loser] > matrix[loser][winner])
      .map((loser) => ({ winner, loser, for: matrix[winner][loser], against: matrix[loser][winner] })),
  )
  const byName = (x, y) => (x < y ? -1 : x > y ? 1 : 0)
  const byStrength = (x, y) => y.for - x.for || x.against - y.against
  const order = (x, y) => byStrength(x, y) || byName(x.winner, y.winner) || byName(x.loser, y.loser)
  const locked = []
  const decided = []
  defeats.sort(order)
  while (decided.length < defeats.length) {
    const group = defeats.filter((d) => byStrength(d, defeats[decided.length]) === 0)
    const steps = [...locked, ...group]
    const follows = (a, b) => steps.some((d) => d.winner === a && d.loser === b)
    for (const d of group) {
      const cycle = chain(options, d.loser, d.winner, follows)
      decided.push({ ...d, locked: cycle === null, cycle: cycle ?? [] })
    }
    locked.push(...group.filter((_, i) => decided.at(i - group.length).locked))
  }
  same('defeats', certificate.defeats, decided)
  return { ranking: tiersUnder(options, (a, b) => locked.some((d) => d.winner === a && d.loser === b)) }
}
