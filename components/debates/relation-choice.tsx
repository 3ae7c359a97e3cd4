import { cx } from '@/components/ui/cx'
import type { Relation } from '@/lib/debates/rules/tree'

const SIDES: [Relation, string, string][] = [
  ['SUPPORTS', 'For', 'has-checked:bg-for-soft has-checked:border-for accent-for'],
  ['OPPOSES', 'Against', 'has-checked:bg-against-soft has-checked:border-against accent-against'],
  ['UNDERCUTS', 'Undercuts', 'has-checked:bg-against-soft has-checked:border-against accent-against'],
]

/** Nothing steps from the motion, so nothing undercuts it. */
export const MOTION = 'the motion'
const sidesFor = (target: string) => (target === MOTION ? SIDES.slice(0, 2) : SIDES)

/** For or against what it speaks to. */
export function RelationChoice(props: {
  target: string
  value: Relation
  onChange: (value: Relation) => void
}) {
  return (
    <fieldset>
      <legend className="sr-only">Which way it points</legend>
      <div className="flex flex-wrap gap-1.5">
        {sidesFor(props.target).map(([value, label, look]) => (
          <label
            key={value}
            className={cx(
              'inline-flex items-center gap-2 h-8 pointer-coarse:h-11 px-3 rounded-md border border-rule-strong text-13 text-ink-2 has-checked:text-ink cursor-pointer',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              look,
            )}
          >
            <input
              type="radio"
              name="relation"
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            {label} {props.target}
          </label>
        ))}
      </div>
      {props.value === 'UNDERCUTS' ? (
        <p className="mt-1.5 text-13 text-ink-3">
          An undercut leaves {props.target} standing and denies that it helps what it speaks to.
        </p>
      ) : null}
    </fieldset>
  )
}
