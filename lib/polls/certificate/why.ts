import { METHOD_NAMES } from '../rules/method-names'
import { figure, list, type Names, votes } from '../rules/sentence'
import type { Method } from '../rules/types'
import type { Part } from '../schema'
import { fractionValue } from './shares'
import type { Certificate, CertificateOf, Of } from './types'
import { whyChain, whyLocked } from './why-paths'
import { whyRounds } from './why-rounds'
import { whyStar } from './why-star'

type Teller<M extends Method> = (certificate: CertificateOf<M>, name: Names) => Part[][]

/** Why the winners of a count are its winners: a sentence or two each, in the certificate's own numbers. */
export function whyOf(certificate: Certificate, name: Names): Part[][] {
  const tell = TELLERS[certificate.method] as Teller<Method>
  return tell(certificate, name)
}

/** Who comes next, with a figure each. */
function next({ ranking }: Certificate, name: Names, show: (code: string) => string): Part[] {
  const [second = []] = ranking.slice(1)
  if (second.length === 0) return []
  const [first = ''] = second
  return [
    ' Next ',
    second.length > 1 ? 'come ' : 'comes ',
    ...list(second, name),
    ` with ${show(first)}${second.length > 1 ? ' each' : ''}.`,
  ]
}

/** "A has 9 points" or "A and B have 9 points each", and who comes next. */
const most =
  (name: Names, certificate: Certificate, what: (code: string) => string, show: (code: string) => string) =>
  (end: string): Part[] => {
    const { winners } = certificate
    const [first = ''] = winners
    const verb = winners.length > 1 ? ' have ' : ' has '
    return [
      ...list(winners, name),
      verb,
      what(first),
      winners.length > 1 ? ' each' : '',
      end,
      ...next(certificate, name, show),
    ]
  }

const TELLERS: { [M in Method]: Teller<M> } = {
  plurality: (c, name) => {
    const shown = (code: string) => votes(fractionValue(c.votes[code] ?? '0'), 'first choice')
    return [
      most(name, c, shown, (code) => figure(fractionValue(c.votes[code] ?? '0')))(
        `, of ${c.ballots} ballots.`,
      ),
    ]
  },
  approval: (c, name) => [
    most(
      name,
      c,
      (code) => votes(c.approvals[code] ?? 0, 'approval'),
      (code) => figure(c.approvals[code] ?? 0),
    )(`, on ${c.ballots} ballots.`),
  ],
  score: (c, name) => {
    const mean = (code: string) => figure((c.totals[code] ?? 0) / Math.max(1, c.ballots))
    const shown = (code: string) => `${votes(c.totals[code] ?? 0, 'point')}, a mean of ${mean(code)}`
    return [most(name, c, shown, (code) => `${c.totals[code] ?? 0}, a mean of ${mean(code)}`)('.')]
  },
  star: whyStar,
  borda: (c, name) => {
    const points = (code: string) => figure(fractionValue(c.points[code] ?? '0'))
    return [
      [
        'On each ballot an option gets a point for every other below it, and half a point for every other level with it.',
      ],
      most(name, c, (code) => `${points(code)} points`, points)(', the most.'),
    ]
  },
  irv: whyRounds,
  copeland: (c, name) => {
    const of = (code: string) => c.contests[code] ?? { won: 0, lost: 0, drawn: 0 }
    const lead = (code: string) => of(code).won - of(code).lost
    const [first = ''] = c.winners
    const { won, lost, drawn } = of(first)
    const verb = c.winners.length > 1 ? ' each win more contests than they lose' : ' wins'
    const record = `${figure(won)} of ${won + lost + drawn} contests one against one, loses ${lost} and draws ${drawn}`
    return [
      c.winners.length > 1
        ? [
            ...list(c.winners, name),
            `${verb}, by ${lead(first)}, and no rival does better.`,
            ...next(c, name, (code) => figure(lead(code))),
          ]
        : [
            ...list(c.winners, name),
            `${verb} ${record}: ${figure(lead(first))} more won than lost.`,
            ...next(c, name, (code) => figure(lead(code))),
          ],
    ]
  },
  minimax: (c, name) => {
    const [first = ''] = c.winners
    const { votes: against = 0, by = [] } = c.worst[first] ?? {}
    const winners = list(c.winners, name)
    const several = c.winners.length > 1
    const lost = `${several ? ' each lose' : ' loses'} no contest by more than ${votes(against)} against`
    const said: Part[] =
      against === 0
        ? ['No rival defeats ', ...winners, '.']
        : [
            ...winners,
            lost,
            ...(several ? [''] : [' it, to ', ...list(by, name)]),
            '; every other loses one by more.',
          ]
    return [[...said, ...next(c, name, (code) => `${votes(c.worst[code]?.votes ?? 0)} in its worst defeat`)]]
  },
  schulze: whyChain,
  'ranked-pairs': whyLocked,
  kemeny: (c, name) => [
    [
      `An order agrees with a ballot on two options when both put the same one first. The ballots state ${c.of} such preferences in all, and no order agrees with more than ${c.agreement} of them.`,
    ],
    ...c.best.map((order): Part[] => [
      c.best.length > 1 ? 'One that does is ' : 'The best order is ',
      ...order.flatMap((code, i): Part[] => [...(i > 0 ? [' > '] : []), { name: name(code) }]),
      '.',
    ]),
  ],
}

/** For tables: every option with a figure, in the order of the result. */
export const inOrder = <T>(certificate: Certificate, values: Of<T>): [string, T][] =>
  certificate.ranking.flat().map((code) => [code, values[code] as T])

export const titleOf = ({ method }: Certificate): string => METHOD_NAMES[method]
