'use client'
import { Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { type Credence, credenceOf, even, hold, keyed, mostFor, moveTo } from '@/lib/polls/rules/credence'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot, hueOf } from './option'

type Props = {
  options: PollOptionDto[]
  scores: Record<string, number>
  onChange: (scores: Record<string, number>) => void
}

/** A hundred points by sliders: what one gains the others give, so that the sum is always 100. */
export function CredenceChoice({ options, scores, onChange }: Props) {
  const [state, setState] = useState(() => credenceOf(options.map((o) => scores[o.code] ?? 0)))
  const change = (next: Credence) => {
    setState(next)
    onChange(Object.fromEntries(options.map((o, i) => [o.code, next.points[i] ?? 0])))
  }
  return (
    <div>
      <p className="mb-3 text-13 text-ink-3" id="credence-how">
        Share 100 points by how probable you think each option is. What you give to one is taken from the
        others in proportion; hold those that should stay as they are.
      </p>
      <Division options={options} points={state.points} />
      <ul className="mt-3 border-t border-rule">
        {options.map((option, i) => (
          <Slider
            key={option.code}
            option={option}
            points={state.points[i] ?? 0}
            most={mostFor(state.points, state.held, i)}
            held={state.held[i] ?? false}
            onMove={(points) => change(moveTo(state, i, points))}
            onHold={() => change(hold(state, i))}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p className="num text-13 text-ink-2">
          Together {state.points.reduce((sum, n) => sum + n, 0)} of 100 points.
        </p>
        <Button onClick={() => change(credenceOf(even(options.length)))}>Share evenly</Button>
      </div>
    </div>
  )
}

/** The whole at a glance; the sliders say the same. */
function Division({ options, points }: { options: PollOptionDto[]; points: number[] }) {
  return (
    <div aria-hidden className="flex h-3 gap-px overflow-hidden rounded-full bg-sunk">
      {options.map((o, i) => (
        <span
          key={o.code}
          style={{ width: `${points[i] ?? 0}%`, background: hueOf(o.hue) }}
          className="h-full"
        />
      ))}
    </div>
  )
}

type SliderProps = {
  option: PollOptionDto
  points: number
  most: number
  held: boolean
  onMove: (points: number) => void
  onHold: () => void
}

function Slider({ option, points, most, held, onMove, onHold }: SliderProps) {
  const { label, hue } = option
  return (
    <li className="grid grid-cols-[1fr_auto_auto] items-center gap-x-3 border-b border-rule py-2 sm:grid-cols-[minmax(10rem,1fr)_minmax(12rem,1.4fr)_auto_auto]">
      <span className="flex min-w-0 items-baseline gap-2.5 max-sm:col-span-3">
        <Dot hue={hue} />
        <span className="font-serif text-16 leading-snug">{label}</span>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        value={points}
        aria-label={label}
        aria-describedby="credence-how"
        aria-valuetext={`${points} of 100 points${held ? ', held' : ''}`}
        onChange={(event) => onMove(Number(event.target.value))}
        onKeyDown={(event) => {
          const next = event.altKey || event.ctrlKey || event.metaKey ? null : keyed(event.key, points, most)
          if (next === null) return
          event.preventDefault()
          onMove(next)
        }}
        style={{ accentColor: hueOf(hue) }}
        className="h-8 w-full min-w-0 cursor-pointer pointer-coarse:h-11"
      />
      <Typed label={label} points={points} onMove={onMove} />
      <button
        type="button"
        aria-pressed={held}
        aria-label={`Hold ${label}`}
        title={held ? 'Held: let it move again' : 'Hold it as it is'}
        onClick={onHold}
        className={cx(
          'grid size-8 cursor-pointer place-items-center rounded-md hover:bg-sunk pointer-coarse:size-11',
          held ? 'bg-accent-soft text-accent' : 'text-ink-3',
        )}
      >
        {held ? <Lock size={16} aria-hidden /> : <LockOpen size={16} aria-hidden />}
      </button>
    </li>
  )
}

/** The same as a number; what is half typed is left alone until the field is left. */
function Typed({
  label,
  points,
  onMove,
}: {
  label: string
  points: number
  onMove: (points: number) => void
}) {
  const [typing, setTyping] = useState<string | null>(null)
  return (
    <input
      type="text"
      inputMode="numeric"
      aria-label={`Points for ${label}`}
      value={typing ?? String(points)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D/g, '').slice(0, 3)
        setTyping(digits)
        if (digits) onMove(Number(digits))
      }}
      onBlur={() => setTyping(null)}
      className="num h-8 w-14 rounded-md border border-rule-strong bg-surface text-center text-14 pointer-coarse:h-11 pointer-coarse:text-16"
    />
  )
}
