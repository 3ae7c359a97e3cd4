import { list, type Names, votes } from '../rules/sentence'
import type { Part } from '../schema'
import type { CertificateOf } from './types'

const arrows = (codes: string[], name: Names): Part[] =>
  codes.flatMap((code, i): Part[] => [...(i > 0 ? [' > '] : []), { name: name(code) }])

/** Schulze: why no rival is above the winner, rival by rival where it is not plain. */
export function whyChain(c: CertificateOf<'schulze'>, name: Names): Part[][] {
  const { winners, options, matrix } = c
  if (winners.length > 1)
    return [
      [
        'Between ',
        ...list(winners, name),
        ' the strongest paths of majorities are equally strong in both directions, and no rival has a stronger path to any of them.',
      ],
    ]
  const [winner = ''] = winners
  const rivals = options.filter((o) => o !== winner)
  const over = (a: string, b: string) => matrix[a]?.[b] ?? 0
  const lost = rivals.filter((r) => over(r, winner) >= over(winner, r))
  const opening: Part[] =
    lost.length === 0
      ? [
          ...list([winner], name),
          ' beats every rival one against one, so no chain of majorities leads from any rival to it.',
        ]
      : [
          ...list([winner], name),
          ' has a stronger path of majorities to every rival than any rival has back.',
        ]
  return [opening, ...lost.map((rival) => whyAbove(c, winner, rival, name))]
}

function whyAbove(c: CertificateOf<'schulze'>, winner: string, rival: string, name: Names): Part[] {
  const there = c.paths[winner]?.[rival] ?? { strength: 0, path: [] }
  const back = c.paths[rival]?.[winner] ?? { strength: 0, path: [] }
  const direct = `${c.matrix[rival]?.[winner] ?? 0} to ${c.matrix[winner]?.[rival] ?? 0}`
  const even = c.matrix[rival]?.[winner] === c.matrix[winner]?.[rival]
  return [
    { name: name(rival) },
    even ? ` is level with it, ${direct}` : ` beats it, ${direct}`,
    ', but the path ',
    ...arrows(there.path, name),
    ` is as strong as ${votes(there.strength)}, and `,
    ...(back.strength > 0
      ? ['the strongest back, ', ...arrows(back.path, name), `, only ${back.strength}.`]
      : ['no path leads back.']),
  ]
}

/** Ranked pairs: what was dropped, and that nothing locked stands above the winner. */
export function whyLocked(c: CertificateOf<'ranked-pairs'>, name: Names): Part[][] {
  const dropped = c.defeats.filter((d) => !d.locked)
  const kept = c.defeats.length - dropped.length
  const all = dropped.length === 0
  if (c.defeats.length === 0) return [['No option defeats another one against one: all are level.']]
  return [
    [
      all
        ? `All ${c.defeats.length} defeats are locked, the strongest first: none closes a circle.`
        : `Of ${c.defeats.length} defeats, the strongest first, ${kept} are locked.`,
      ' No locked defeat is one of ',
      ...list(c.winners, name),
      '.',
    ],
    ...dropped.map((d): Part[] => [
      { name: name(d.winner) },
      ' over ',
      { name: name(d.loser) },
      `, ${d.for} to ${d.against}, is dropped: it would close the circle `,
      ...arrows([...d.cycle, d.loser], name),
      '.',
    ]),
  ]
}
