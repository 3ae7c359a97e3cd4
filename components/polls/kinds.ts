import { METHOD_NAMES } from '@/lib/polls/rules/method-names'
import type { PollMethodName, Way } from '@/lib/polls/vocabulary'

/** What each kind of ballot asks of a voter, and what it is for. */
export const KINDS: Record<PollMethodName, { asks: string; use: string }> = {
  RANKED: {
    asks: 'rank the options, best first; ties allowed',
    use: 'Where there are several rivals: it shows who beats whom, and can be counted eight ways.',
  },
  PLURALITY: {
    asks: 'choose one option',
    use: 'For two sides and “undecided”; with more rivals the count says little about second choices.',
  },
  APPROVAL: {
    asks: 'approve of as many options as they like',
    use: 'For finding what most can live with, such as a date or a topic.',
  },
  SCORE: {
    asks: 'score each option from 0 to 5',
    use: 'Where it matters how much better one is than another; counted by score and by STAR.',
  },
  CREDENCE: {
    asks: 'share 100 points by how probable each option is',
    use: 'For beliefs: what the class thinks likely, and, once it is known, how well that was foreseen.',
  },
}

const POOLS = { linear: 'The mean of the points', log: 'The logarithmic pool' }

/** The name of a way of counting, as it is chosen. */
export const wayName = (way: Way): string =>
  way === 'linear' || way === 'log' ? POOLS[way] : METHOD_NAMES[way]
