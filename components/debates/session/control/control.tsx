'use client'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { toast } from '@/components/ui/toasts'
import type { PersonDto } from '@/lib/debates/session/schema'
import { useSession } from '../session-room'
import { StatementForm } from '../statements/statement-form'
import { StatementList } from '../statements/statement-list'
import { NotHeard } from './not-heard'
import { Panel } from './panel'
import { Queue } from './queue'

const SCREENS = [
  ['stage', 'The room’s screen', 'For the projector: the motion, the time, who speaks.'],
  ['seat', 'Students’ seats', 'What each student opens on a phone or laptop.'],
] as const

/** The addresses of the other screens, to open here or to send. */
function Screens() {
  const { courseSlug, debate } = useSession()
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  return (
    <Section title="Other screens">
      <ul className="border-t border-rule">
        {SCREENS.map(([path, name, about]) => {
          const href = `/courses/${courseSlug}/debates/${debate.slug}/${path}`
          const copy = () =>
            navigator.clipboard?.writeText(origin + href).then(
              () => toast('The address is copied.'),
              () => toast('The browser did not copy it; select it instead.', { tone: 'bad' }),
            )
          return (
            <li key={path} className="border-b border-rule py-3">
              <p className="flex flex-wrap items-center justify-between gap-2">
                <Link
                  href={href}
                  target="_blank"
                  className="font-medium text-accent underline underline-offset-2"
                >
                  {name}
                </Link>
                <Button look="quiet" onClick={() => void copy()}>
                  Copy<span className="sr-only"> the address: {name}</span>
                </Button>
              </p>
              <p className="text-13 text-ink-3">{about}</p>
              <p className="mt-1 select-all break-all text-13 text-ink-2">
                {origin}
                {href}
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** What whoever runs the session sees: it works with a thumb, and beside a projector. */
export function Control({ people }: { people: PersonDto[] }) {
  const { clock, statements, debate } = useSession()
  const begun = clock.state !== 'READY'
  return (
    <div className="mt-8 grid gap-x-14 max-sm:pb-52 lg:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
      <div className="min-w-0">
        <Panel />
        {clock.state === 'ENDED' ? null : <Queue />}
        <Section title="What is said" sub="In the speaker’s name; speakers can change what is noted of them.">
          {begun && !debate.closed ? (
            <StatementForm people={people} label="What was said" verb="Note it" />
          ) : null}
          <div className={begun ? 'mt-6' : undefined}>
            <StatementList statements={statements} />
          </div>
        </Section>
      </div>
      <div className="min-w-0 lg:-mt-12">
        <NotHeard people={people} />
        <Screens />
      </div>
    </div>
  )
}
