/**
 * Checks a certificate of a count against the ballots. It stands alone: no part of it is shared with what counted,
 * so that an error there is not repeated here. It runs in any browser and under any Node.js.
 *
 * Plain sums (votes, points, the matrix) are counted again; what is hard to find is easy to check: a path is as strong
 * as its weakest step and no step makes another path stronger; a defeat is dropped only for a cycle that is shown; no
 * ranking of a set agrees with more ballots than the best of its parts allow. Every number and name in the certificate
 * is compared, so changing any one of them is found.
 *
 * A ballot is { ranking: [["A"], ["B", "C"]] } or { scores: { A: 5, B: 0 } }, with a `count` if there are several alike.
 */
export function check(certificate, ballots) {
  try {
    const { method, options } = head(certificate, ballots)
    const proof = PROOFS[method](certificate, options, ballots)
    same('ranking', certificate.ranking, proof.ranking)
    same('winners', certificate.winners, proof.ranking[0])
    return { ok: true }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.message }
    return { ok: false, fault: `The certificate cannot be read: ${error.message}` }
  }
}

class Fault extends Error {}

const need = (holds, sentence) => {
  if (!holds) throw new Fault(sentence)
}

/** Text that is the same for the same content, whatever the order of keys. */
const plain = (value) =>
  JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))
      : v,
  )
const same = (what, given, found) =>
  need(
    plain(given) === plain(found),
    `"${what}" is given as ${plain(given)} and comes out as ${plain(found)}.`,
  )

const FIELDS = ['format', 'method', 'options', 'ballots', 'winners', 'ranking']

function head(certificate, ballots) {
  const { format, method, options } = certificate
  need(format === 'colloquy-certificate/1', `The format "${format}" is not known.`)
  need(typeof method === 'string' && Object.hasOwn(PROOFS, method), `There is no method "${method}".`)
  const fields = [...FIELDS, ...CONTENT[method]].sort()
  same('fields', Object.keys(certificate).sort(), fields)
  need(Array.isArray(options) && options.length > 0, 'There are no options.')
  need(
    options.every((o) => typeof o === 'string'),
    'An option is not a name.',
  )
  need(new Set(options).size === options.length, 'An option is listed twice.')
  for (const ballot of ballots) readable(ballot, options)
  same('ballots', certificate.ballots, sum(ballots.map(countOf)))
  return { method, options }
}

function readable(ballot, options) {
  const named = [...(ballot.ranking ?? []).flat(), ...Object.keys(ballot.scores ?? {})]
  need(
    named.every((o) => options.includes(o)),
    'A ballot names something that is not an option.',
  )
  need(new Set(named).size === named.length, 'A ballot names an option twice.')
  need(
    Number.isSafeInteger(countOf(ballot)) && countOf(ballot) >= 0,
    'A ballot has a count that is no count.',
  )
}

const CONTENT = {
  plurality: ['votes'],
  approval: ['approvals'],
  score: ['totals'],
  star: ['matrix', 'totals', 'fives', 'finalists'],
  borda: ['matrix', 'points'],
  irv: ['rounds'],
  copeland: ['matrix', 'contests'],
  minimax: ['matrix', 'worst'],
  schulze: ['matrix', 'paths'],
  'ranked-pairs': ['matrix', 'defeats'],
  kemeny: ['matrix', 'agreement', 'of', 'best'],
}

const countOf = ({ count = 1 }) => count
const sum = (numbers) => numbers.reduce((total, n) => total + n, 0)
const record = (names, value) => Object.fromEntries(names.map((name) => [name, value(name)]))
const tiersOf = ({ ranking = [] }) => ranking.filter((tier) => tier.length > 0)
/** Options left out are level below the rest. */
const placeOn = (ballot, option) => {
  const place = tiersOf(ballot).findIndex((tier) => tier.includes(option))
  return place < 0 ? Number.POSITIVE_INFINITY : place
}
const scoreOn = ({ scores = {} }, option) => (Object.hasOwn(scores, option) ? scores[option] : 0)

const higherPlace = (ballot, a, b) => placeOn(ballot, a) < placeOn(ballot, b)
const higherScore = (ballot, a, b) => scoreOn(ballot, a) > scoreOn(ballot, b)
const matrixOf = (options, ballots, above = higherPlace) =>
  record(options, (a) =>
    record(
      options.filter((b) => b !== a),
      (b) => sum(ballots.filter((ballot) => above(ballot, a, b)).map(countOf)),
    ),
  )

const checkedMatrix = (certificate, options, ballots, above) => {
  const matrix = matrixOf(options, ballots, above)
  same('matrix', certificate.matrix, matrix)
  return matrix
}

/** Tiers of the options by a value each, the largest first; `order` compares two values. */
function tiersBy(options, value, order = (x, y) => (x < y ? -1 : x > y ? 1 : 0)) {
  const tiers = []
  for (const option of [...options].sort((a, b) => order(value(b), value(a)))) {
    const tier = tiers.at(-1)
    if (tier && order(value(tier[0]), value(option)) === 0) tier.push(option)
    else tiers.push([option])
  }
  return tiers.map((tier) => options.filter((o) => tier.includes(o)))
}

/** First those that nothing is above, then those that nothing left is above, and so on. */
function tiersUnder(options, above) {
  const tiers = []
  for (let left = options; left.length > 0; left = left.filter((o) => !tiers.at(-1).includes(o))) {
    const first = left.filter((a) => !left.some((b) => b !== a && above(b, a)))
    need(first.length > 0, 'The order runs in a circle.')
    tiers.push(first)
  }
  return tiers
}

