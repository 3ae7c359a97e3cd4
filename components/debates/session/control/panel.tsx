'use client'
import { ArrowRight, Minus, Pause, Play, Plus, SkipBack } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Chip } from '@/components/ui/bits'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Notice } from '@/components/ui/feedback'
import { speakersOf } from '@/lib/debates/rules/floor'
import { lasts } from '@/lib/debates/rules/lasts'
import type { Move } from '../api'
import { useSession } from '../session-room'
import { TimeLeft } from '../time-left'
import { TurnoutBars } from '../turnout'
import { type Asked, ConfirmMove, whyAsk } from './confirm-move'
import { NextSpeaker } from './next-speaker'
import { useControl } from './use-control'

const BIG = 'h-12 pointer-coarse:h-14 text-16'

function Round({
  label,
  onClick,
  disabled,
  children,
}: {
  label: string
  onClick: () => void
  disabled?: boolean
  children: ReactNode
}) {
  return (
    <Button
      className={cx(BIG, 'px-3')}
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={disabled}
    >
      {children}
    </Button>
  )
}

type Press = (move: Move) => void

/** What is pressed most, within reach of a thumb. */
function Buttons({ press, busy }: { press: Press; busy: boolean }) {
  const { clock, next, phases } = useSession()
  const { state } = clock
  if (state === 'READY')
    return (
      <Button
        look="main"
        className={cx(BIG, 'w-full')}
        busy={busy}
        disabled={phases.length === 0}
        onClick={() => press({ act: 'start' })}
      >
        <Play size={18} aria-hidden /> Start the session
      </Button>
    )
  if (state === 'ENDED')
    return (
      <Button className={cx(BIG, 'w-full')} busy={busy} onClick={() => press({ act: 'back' })}>
        <SkipBack size={18} aria-hidden /> Go back to the last phase
      </Button>
    )
  const running = state === 'RUNNING'
  return (
    <div className="grid grid-cols-[auto_auto_minmax(0,1fr)_auto] gap-2">
      <Round label="One minute less" disabled={busy} onClick={() => press({ act: 'extend', minutes: -1 })}>
        <Minus size={16} aria-hidden />1
      </Round>
      <Round label="One minute more" disabled={busy} onClick={() => press({ act: 'extend', minutes: 1 })}>
        <Plus size={16} aria-hidden />1
      </Round>
      <Button
        className={cx(BIG, 'px-2')}
        disabled={busy}
        onClick={() => press({ act: running ? 'pause' : 'resume' })}
        look={running ? 'plain' : 'main'}
      >
        {running ? (
          <Pause size={18} aria-hidden className="shrink-0" />
        ) : (
          <Play size={18} aria-hidden className="shrink-0" />
        )}
        {running ? 'Pause' : 'Go on'}
      </Button>
      <Round
        label="Back to the phase before"
        disabled={busy || clock.phaseId === phases[0]?.id}
        onClick={() => press({ act: 'back' })}
      >
        <SkipBack size={18} aria-hidden />
      </Round>
      <Button
        look={running ? 'main' : 'plain'}
        className={cx(BIG, 'col-span-4 min-w-0')}
        disabled={busy}
        onClick={() => press(next ? { act: 'next' } : { act: 'end' })}
      >
        <span className="truncate">{next ? `Next: ${next.name}` : 'End the session'}</span>
        <ArrowRight size={18} aria-hidden className="shrink-0" />
      </Button>
    </div>
  )
}

const STATES = { READY: 'Not begun', RUNNING: 'Running', PAUSED: 'Paused', ENDED: 'Ended' } as const

