'use client'
import { useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { judgeClaimAction } from '@/lib/debates/actions'
import { IMPACT_NAMES, IMPACTS, type Judgement } from '@/lib/debates/rules/judgements'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument } from './context'
import { ClassJudgements } from './distribution'
import { useActs } from './use-acts'

const NONE: Judgement = { impact: null, probability: null }
/** A slider that is being drawn along is sent where it comes to rest. */
const REST_MS = 500

/** One's own judgement of a claim: what is chosen is sent, the last choice wins. */
function useJudgement(id: string): [Judgement, (part: Partial<Judgement>) => void] {
  const { own, store } = useArgument()
  const { run } = useActs()
  const saved = own[id] ?? NONE
  const [draft, setDraft] = useState<Judgement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<(() => void) | null>(null)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      waiting.current?.()
    },
    [],
  )
  const change = (part: Partial<Judgement>) => {
    const next = { ...(draft ?? saved), ...part }
    setDraft(next)
    clearTimeout(timer.current)
    waiting.current = () => {
      waiting.current = null
      const none = next.impact === null && next.probability === null
      store.judge(id, none ? null : next)
      setDraft(null)
      void run(id, () => judgeClaimAction({ id, ...next }))
    }
    timer.current = setTimeout(() => waiting.current?.(), REST_MS)
  }
  return [draft ?? saved, change]
}

type Part = { code: string; value: number | null; onChange: (value: number | null) => void }

function Impact({ code, value, onChange }: Part) {
  return (
    <fieldset>
      <legend className="text-13 font-medium text-ink-2">How much it matters to what it speaks to</legend>
      <div className="mt-1.5 flex flex-wrap gap-1">
        {IMPACTS.map((impact) => (
          <label
            key={impact}
            className={cx(
              'inline-flex items-center gap-1.5 h-8 pointer-coarse:h-11 px-2.5 rounded-md border border-rule-strong bg-surface text-13 cursor-pointer',
              'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              className="accent-accent"
              name={`impact-${code}`}
              checked={value === impact}
              onChange={() => onChange(impact)}
            />
            <span className="num">{impact}</span>
            <span className="text-ink-3">{IMPACT_NAMES[impact]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const whole = (text: string): number | null => {
  const value = Number.parseInt(text, 10)
  return Number.isNaN(value) ? null : Math.min(100, Math.max(0, value))
}

function Probability({ code, value, onChange }: Part) {
  return (
    <fieldset>
      <legend className="text-13 font-medium text-ink-2">How probable it is that it is true</legend>
      <div className="mt-1.5 flex items-center gap-3">
        <input
          type="range"
          aria-label={`Probability that ${code} is true, in hundredths`}
          className={cx('w-full max-w-64 h-8 accent-accent cursor-pointer', value === null && 'opacity-50')}
          min={0}
          max={100}
          step={5}
          value={value ?? 50}
          onChange={(event) => onChange(whole(event.target.value))}
        />
        <span className="inline-flex items-center gap-1 text-13">
          <input
            type="number"
            inputMode="numeric"
            aria-label={`Probability that ${code} is true, exactly`}
            className="num w-16 h-8 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-2 text-14 pointer-coarse:text-16"
            min={0}
            max={100}
            placeholder="–"
            value={value ?? ''}
            onChange={(event) => onChange(whole(event.target.value))}
          />
          %
        </span>
      </div>
    </fieldset>
  )
}

/** Where one judges a claim, and sees what the class makes of it. */
export function Judge({ claim }: { claim: ClaimDto }) {
  const { viewer } = useArgument()
  const code = claimCode(claim.number)
  const [value, change] = useJudgement(claim.id)
  const given = value.impact !== null || value.probability !== null
  return (
    // biome-ignore lint/a11y/useSemanticElements: two fieldsets stand in it
    <div
      role="group"
      aria-label={`Judgements of ${code}`}
      onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      className="mt-3 grid gap-5 rounded-lg bg-sunk p-3 sm:p-4 max-w-[68ch] print:hidden"
    >
      {viewer.judge ? (
        <div className="grid gap-4">
          <Impact code={code} value={value.impact} onChange={(impact) => change({ impact })} />
          <Probability
            code={code}
            value={value.probability}
            onChange={(probability) => change({ probability })}
          />
          <p className="flex flex-wrap items-baseline gap-x-4 text-13 text-ink-3">
            {given ? 'This is your judgement. Others see only the class’s.' : 'You have not judged it yet.'}
            {given ? (
              <button
                type="button"
                className="underline underline-offset-2 text-ink-2 hover:text-ink cursor-pointer pointer-coarse:py-2"
                onClick={() => change(NONE)}
              >
                Take it back
              </button>
            ) : null}
          </p>
        </div>
      ) : null}
      <ClassJudgements claim={claim} />
    </div>
  )
}
