'use client'
import { Maximize, Minimize, Moon, Sun } from 'lucide-react'
import Link from 'next/link'
import { Fragment, useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { speakersOf } from '@/lib/debates/rules/floor'
import { useSession } from '../session-room'
import { TimeLeft, TimeSince } from '../time-left'
import { TurnoutBars } from '../turnout'

const LARGE = 'text-[clamp(1.75rem,2.6vw,3rem)] leading-snug'

/** The screen for the room: readable from the last row, and nothing on it that is not for everybody. */
export function Stage() {
  const frame = useRef<HTMLElement>(null)
  const [dark, setDark] = useState<boolean | null>(null)
  return (
    <main
      id="main"
      ref={frame}
      data-stage
      style={dark === null ? undefined : { colorScheme: dark ? 'dark' : 'light' }}
      className="flex min-h-dvh flex-col gap-[3vh] bg-paper px-[5vw] py-[4vh] text-ink"
    >
      <Head />
      <Now />
      <Foot />
      <Tools frame={frame} dark={dark} onDark={setDark} />
    </main>
  )
}

function Head() {
  const { debate } = useSession()
  return (
    <h1 className="line-clamp-4 max-w-[60ch] font-serif text-[clamp(1.75rem,2.2vw,2.5rem)] font-normal leading-snug text-ink-2">
      {debate.motion}
    </h1>
  )
}

function Waiting() {
  const { courseSlug, debate, phases } = useSession()
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.host), [])
  return (
    <div className="my-auto">
      <p className="font-serif text-[clamp(2.75rem,6vw,6rem)] font-semibold leading-tight">
        The debate begins shortly
      </p>
      <p className={`mt-6 text-ink-2 ${LARGE}`}>
        Take your seat at{' '}
        <span className="wrap-anywhere text-ink">
          {`${origin}/courses/${courseSlug}/debates/${debate.slug}/seat`.split('/').map((part, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an address has its parts in one order
            <Fragment key={i}>
              {i > 0 ? '/' : null}
              {/* a line may end after a slash, not within a word */}
              <wbr />
              {part}
            </Fragment>
          ))}
        </span>
      </p>
      {phases[0] ? <p className={`mt-3 text-ink-2 ${LARGE}`}>First: {phases[0].name}</p> : null}
    </div>
  )
}

function Ended() {
  const { courseSlug, debate } = useSession()
  return (
    <div className="my-auto">
      <p className="font-serif text-[clamp(2.75rem,6vw,6rem)] font-semibold leading-tight">
        The debate has ended
      </p>
      <p className={`mt-6 ${LARGE}`}>
        <Link
          href={`/courses/${courseSlug}/debates/${debate.slug}/result`}
          className="text-accent underline decoration-2 underline-offset-4"
        >
          Who won, and why
        </Link>
      </p>
    </div>
  )
}

function Now() {
  const { clock, phase } = useSession()
  if (clock.state === 'ENDED') return <Ended />
  if (clock.state === 'READY' || !phase) return <Waiting />
  return (
    <div className="my-auto">
      <p
        aria-live="polite"
        className="font-serif text-[clamp(2.5rem,min(6vw,11vh),6.5rem)] font-semibold leading-tight"
      >
        {phase.name}
      </p>
      <TimeLeft
        clock={clock}
        className="block text-[clamp(5rem,min(24vw,34vh),26rem)] font-semibold leading-[.95] tracking-[-.02em]"
      />
      {clock.state === 'PAUSED' ? <p className={`text-warn ${LARGE}`}>Paused</p> : null}
    </div>
  )
}

/** Who has the floor, what is being voted on, and what follows. */
function Foot() {
  const { clock, phase, next, floor, roles } = useSession()
  if (clock.state === 'READY' || clock.state === 'ENDED' || !phase) return null
  const speakers = speakersOf(phase.speakers, roles)
  return (
    <div className={`grid gap-[1.5vh] ${LARGE}`}>
      {clock.votes.length > 0 ? (
        <TurnoutBars large />
      ) : floor.speaking ? (
        <p>
          <span className="text-ink-2">Speaking: </span>
          <span className="font-semibold">{floor.speaking.name}</span>{' '}
          <TimeSince since={floor.speaking.calledAt ?? 0} className="text-ink-2" />
        </p>
      ) : speakers.length > 0 ? (
        <p>
          <span className="text-ink-2">May speak: </span>
          {speakers.join(', ')}
        </p>
      ) : null}
      {floor.waiting[0] && clock.votes.length === 0 ? (
        <p className="text-ink-2">
          Then: {floor.waiting[0].name}
          {floor.waiting.length > 1 ? ` and ${floor.waiting.length - 1} more` : ''}
        </p>
      ) : null}
      <p className="text-ink-2">{next ? `Next phase: ${next.name}` : 'This is the last phase'}</p>
    </div>
  )
}

type ToolsProps = {
  frame: React.RefObject<HTMLElement | null>
  dark: boolean | null
  onDark: (dark: boolean) => void
}

/** They go out of sight while the pointer rests. */
function Tools({ frame, dark, onDark }: ToolsProps) {
  const [full, setFull] = useState(false)
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  const toggleFull = () =>
    void (full ? document.exitFullscreen() : frame.current?.requestFullscreen())?.catch(() => {})
  const [system, setSystem] = useState(false)
  useEffect(() => {
    const { theme } = document.documentElement.dataset
    setSystem(theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches)
  }, [])
  const isDark = dark ?? system
  const { courseSlug, debate } = useSession()
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <button type="button" className={buttonClass('quiet')} onClick={toggleFull}>
        {full ? <Minimize size={16} aria-hidden /> : <Maximize size={16} aria-hidden />}
        {full ? 'Leave the full screen' : 'Full screen'}
      </button>
      <button type="button" className={buttonClass('quiet')} onClick={() => onDark(!isDark)}>
        {isDark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
        {isDark ? 'Light' : 'Dark'}
      </button>
      <Link href={`/courses/${courseSlug}/debates/${debate.slug}`} className={buttonClass('quiet')}>
        The debate
      </Link>
    </div>
  )
}
