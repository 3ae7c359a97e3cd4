'use client'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot } from './option'

const SCORES = [0, 1, 2, 3, 4, 5]

type Props = {
  options: PollOptionDto[]
  scores: Record<string, number>
  onChange: (scores: Record<string, number>) => void
}

/** A score for each option, by the browser's own radio buttons: a group each. */
export function ScoreChoice({ options, scores, onChange }: Props) {
  return (
    <div>
      <p className="mb-2 text-13 text-ink-3">
        5 is best, 0 is worst; several may have the same. What you leave out counts as 0.
      </p>
      <div className="border-t border-rule">
        {options.map((o) => (
          <fieldset
            key={o.code}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-2.5"
          >
            <legend className="sr-only">{o.label}</legend>
            <span aria-hidden className="flex min-w-0 flex-1 basis-56 items-baseline gap-2.5">
              <Dot hue={o.hue} />
              <span className="font-serif text-16 leading-snug">{o.label}</span>
            </span>
            <span className="flex gap-1">
              {SCORES.map((score) => (
                <Score
                  key={score}
                  name={o.code}
                  score={score}
                  chosen={scores[o.code] === score}
                  onChoose={() => onChange({ ...scores, [o.code]: score })}
                />
              ))}
            </span>
          </fieldset>
        ))}
      </div>
    </div>
  )
}

function Score(props: { name: string; score: number; chosen: boolean; onChoose: () => void }) {
  const { name, score, chosen, onChoose } = props
  return (
    <label className="num relative grid size-9 cursor-pointer place-items-center rounded-md border border-rule-strong text-14 pointer-coarse:size-11 hover:border-ink-3 has-checked:border-accent has-checked:bg-accent has-checked:font-semibold has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input
        type="radio"
        name={`score-${name}`}
        value={score}
        checked={chosen}
        onChange={onChoose}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      {score}
    </label>
  )
}