const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b))
/** Exact: [numerator, denominator] in lowest terms. */
const fraction = (n, d) => [n / divisor(n, d), d / divisor(n, d)]
const plus = ([a, b], [c, d]) => fraction(a * d + c * b, b * d)
const compare = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0)
const written = ([n, d]) => (d === 1n ? `${n}` : `${n}/${d}`)

/** Each ballot's one vote, shared by the best of those standing that it ranks. */
function firstChoices(ballots, standing) {
  const votes = new Map(standing.map((o) => [o, [0n, 1n]]))
  for (const ballot of ballots) {
    const best = tiersOf(ballot)
      .map((tier) => tier.filter((o) => standing.includes(o)))
      .find((tier) => tier.length > 0)
    for (const o of best ?? [])
      votes.set(o, plus(votes.get(o), fraction(BigInt(countOf(ballot)), BigInt(best.length))))
  }
  return votes
}

/** The shortest chain from one to the other along `steps`, by the order of the options; null where there is none. */
function chain(options, from, to, steps) {
  const cameFrom = new Map([[from, null]])
  for (const at of cameFrom.keys())
    for (const next of options) if (!cameFrom.has(next) && steps(at, next)) cameFrom.set(next, at)
  if (!cameFrom.has(to)) return null
  const found = []
  for (let at = to; at !== null; at = cameFrom.get(at)) found.unshift(at)
  return found
}

function totalsOf(options, ballots, most) {
  const whole = (n) => Number.isSafeInteger(n) && n >= 0 && n <= most
  need(
    ballots.every((b) => Object.values(b.scores ?? {}).every(whole)),
    `A ballot has a score that is not a whole number from 0 to ${most}.`,
  )
  return record(options, (o) => sum(ballots.map((b) => scoreOn(b, o) * countOf(b))))
}

const PROOFS = {
  plurality(certificate, options, ballots) {
    const votes = firstChoices(ballots, options)
    same(
      'votes',
      certificate.votes,
      record(options, (o) => written(votes.get(o))),
    )
    return { ranking: tiersBy(options, (o) => votes.get(o), compare) }
  },

  approval(certificate, options, ballots) {
    const totals = totalsOf(options, ballots, 1)
    same('approvals', certificate.approvals, totals)
    return { ranking: tiersBy(options, (o) => totals[o]) }
  },

  score(certificate, options, ballots) {
    const totals = totalsOf(options, ballots, 5)
    same('totals', certificate.totals, totals)
    return { ranking: tiersBy(options, (o) => totals[o]) }
  },

  star(certificate, options, ballots) {
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
  },

  borda(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    const cast = sum(ballots.map(countOf))
    // A point for each option below, half a point for each that is level.
    const doubled = (a) => sum(options.filter((b) => b !== a).map((b) => cast + matrix[a][b] - matrix[b][a]))
    same(
      'points',
      certificate.points,
      record(options, (o) => written(fraction(BigInt(doubled(o)), 2n))),
    )
    return { ranking: tiersBy(options, doubled) }
  },

  irv(certificate, options, ballots) {
    const rounds = []
    const gone = []
    let standing = options
    while (standing.length > 1 || rounds.length === 0) {
      const votes = firstChoices(ballots, standing)
      const next = standing.length > 1 ? certainNext(ballots, standing) : null
      const out = next ? standing.filter((o) => !next.includes(o)) : []
      rounds.push({ votes: record(standing, (o) => written(votes.get(o))), out })
      if (!next) break
      gone.unshift(out)
      standing = next
    }
    same('rounds', certificate.rounds, rounds)
    return { ranking: [standing, ...gone] }
  },

  copeland(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    const leads = (a) => options.filter((b) => b !== a).map((b) => Math.sign(matrix[a][b] - matrix[b][a]))
    const number = (a, sign) => leads(a).filter((lead) => lead === sign).length
    const contests = record(options, (a) => ({ won: number(a, 1), lost: number(a, -1), drawn: number(a, 0) }))
    same('contests', certificate.contests, contests)
    return { ranking: tiersBy(options, (o) => contests[o].won - contests[o].lost) }
  },

  minimax(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    const worst = record(options, (a) => {
      const defeats = options.filter((b) => b !== a && matrix[b][a] > matrix[a][b])
      const votes = Math.max(0, ...defeats.map((b) => matrix[b][a]))
      return { votes, by: defeats.filter((b) => matrix[b][a] === votes) }
    })
    same('worst', certificate.worst, worst)
    return { ranking: tiersBy(options, (o) => -worst[o].votes) }
  },

  schulze(certificate, options, ballots) {
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
  },

  'ranked-pairs'(certificate, options, ballots) {
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
  },

  kemeny(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    need(options.length <= 16, 'Kemeny is checked for at most 16 options.')
    const { best, places, first } = bestRankings(options, matrix)
    same('of', certificate.of, sum(options.map((a) => sum(Object.values(matrix[a])))))
    same('agreement', certificate.agreement, best)
    const ranking = tiersBy(options, (o) => -places[options.indexOf(o)])
    same('best', certificate.best, ranking[0].map(first))
    return { ranking }
  },
}

/** The next options that stand whichever of the tied last go out first; null where the winner hangs on it. */
function certainNext(ballots, standing) {
  let ways = [standing]
  do {
    const next = new Map()
    for (const set of ways) {
      const votes = firstChoices(ballots, set)
      for (const last of tiersBy(set, (o) => votes.get(o), compare).at(-1)) {
        const left = set.filter((o) => o !== last)
        next.set(left.join('\n'), left)
      }
    }
    ways = [...next.values()]
  } while (ways.length > 1 && ways[0].length > 1)
  return ways.length === 1 ? ways[0] : null
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
