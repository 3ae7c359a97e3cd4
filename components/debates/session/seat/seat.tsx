'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { speakersOf } from '@/lib/debates/rules/floor'
import { type Task, taskFor } from '@/lib/debates/rules/seat'
import type { PersonDto } from '@/lib/debates/session/schema'
import type { BallotToCast, PollOptionDto } from '@/lib/polls/schema'
import { useSession } from '../session-room'
import { StatementForm } from '../statements/statement-form'
import { StatementList } from '../statements/statement-list'
import { TimeLeft, TimeSince } from '../time-left'
import { Ballots } from './ballots'
import { OwnHand } from './hand'

type Props = {
  ballots: BallotToCast[]
  ranked: PollOptionDto[]
  causes: BallotToCast['causes']
  /** For the timekeeper and the chair, who note what others say. */
  people: PersonDto[] | null
}

function useTask(): Task {
  const { clock, phase, next, me, floor, roles } = useSession()
  const place = floor.waiting.findIndex((h) => h.memberId === me.memberId)
  return taskFor({
    ...{ state: clock.state, phase, next, role: me.role, votes: me.student },
    ballotsOpen: clock.votes.some((v) => v.open),
    speaking: floor.speaking?.memberId === me.memberId,
    place: place < 0 ? null : place,
    speakers: floor.speaking ? [floor.speaking.name] : speakersOf(phase?.speakers ?? [], roles),
  })
}

/** Where the debate is, in one line above the task. */
function Where() {
  const { clock, phase } = useSession()
  if (!phase || clock.state === 'READY' || clock.state === 'ENDED') return null
  return (
    <div className="mt-5 flex flex-wrap items-baseline justify-between gap-x-4 border-y border-rule py-2">
      <p className="min-w-0 font-medium">
        {phase.name} {clock.state === 'PAUSED' ? <Chip tone="warn">Paused</Chip> : null}
      </p>
      <TimeLeft clock={clock} className="text-24 font-semibold" />
    </div>
  )
}

function useBase(): string {
  const { courseSlug, debate } = useSession()
  return `/courses/${courseSlug}/debates/${debate.slug}`
}

const QUESTION = 'It goes into the record under your name.'

/** What the task is done with. */
function Doing({ task, ballots, ranked, causes }: { task: Task } & Omit<Props, 'people'>): ReactNode {
  const base = useBase()
  const { floor, can } = useSession()
  switch (task.kind) {
    case 'vote':
      return <Ballots ballots={ballots} ranked={ranked} causes={causes} />
    case 'question':
      return can.write ? (
        <StatementForm label="Your question" verb="Post my question" hint={QUESTION} />
      ) : null
    case 'speak':
      return floor.speaking ? (
        <TimeSince since={floor.speaking.calledAt ?? 0} className="text-44 font-semibold" />
      ) : null
    case 'confer':
    case 'prepare':
    case 'read':
      return <ButtonLink href={base}>Open the argument</ButtonLink>
    case 'result':
    case 'held':
      return (
        <ButtonLink look="main" href={`${base}/result`}>
          See the result
        </ButtonLink>
      )
    default:
      return null
  }
}

/** One's own part in the record: what one said, written down by oneself or by whoever keeps the time. */
function OwnWords({ writing }: { writing: boolean }) {
  const { statements, me, clock, can, debate } = useSession()
  const own = statements.filter((s) => s.speakerId === me.memberId)
  const form = can.write && !debate.closed && clock.state !== 'READY' && !writing
  if (!form && own.length === 0) return null
  return (
    <section className="mt-10" aria-labelledby="own-words">
      <h2 id="own-words" className="text-19">
        What you said
      </h2>
      {form ? (
        <details className="mt-3 border-y border-rule py-3">
          <summary className="cursor-pointer text-13 font-medium text-ink-2">Write it down</summary>
          <div className="mt-3">
            <StatementForm label="Your words" verb="Put into the record" />
          </div>
        </details>
      ) : null}
      {own.length > 0 ? (
        <div className="mt-3">
          <StatementList statements={own} />
        </div>
      ) : null}
    </section>
  )
}

function Keeping({ people }: { people: PersonDto[] }) {
  const { statements, clock } = useSession()
  return (
    <section className="mt-10" aria-labelledby="keeping">
      <h2 id="keeping" className="text-19">
        You keep the record
      </h2>
      <div className="mt-3 grid gap-6">
        {clock.state === 'READY' ? null : (
          <StatementForm people={people} label="What was said" verb="Note it" />
        )}
        <StatementList statements={statements} />
      </div>
    </section>
  )
}

/** A student's screen: always the one thing to do now. */
export function Seat({ people, ...rest }: Props) {
  const { debate, clock, can } = useSession()
  const task = useTask()
  const base = useBase()
  const live = clock.state === 'RUNNING' || clock.state === 'PAUSED'
  return (
    <main id="main" className="mx-auto max-w-[720px] px-5 pt-8 pb-40 sm:px-6 sm:pb-24">
      <p className="text-13 text-ink-3">
        <Link href={base} className="hover:underline">
          {debate.motion}
        </Link>
      </p>
      <Where />
      <h1 aria-live="polite" className="mt-6 text-32">
        {task.title}
      </h1>
      <p className="mt-2 font-serif text-19 text-ink-2">{task.detail}</p>
      <div className="mt-6">
        <Doing task={task} {...rest} />
      </div>
      {task.kind === 'vote' ? null : <OwnHand speaks={task.kind === 'speak'} />}
      {live && task.kind === 'vote' ? null : <OwnWords writing={task.kind === 'question'} />}
      {people ? <Keeping people={people} /> : null}
      <p className="mt-12 flex flex-wrap gap-x-4 gap-y-1 border-t border-rule pt-3 text-13">
        <Link href={base} className="text-accent underline underline-offset-2">
          The argument
        </Link>
        <Link href={`${base}/stage`} className="text-accent underline underline-offset-2">
          The room’s screen
        </Link>
        {can.control ? (
          <Link href={`${base}/control`} className="text-accent underline underline-offset-2">
            Run the session
          </Link>
        ) : null}
      </p>
    </main>
  )
}
