import type { VoteValue } from '@/lib/polls/surveys/rules/grid'

export type Stance = { value: VoteValue; verb: string; past: string; key: string; arrow: string; ink: string }

/** From left to right, as the arrow keys lie. Indigo and persimmon are for and against, everywhere. */
export const STANCES: Stance[] = [
  { value: -1, verb: 'Disagree', past: 'You disagreed', key: 'd', arrow: 'ArrowLeft', ink: 'text-against' },
  { value: 0, verb: 'Pass', past: 'You passed', key: 'p', arrow: 'ArrowDown', ink: 'text-ink-2' },
  { value: 1, verb: 'Agree', past: 'You agreed', key: 'a', arrow: 'ArrowRight', ink: 'text-for' },
]

export const PARTS = [
  { key: 'agree', label: 'agree', hue: 'for' },
  { key: 'pass', label: 'pass', hue: 'undecided', faint: true },
  { key: 'disagree', label: 'disagree', hue: 'against' },
]
