import type { PhaseKind } from '../../set-up/roles'
import type { Phase } from '../../set-up/schema'

/** A way to hold a debate. The form fills itself from it; everything can be changed there. */
export type Format = { name: string; about: string; rules: string; phases: Phase[] }

export const DAY = 1440
export const list = (...rules: string[]): string => rules.map((rule, i) => `${i + 1}. ${rule}`).join('\n')

type Made = [
  kind: PhaseKind,
  name: string,
  minutes: number,
  who: string,
  speakers: string[],
  purpose: string,
  asks: string,
]
export const phases = (...rows: Made[]): Phase[] =>
  rows.map(([kind, name, minutes, who, speakers, purpose, asks]) => ({
    ...{ kind, name, minutes, who, speakers, purpose, asks },
  }))
