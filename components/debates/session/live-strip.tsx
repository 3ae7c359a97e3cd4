'use client'
import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/ui/button'
import type { PhaseDto } from '@/lib/debates/schema'
import type { ClockDto } from '@/lib/debates/session/schema'
import { useRoom } from '../room'

type Props = {
  clock: ClockDto
  phases: PhaseDto[]
  /** The debate's address. */
  path: string
  control: boolean
  closed: boolean
}

/** Leads into the session: for everybody while it is on, and for the staff before. Follows it without asking again. */
export function LiveStrip({ clock: first, phases, path, control, closed }: Props) {
  const { listen } = useRoom()
  const [clock, setClock] = useState(first)
  useEffect(() => setClock((was) => (first.revision >= was.revision ? first : was)), [first])
  useEffect(
    () =>
      listen(({ type, data }) => {
        if (type === 'debate.session') setClock(data.clock as ClockDto)
      }),
    [listen],
  )
  const live = clock.state === 'RUNNING' || clock.state === 'PAUSED'
  const phase = phases.find((p) => p.id === clock.phaseId)
  if (closed || phases.length === 0) return null
  if (!live && !control) return null
  return (
    <section
      aria-label="Live session"
      className={`mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-md px-4 py-3 print:hidden ${live ? 'bg-accent-soft' : 'bg-sunk'}`}
    >
      <p className="min-w-0 flex-1 basis-56" aria-live="polite">
        {live ? (
          <>
            <span className="flex items-center gap-2 text-13 font-semibold text-accent">
              <span aria-hidden className="inline-block size-2 rounded-full bg-accent" />
              Live now
            </span>
            <span className="font-serif text-19 font-semibold">{phase?.name}</span>
            {clock.state === 'PAUSED' ? <span className="text-ink-2"> (paused)</span> : null}
          </>
        ) : clock.state === 'ENDED' ? (
          'The session has been held.'
        ) : (
          'A session has not been held yet. It runs the phases, the clock, the queue and the votes.'
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {live ? (
          <>
            <ButtonLink look={control ? 'plain' : 'main'} href={`${path}/seat`}>
              Take your seat
            </ButtonLink>
            <ButtonLink href={`${path}/stage`}>The room’s screen</ButtonLink>
          </>
        ) : null}
        {control ? (
          <ButtonLink look={clock.state === 'ENDED' ? 'plain' : 'main'} href={`${path}/control`}>
            {clock.state === 'ENDED' ? 'Look at the session' : 'Run the session'}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
