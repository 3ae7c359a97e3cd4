'use client'
import { Field, Select, TextArea } from '@/components/ui/field'
import { isWritten } from '@/lib/debates/rules/written'
import { SIDE_CHOICE_NAMES, SIDE_CHOICES, type SideChoice } from '@/lib/debates/set-up/roles'
import { Check } from './check'
import type { Draft } from './draft'
import { PhaseFields } from './phase-fields'

const CHOICE_HINTS: Record<SideChoice, string> = {
  ASSIGNED: 'You give places and sides on the debate’s page.',
  CHOSEN: 'Students take a side themselves, as long as the sides stay even, until the session begins.',
  LOT: 'You draw them from a seed that everybody sees, so that anybody can draw again and get the same.',
}

type Props = {
  draft: Draft
  errors: Record<string, string>
  change: (part: Partial<Draft>) => void
  timeZone: string
  begun?: boolean
}

/** What a debate is set up with, but for its motion and background. */
export function DebateFields({ draft, errors, change, timeZone, begun }: Props) {
  return (
    <>
      <PhaseFields phases={draft.phases} errors={errors} onChange={(phases) => change({ phases })} />
      {isWritten(draft.phases) ? (
        <Field
          label="Begins"
          type="datetime-local"
          hint={
            begun
              ? 'It has begun, so its beginning stays.'
              : `In the course’s time (${timeZone}). From then on each step moves to the next at its date, by itself. Leave it empty to begin it by hand.`
          }
          disabled={begun}
          value={draft.startsAt}
          error={errors.startsAt}
          onChange={(event) => change({ startsAt: event.target.value })}
        />
      ) : null}
      <Select
        label="Sides"
        hint={CHOICE_HINTS[draft.sideChoice]}
        value={draft.sideChoice}
        onChange={(event) => change({ sideChoice: event.target.value as SideChoice })}
      >
        {SIDE_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {SIDE_CHOICE_NAMES[choice]}
          </option>
        ))}
      </Select>
      <Check
        label="Votes also rank the explanations"
        hint="Beside the vote on the motion, everyone ranks the course’s explanations, before and after."
        on={draft.ranksExplanations}
        onChange={(ranksExplanations) => change({ ranksExplanations })}
      />
      <TextArea
        label="Rules"
        hint="Markdown."
        rows={5}
        value={draft.rules}
        error={errors.rules}
        onChange={(event) => change({ rules: event.target.value })}
      />
      <TextArea
        label="Note for the chair"
        hint="Only staff see it."
        className="min-h-[66px]"
        rows={2}
        value={draft.chairNote}
        error={errors.chairNote}
        onChange={(event) => change({ chairNote: event.target.value })}
      />
    </>
  )
}

/** The motion and what it is about. */
export function MotionFields({ draft, errors, change }: Pick<Props, 'draft' | 'errors' | 'change'>) {
  return (
    <>
      <TextArea
        label="Motion"
        hint="A sentence that can be answered with for or against: “This House believes that …”"
        rows={2}
        className="font-serif text-16 min-h-[70px]"
        value={draft.motion}
        error={errors.motion}
        onChange={(event) => change({ motion: event.target.value })}
      />
      <TextArea
        label="Background"
        hint="What the debate is about and what each side has to show. Markdown."
        className="min-h-[140px]"
        rows={6}
        value={draft.background}
        error={errors.background}
        onChange={(event) => change({ background: event.target.value })}
      />
    </>
  )
}
