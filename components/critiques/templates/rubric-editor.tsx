'use client'
import { Button } from '@/components/ui/button'
import { Field, Select, TextArea } from '@/components/ui/field'
import type { FieldErrors } from '@/lib/errors'
import { type Criterion, type Edited, moved, newCriterion, sumOf, withLevels } from './draft'
import { ItemTools, onMoveKey } from './item-tools'

type Props = { edited: Edited; errors: FieldErrors; change: (part: Partial<Edited>) => void }

function Levels({ edited, errors, change }: Props) {
  const { levels } = edited
  const rename = (i: number, name: string) => change({ levels: levels.map((l, at) => (at === i ? name : l)) })
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Select
        label="How many levels"
        value={levels.length}
        onChange={(event) => change(withLevels(edited, Number(event.target.value)))}
      >
        {[2, 3, 4, 5, 6].map((n) => (
          <option key={n}>{n}</option>
        ))}
      </Select>
      {levels.map((name, i) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          key={i}
          label={`Name of level ${levels.length - i}${i === 0 ? ', the highest' : ''}`}
          value={name}
          error={errors[`criteria.0.levels.${i}.name`]}
          onChange={(event) => rename(i, event.target.value)}
        />
      ))}
    </div>
  )
}

function OneCriterion(props: {
  of: Criterion
  levels: string[]
  error: (name: string) => string | undefined
  change: (part: Partial<Criterion>) => void
}) {
  const { of, levels, error, change } = props
  const describe = (i: number, text: string) =>
    change({ descriptors: levels.map((_, at) => (at === i ? text : (of.descriptors[at] ?? ''))) })
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 grid-cols-[1fr_6rem]">
        <Field
          label="Criterion"
          value={of.name}
          error={error('name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Field
          label="Weight"
          inputMode="numeric"
          value={of.weight}
          error={error('weight')}
          onChange={(event) => change({ weight: event.target.value })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {levels.map((name, i) => (
          <TextArea
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            key={i}
            label={`${levels.length - i}: ${name || 'no name yet'}`}
            rows={2}
            value={of.descriptors[i] ?? ''}
            onChange={(event) => describe(i, event.target.value)}
          />
        ))}
      </div>
    </div>
  )
}

/** Criteria by levels: what each level of each criterion asks, and what it weighs. */
export function RubricEditor({ edited, errors, change }: Props) {
  const { criteria, levels } = edited
  const set = (next: Criterion[]) => change({ criteria: next })
  return (
    <>
      {criteria.length > 0 ? <Levels edited={edited} errors={errors} change={change} /> : null}
      <ol className="grid mt-5">
        {criteria.map((c, i) => {
          const what = `criterion ${c.name || i + 1}`
          const move = (by: number) => set(moved(criteria, i, i + by))
          return (
            <li key={c.key} className="border-t border-rule py-5" onKeyDown={onMoveKey(move)}>
              <div className="mb-2 flex items-center justify-between gap-3">
                <span className="num text-13 text-ink-3">{i + 1}</span>
                <ItemTools
                  {...{ what, first: i === 0, last: i === criteria.length - 1 }}
                  onMove={move}
                  onRemove={() => set(criteria.filter((other) => other !== c))}
                />
              </div>
              <OneCriterion
                of={c}
                levels={levels}
                error={(name) => errors[`criteria.${i}.${name}`]}
                change={(part) => set(criteria.map((other) => (other === c ? { ...c, ...part } : other)))}
              />
            </li>
          )
        })}
      </ol>
      <div className="border-t border-rule pt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button onClick={() => set([...criteria, newCriterion(levels.length)])}>Add a criterion</Button>
        {criteria.length > 0 ? (
          <p className="num text-13 text-ink-2" aria-live="polite">
            The weights add up to {sumOf(criteria)}: the most that can be earned.
          </p>
        ) : (
          <p className="text-13 text-ink-3">Without criteria it is read by comment alone.</p>
        )}
      </div>
    </>
  )
}