function Now() {
  const { clock, phase, next, roles, phases } = useSession()
  const speakers = phase ? speakersOf(phase.speakers, roles) : []
  const place = phase ? phases.indexOf(phase) + 1 : 0
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2 text-13 text-ink-3">
        <Chip tone={clock.state === 'RUNNING' ? 'accent' : clock.state === 'PAUSED' ? 'warn' : 'plain'}>
          {STATES[clock.state]}
        </Chip>
        {phase && clock.state !== 'ENDED' ? `Phase ${place} of ${phases.length}` : null}
      </p>
      <h2 className="mt-2 text-24 sm:text-32">
        {clock.state === 'ENDED' ? 'The session has ended' : (phase?.name ?? next?.name ?? 'No phases yet')}
      </h2>
      <TimeLeft clock={clock} className="block font-semibold text-[72px] leading-none sm:text-[96px] mt-2" />
      {clock.state === 'READY' && next ? (
        <p className="mt-1 text-ink-2">
          Begins with this phase, {lasts(next.minutes)}. {phases.length} phases in all.
        </p>
      ) : null}
      {speakers.length > 0 && clock.state !== 'ENDED' ? (
        <p className="mt-3">
          <span className="text-ink-3">May speak: </span>
          {speakers.join(', ')}
        </p>
      ) : null}
      {phase?.purpose && clock.state !== 'ENDED' ? <p className="mt-1 text-ink-2">{phase.purpose}</p> : null}
    </div>
  )
}

/** Where the session stands, and what moves it. */
export function Panel() {
  const session = useSession()
  const { act, busy, problem } = useControl()
  const [asked, setAsked] = useState<Asked | null>(null)
  const press = (move: Move) => {
    const question = whyAsk(session, move)
    if (question) setAsked(question)
    else void act(move)
  }
  return (
    <section aria-label="The session">
      <Now />
      <div className="mt-5 grid gap-3">
        <TurnoutBars />
        {session.clock.votes.some((v) => !v.open) && session.clock.state !== 'ENDED' ? (
          <p className="text-13 text-ink-3">This vote has been held. It stays closed.</p>
        ) : null}
        {problem ? <Notice tone="bad">{problem}</Notice> : null}
      </div>
      <div
        data-dock
        className="mt-5 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-t max-sm:border-rule-strong max-sm:bg-paper max-sm:px-5 max-sm:pt-3 max-sm:pb-[max(12px,env(safe-area-inset-bottom))]"
      >
        <NextSpeaker />
        <Buttons press={press} busy={busy} />
      </div>
      <Order press={press} busy={busy} />
      <ConfirmMove
        asked={asked}
        busy={busy}
        onClose={() => setAsked(null)}
        onConfirm={async (move) => {
          await act(move)
          setAsked(null)
        }}
      />
    </section>
  )
}

/** All phases in their order: any can be gone to, as far as the next vote. */
function Order({ press, busy }: { press: Press; busy: boolean }) {
  const { phases, clock, next } = useSession()
  const left = new Set(clock.left)
  const live = clock.state === 'RUNNING' || clock.state === 'PAUSED'
  return (
    <details className="mt-6 border-y border-rule py-3">
      <summary className="cursor-pointer text-13 font-medium text-ink-2">Order of the debate</summary>
      <ol className="mt-2">
        {phases.map((p, i) => (
          <li
            key={p.id}
            aria-current={p.id === clock.phaseId ? 'step' : undefined}
            className="flex items-center gap-3 border-t border-rule py-1.5 aria-[current]:font-semibold"
          >
            <span className="num w-5 shrink-0 text-right text-ink-3">{i + 1}</span>
            <span className="min-w-0 flex-1">{p.name}</span>
            <span className="num text-13 text-ink-3">
              {left.has(p.id) && p.id !== clock.phaseId ? 'held' : lasts(p.minutes)}
            </span>
            {live && p.id === clock.phaseId ? <span aria-hidden className="w-10 shrink-0" /> : null}
            {live && p.id !== clock.phaseId ? (
              <Button look="quiet" disabled={busy} onClick={() => press({ act: 'go', phaseId: p.id })}>
                Go<span className="sr-only"> to {p.name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {live && next ? (
        <Button look="danger" className="mt-3" disabled={busy} onClick={() => press({ act: 'end' })}>
          End the session
        </Button>
      ) : null}
    </details>
  )
}
