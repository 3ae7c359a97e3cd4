'use client'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { lasts } from '@/lib/debates/rules/formats'
import type { Phase } from '@/lib/debates/schema'

const NEW: Phase = { name: '', minutes: 5, who: '', purpose: '' }

type Props = { phases: Phase[]; errors: Record<string, string>; onChange: (phases: Phase[]) => void }

/** The phases of a new debate, one line each. */
export function PhaseFields({ phases, errors, onChange }: Props) {
  const set = (at: number, part: Partial<Phase>) =>
    onChange(phases.map((phase, i) => (i === at ? { ...phase, ...part } : phase)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium text-13 text-ink-2">
        Phases
        {phases.length ? `, ${lasts(phases.reduce((sum, p) => sum + (p.minutes || 0), 0))} in all` : null}
      </legend>
      <ol className="grid gap-3">
        {phases.map((phase, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: phases are edited in place and have no other identity
            key={i}
            className="grid items-start gap-x-2 gap-y-2 border-b border-rule pb-3 grid-cols-[minmax(0,1fr)_84px_auto] sm:border-0 sm:pb-0 sm:grid-cols-[minmax(0,5fr)_84px_minmax(0,3fr)_auto]"
          >
            <Field
              label={<span className={i ? 'sr-only' : undefined}>Name{i ? ` of phase ${i + 1}` : ''}</span>}
              value={phase.name}
              error={errors[`phases.${i}.name`]}
              onChange={(event) => set(i, { name: event.target.value })}
            />
            <Field
              label={
                <span className={i ? 'sr-only' : undefined}>Minutes{i ? ` of phase ${i + 1}` : ''}</span>
              }
              type="number"
              min={1}
              value={Number.isFinite(phase.minutes) ? phase.minutes : ''}
              error={errors[`phases.${i}.minutes`]}
              onChange={(event) => set(i, { minutes: event.target.valueAsNumber })}
            />
            <div className="max-sm:order-last max-sm:col-span-3">
              <Field
                label={
                  <span className={i ? 'sm:sr-only' : undefined}>Who{i ? ` in phase ${i + 1}` : ''}</span>
                }
                value={phase.who}
                onChange={(event) => set(i, { who: event.target.value })}
              />
            </div>
            <Button
              look="quiet"
              className={i ? 'sm:self-end' : 'self-end'}
              aria-label={`Remove phase ${i + 1}${phase.name ? `, ${phase.name}` : ''}`}
              onClick={() => onChange(phases.filter((_, at) => at !== i))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => onChange([...phases, NEW])}>Add a phase</Button>
      </div>
    </fieldset>
  )
}
