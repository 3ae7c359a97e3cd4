import type { DebateSettings, Phase } from '@/lib/debates/schema'
import type { SideChoice } from '@/lib/debates/set-up/roles'
import { inZone, onClocks } from '@/lib/time/zones'

/** A phase while it is edited. `key` is its identity on the page, whatever its place. */
export type DraftPhase = Phase & { key: string; id?: string; held?: boolean }

/** What the forms of a debate hold. */
export type Draft = {
  motion: string
  background: string
  formatName: string
  rules: string
  chairNote: string
  sideChoice: SideChoice
  ranksExplanations: boolean
  /** As a field for day and hour has it, in the course's zone; empty: somebody begins it. */
  startsAt: string
  phases: DraftPhase[]
}

let made = 0
export const keyed = (phase: Phase & { id?: string; held?: boolean }): DraftPhase => ({
  ...phase,
  key: phase.id ?? `new-${++made}-${Math.random().toString(36).slice(2)}`,
})

export const draftOf = (settings: DebateSettings, timeZone: string): Draft => ({
  motion: settings.motion,
  background: settings.background,
  formatName: settings.formatName,
  rules: settings.rules,
  chairNote: settings.chairNote,
  sideChoice: settings.sideChoice,
  ranksExplanations: settings.ranksExplanations,
  startsAt: settings.startsAt ? onClocks(new Date(settings.startsAt), timeZone) : '',
  phases: settings.phases.map(keyed),
})

/** As actions take it. */
export const sentDraft = ({ startsAt, phases, ...draft }: Draft, timeZone: string) => ({
  ...draft,
  startsAt: startsAt ? inZone(startsAt, timeZone) : null,
  phases: phases.map(({ key: _k, held: _h, ...phase }) => phase),
})
