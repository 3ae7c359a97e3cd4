import { list, type Names, votes } from '../rules/sentence'
import type { Part } from '../schema'
import type { CertificateOf } from './types'

/** STAR: who meets in the runoff, and how it goes. */
export function whyStar(c: CertificateOf<'star'>, name: Names): Part[][] {
  const { certain, tied } = c.finalists
  const [a = '', b] = certain
  if (tied.length > 0) return [whyUnsettled(c, name)]
  if (b === undefined) return [[{ name: name(a) }, ' stands alone.']]
  const meet: Part[] = [
    'The two highest totals are those of ',
    { name: name(a) },
    ` (${c.totals[a]}) and `,
    { name: name(b) },
    ` (${c.totals[b]}), so these two meet in the runoff.`,
  ]
  return [meet, whyWon(c, c.winners[0] === b ? b : a, c.winners[0] === b ? a : b, name)]
}

function whyWon(c: CertificateOf<'star'>, a: string, b: string, name: Names): Part[] {
  const [more, less] = [c.matrix[a]?.[b] ?? 0, c.matrix[b]?.[a] ?? 0]
  const split: Part[] = [
    `${votes(more, 'ballot')} put${more === 1 ? 's' : ''} `,
    { name: name(a) },
    ' above ',
    { name: name(b) },
    `, ${less} the other way round`,
  ]
  if (more !== less) return [...split, '.']
  if (c.winners.length > 1) return [...split, ', and their totals and fives are level too: a tie.']
  const by = c.totals[a] !== c.totals[b] ? 'the higher total' : 'more fives'
  return [...split, '; ', { name: name(a) }, ` has ${by}, which decides.`]
}

const whyUnsettled = ({ finalists, winners }: CertificateOf<'star'>, name: Names): Part[] => [
  ...list(finalists.tied, name),
  ' are level on totals, contests and fives, so that nothing but a lot could say which of them goes into the runoff. ',
  ...list(winners, name),
  winners.length > 1 ? ' could each win, and are tied.' : ' wins whichever it is.',
]
