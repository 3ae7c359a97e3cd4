'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { lasts } from '@/lib/debates/rules/lasts'
import { KIND_NAMES, PHASE_KINDS, type PhaseKind } from '@/lib/debates/set-up/roles'
import type { DraftPhase } from './draft'

type Props = {
  phase: DraftPhase
  index: number
  name: string
  /** Nothing movable stands before it. */
  first: boolean
  last: boolean
  errors: Record<string, string>
  onChange: (part: Partial<DraftPhase>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One phase: name, kind and minutes on a line; who speaks and what is asked behind "Details". */
export function PhaseRow(props: Props) {
  const { phase, index, errors, onChange } = props
  const [open, setOpen] = useState(false)
  const error = (field: string) => errors[`phases.${index}.${field}`]
  const hidden =
    ['speakers', 'asks', 'who', 'purpose'].some((f) => error(f)) || (error('speakers.0') ?? '') !== ''
  const of = ` of phase ${index + 1}`
  return (
    <li className="grid gap-2 border-b border-rule py-3">
      <div className="grid items-start gap-x-2 gap-y-2 grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,1fr)_168px_92px_auto]">
        <Field
          label={<Words>Name{of}</Words>}
          value={phase.name}
          error={error('name')}
          disabled={phase.held}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <div className="max-md:order-last">
          <Select
            label={<Words>Kind{of}</Words>}
            value={phase.kind}
            error={error('kind')}
            disabled={phase.held}
            onChange={(event) => onChange({ kind: event.target.value as PhaseKind })}
          >
            {PHASE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_NAMES[kind]}
              </option>
            ))}
          </Select>
        </div>
        <Field
          label={<Words>Minutes{of}</Words>}
          type="number"
          min={1}
          value={Number.isFinite(phase.minutes) ? phase.minutes : ''}
          error={error('minutes')}
          hint={phase.minutes >= 60 ? lasts(phase.minutes) : undefined}
          disabled={phase.held}
          onChange={(event) => onChange({ minutes: event.target.valueAsNumber })}
        />
        <RowTools {...props} />
      </div>
      {phase.held ? (
        <p className="text-13 text-ink-3">This phase has been held, so it stays as it is.</p>
      ) : (
        <button
          type="button"
          aria-expanded={open || hidden}
          onClick={() => setOpen(!open)}
          className="justify-self-start min-h-6 pointer-coarse:min-h-11 text-13 text-ink-2 hover:text-ink cursor-pointer"
        >
          <span aria-hidden>{open || hidden ? '▾' : '▸'}</span> Who speaks, what is asked
          <span className="sr-only">{` in phase ${index + 1}`}</span>
          {open || hidden || !phase.who ? null : <span className="text-ink-3">{`: ${phase.who}`}</span>}
        </button>
      )}
      {(open || hidden) && !phase.held ? <Details {...props} error={error} /> : null}
    </li>
  )
}

/** A label that is seen on every row: rows are far apart on a phone. */
const Words = ({ children }: { children: [string, string] }) => (
  <>
    {children[0]}
    <span className="sr-only">{children[1]}</span>
  </>
)

function RowTools({ phase, index, first, last, onMove, onRemove }: Props) {
  const what = `phase ${index + 1}${phase.name ? `, ${phase.name}` : ''}`
  return (
    <div className="flex gap-1 pt-[26px] max-md:order-last">
      <Button
        look="quiet"
        data-move={`${phase.key}-up`}
        aria-label={`Move ${what} up`}
        disabled={phase.held || first}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        data-move={`${phase.key}-down`}
        aria-label={`Move ${what} down`}
        disabled={phase.held || last}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <Button look="quiet" aria-label={`Remove ${what}`} disabled={phase.held} onClick={onRemove}>
        ×
      </Button>
    </div>
  )
}

const tokens = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)

function Details({
  phase,
  index,
  onChange,
  error,
}: Props & { error: (field: string) => string | undefined }) {
  const [speakers, setSpeakers] = useState(phase.speakers.join(', '))
  const wrong = error('speakers') ?? phase.speakers.map((_, i) => error(`speakers.${i}`)).find(Boolean)
  const of = ` in phase ${index + 1}`
  return (
    <div className="grid gap-3 border-l border-rule-strong pl-3 sm:grid-cols-2">
      <Field
        label={<Words>Who, in words{of}</Words>}
        value={phase.who}
        error={error('who')}
        onChange={(event) => onChange({ who: event.target.value })}
      />
      <Field
        label={<Words>May speak{of}</Words>}
        hint="Places such as P1, O2; or FOR, AGAINST, JURORS, CHAIR, ALL."
        value={speakers}
        error={wrong}
        onChange={(event) => {
          setSpeakers(event.target.value)
          onChange({ speakers: tokens(event.target.value) })
        }}
      />
      <Field
        label={<Words>What happens{of}</Words>}
        value={phase.purpose}
        error={error('purpose')}
        onChange={(event) => onChange({ purpose: event.target.value })}
      />
      <Field
        label={<Words>What students’ screens ask{of}</Words>}
        hint="One sentence."
        value={phase.asks}
        error={error('asks')}
        onChange={(event) => onChange({ asks: event.target.value })}
      />
    </div>
  )
}
