import { PROOFS } from './checker/proofs.mjs'
import { countOf, Fault, need, same, sum } from './checker/sums.mjs'

/**
 * Checks a certificate of a count against the ballots. It stands alone with the folder beside it: no part is shared
 * with what counted, so that an error there is not repeated here. It runs in any browser and under any Node.js.
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
