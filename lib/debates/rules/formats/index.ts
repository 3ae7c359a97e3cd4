import type { Phase } from '../../set-up/schema'
import type { Seats } from '../seats'
import { FISHBOWL } from './fishbowl'
import type { Format } from './format'
import { OXFORD } from './oxford'
import { POPPER } from './popper'
import { WEEK } from './week'

export type { Format } from './format'
export const FORMATS: readonly Format[] = [OXFORD, POPPER, FISHBOWL, WEEK]

const TEAMS: [RegExp, RegExp] = [/^(P|A|PRO|AFF)\d+$/i, /^(O|N|CON|NEG)\d+$/i]

/** The places of speakers that the phases name, by side: P1, P2 … and A1 … speak for, O1 … and N1 … against. */
export function seatsOf(phases: readonly Pick<Phase, 'speakers'>[]): Seats {
  const named = [...new Set(phases.flatMap((p) => p.speakers))].sort()
  const [FOR, AGAINST] = TEAMS.map((team) => named.filter((label) => team.test(label)))
  return {
    FOR: FOR?.length ? FOR : ['P1', 'P2', 'P3'],
    AGAINST: AGAINST?.length ? AGAINST : ['O1', 'O2', 'O3'],
  }
}
