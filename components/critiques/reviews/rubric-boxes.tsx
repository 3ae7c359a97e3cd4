'use client'
import type { ReactNode } from 'react'
import { levelsToGive } from '@/lib/critiques/rules/total'
import type { TemplateDto } from '@/lib/critiques/schema'

type Criterion = TemplateDto['criteria'][number]
type Props = {
  criterion: Criterion
  level?: number
  error?: string
  onLevel: (level: number) => void
  /** Under the levels: the comment. */
  children?: ReactNode
}

/** One criterion of a rubric: its levels to choose from, each with what it means. */
export function CriterionBox({ criterion, level, error, onLevel, children }: Props) {
  const { id, name, weight, levels } = criterion
  const wrong = error && level === undefined ? error : undefined
  return (
    <fieldset
      id={`criterion-${id}`}
      className="border-t border-rule pt-4 scroll-mt-24"
      aria-describedby={wrong ? `${id}-wrong` : undefined}
    >
      <legend className="float-left w-full font-medium">
        {name} <span className="num font-normal text-13 text-ink-3">weight {weight}</span>
      </legend>
      <div className="clear-both grid pt-1.5">
        {levelsToGive(criterion).map((n) => {
          const own = levels.find((l) => l.level === n)
          return (
            <label
              key={n}
              className="grid grid-cols-[auto_auto_1fr] items-baseline gap-x-2.5 py-1 pointer-coarse:py-2.5 cursor-pointer text-14"
            >
              <input
                type="radio"
                name={id}
                value={n}
                checked={level === n}
                onChange={() => onLevel(n)}
                className="accent-accent relative top-0.5"
              />
              <span className="num w-4 text-right">{n}</span>
              <span className="text-ink-2">
                {own ? (
                  <>
                    <span className="text-ink">{own.name}</span>
                    {own.descriptor ? `. ${own.descriptor}` : ''}
                  </>
                ) : null}
              </span>
            </label>
          )
        })}
      </div>
      {wrong ? (
        <p id={`${id}-wrong`} role="alert" className="mt-1 text-13 text-bad">
          {wrong}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
