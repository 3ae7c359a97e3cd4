'use client'
import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { lasts } from '@/lib/debates/rules/lasts'
import { type DraftPhase, keyed } from './draft'
import { PhaseRow } from './phase-row'

const NEW = {
  ...{ name: '', minutes: 5, who: '', purpose: '', kind: 'DISCUSSION' as const, speakers: [], asks: '' },
}

type Props = {
  phases: DraftPhase[]
  errors: Record<string, string>
  onChange: (phases: DraftPhase[]) => void
}

const totals = (phases: DraftPhase[]): string => {
  const minutes = phases.reduce((sum, p) => sum + (Number.isFinite(p.minutes) ? p.minutes : 0), 0)
  return `${phases.length} ${phases.length === 1 ? 'phase' : 'phases'}, ${lasts(minutes)} in all`
}

/** The phases of a debate. They are changed, added, removed and moved, by mouse and by keyboard. */
export function PhaseFields({ phases, errors, onChange }: Props) {
  const id = useId()
  const [said, say] = useState('')
  const box = useRef<HTMLFieldSetElement>(null)
  const focus = (selector: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus())
  const set = (at: number, part: Partial<DraftPhase>) =>
    onChange(phases.map((phase, i) => (i === at ? { ...phase, ...part } : phase)))
  const move = (from: number, to: number) => {
    const phase = phases[from]
    if (!phase || to < 0 || to >= phases.length) return
    onChange(phases.toSpliced(from, 1).toSpliced(to, 0, phase))
    say(`${phase.name || 'The phase'} is now ${to + 1} of ${phases.length}.`)
    focus(
      `[data-move="${phase.key}-${to < from ? 'up' : 'down'}"]:not(:disabled), [data-move^="${phase.key}-"]:not(:disabled)`,
    )
  }
  const remove = (at: number) => {
    onChange(phases.filter((_, i) => i !== at))
    say(`${phases[at]?.name || 'The phase'} was removed.`)
    focus('[data-add]')
  }
  const held = phases.findLastIndex((p) => p.held) + 1
  return (
    <fieldset ref={box} className="grid gap-1">
      <legend className="mb-1 font-medium text-13 text-ink-2">Phases</legend>
      <p className="text-13 text-ink-3">
        {phases.length ? `${totals(phases)}.` : 'No phases: the argument alone, without a session.'}
      </p>
      <ol className="grid border-t border-rule">
        {phases.map((phase, i) => (
          <PhaseRow
            key={phase.key}
            phase={phase}
            index={i}
            name={`${id}-${phase.key}`}
            first={i <= held}
            last={i === phases.length - 1}
            errors={errors}
            onChange={(part) => set(i, part)}
            onMove={(by) => move(i, i + by)}
            onRemove={() => remove(i)}
          />
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <div className="mt-2">
        <Button data-add onClick={() => onChange([...phases, keyed(NEW)])}>
          Add a phase
        </Button>
      </div>
    </fieldset>
  )
}
