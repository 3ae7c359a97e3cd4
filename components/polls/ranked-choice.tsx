'use client'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot } from './option'
import { add, move, numbers, type Place, remove, toggleLevel } from './ranking'

type Act = 'up' | 'down' | 'level' | 'remove' | 'add'

/** A small square button that keeps the focus even where it can do nothing for now. */
function Tool({ off, ...props }: ComponentProps<'button'> & { off?: boolean }) {
  return (
    <button
      type="button"
      {...props}
      aria-disabled={off || undefined}
      onClick={off ? undefined : props.onClick}
      className={cx(
        'grid size-8 pointer-coarse:size-11 cursor-pointer place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink',
        off && 'cursor-default opacity-35',
      )}
    />
  )
}

/**
 * A ranked ballot by buttons alone, so that keyboard, touch and screen reader do the same. It starts empty: no order
 * is suggested. Every step is said aloud, and the focus goes along with what moved.
 */
export function RankedChoice({
  options,
  places,
  onChange,
}: {
  options: PollOptionDto[]
  places: Place[]
  onChange: (places: Place[]) => void
}) {
  const [said, setSaid] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const focus = useRef<string>(null)
  useLayoutEffect(() => {
    if (focus.current) root.current?.querySelector<HTMLElement>(`[data-tool="${focus.current}"]`)?.focus()
    focus.current = null
  })
  const labelOf = (code: string) => options.find((o) => o.code === code)?.label ?? code
  const act = (code: string, next: Place[], then: Act) => {
    const at = next.findIndex((p) => p.code === code)
    focus.current = `${then}-${code}`
    setSaid(
      at < 0
        ? `${labelOf(code)} is not ranked.`
        : `${labelOf(code)} has rank ${numbers(next)[at]}, ${next.length} of ${options.length} ranked.`,
    )
    onChange(next)
  }
  const left = options.filter((o) => !places.some((p) => p.code === o.code))
  return (
    <div ref={root}>
      <p className="sr-only" role="status">
        {said}
      </p>
      {places.length > 0 ? (
        <ol aria-label="Your order, best first" className="border-t border-rule">
          {places.map((place, i) => (
            <Ranked
              key={place.code}
              option={options.find((o) => o.code === place.code)}
              number={numbers(places)[i] ?? i + 1}
              level={place.level}
            >
              {i > 0 ? (
                <button
                  type="button"
                  data-tool={`level-${place.code}`}
                  aria-pressed={place.level}
                  aria-label={`${labelOf(place.code)}: same rank as above`}
                  onClick={() => act(place.code, toggleLevel(places, place.code), 'level')}
                  className={cx(
                    buttonClass('quiet'),
                    'text-12 font-normal',
                    place.level && 'bg-accent-soft text-accent',
                  )}
                >
                  {place.level ? '= same as above' : 'Same as above'}
                </button>
              ) : null}
              <Tool
                data-tool={`up-${place.code}`}
                aria-label={`Move ${labelOf(place.code)} up`}
                off={i === 0}
                onClick={() => act(place.code, move(places, place.code, -1), 'up')}
              >
                <ArrowUp size={16} aria-hidden />
              </Tool>
              <Tool
                data-tool={`down-${place.code}`}
                aria-label={`Move ${labelOf(place.code)} down`}
                off={i === places.length - 1}
                onClick={() => act(place.code, move(places, place.code, 1), 'down')}
              >
                <ArrowDown size={16} aria-hidden />
              </Tool>
              <Tool
                data-tool={`remove-${place.code}`}
                aria-label={`Take ${labelOf(place.code)} out of the order`}
                onClick={() => act(place.code, remove(places, place.code), 'add')}
              >
                <X size={16} aria-hidden />
              </Tool>
            </Ranked>
          ))}
        </ol>
      ) : null}
      {left.length > 0 ? (
        <Left options={left} next={places.length + 1} onAdd={(code) => act(code, add(places, code), 'up')} />
      ) : null}
    </div>
  )
}

function Ranked({
  option,
  number,
  level,
  children,
}: {
  option: PollOptionDto | undefined
  number: number
  level: boolean
  children: ReactNode
}) {
  return (
    <li
      className={cx(
        'flex flex-wrap items-baseline gap-x-3 py-1.5',
        level ? 'border-t border-transparent' : 'border-t border-rule first:border-t-0',
      )}
    >
      <span className={cx('num w-6 shrink-0 text-right text-ink-3', level && 'text-ink-3/70')}>
        {level ? '=' : number}
      </span>
      <span className="flex min-w-0 flex-1 basis-56 items-baseline gap-2.5">
        <Dot hue={option?.hue ?? 'h6'} />
        <span className="font-serif text-16 font-semibold leading-snug">{option?.label}</span>
      </span>
      <span className="ml-auto flex items-center">{children}</span>
    </li>
  )
}

function Left({
  options,
  next,
  onAdd,
}: {
  options: PollOptionDto[]
  next: number
  onAdd: (code: string) => void
}) {
  return (
    <div className={next > 1 ? 'mt-6' : undefined}>
      <p className="mb-2 text-13 text-ink-3" id="left-to-rank">
        {next === 1
          ? 'Choose the best first, then the next best, and so on.'
          : 'Not ranked yet. What you leave here counts as level in last place.'}
      </p>
      <ul aria-labelledby="left-to-rank" className="border-t border-rule">
        {options.map((o) => (
          <li key={o.code} className="border-b border-rule">
            <button
              type="button"
              data-tool={`add-${o.code}`}
              onClick={() => onAdd(o.code)}
              className="group flex w-full cursor-pointer items-center gap-3 py-2 pointer-coarse:py-3 text-left hover:bg-sunk"
            >
              <span className="grid w-6 shrink-0 place-items-end text-ink-3 group-hover:text-accent">
                <Plus size={16} aria-hidden />
              </span>
              <Dot hue={o.hue} />
              <span className="font-serif text-16">
                {o.label}
                <span className="sr-only">: rank {next}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
