'use client'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import type { PersonDto } from '@/lib/debates/session/schema'
import { useSession } from '../session-room'
import { useHands } from './use-control'

const SIDES = [
  ['FOR', 'Proposition', 'text-for'],
  ['AGAINST', 'Opposition', 'text-against'],
  [null, 'The House', 'text-ink-2'],
] as const

/** Students who have not spoken in this debate, by side, each a press away from the floor. */
export function NotHeard({ people }: { people: PersonDto[] }) {
  const { floor, clock } = useSession()
  const { act, busy } = useHands()
  const live = clock.state === 'RUNNING' || clock.state === 'PAUSED'
  const students = people.filter((p) => p.student)
  const silent = students.filter((p) => !floor.spoken[p.id])
  return (
    <Section
      id="not-heard"
      title="Not yet heard"
      sub={`${silent.length} of ${students.length} students have not spoken in this debate.`}
    >
      <div className="grid gap-5">
        {SIDES.map(([side, title, look]) => {
          const here = silent.filter((p) => p.side === side)
          if (here.length === 0) return null
          return (
            <div key={title}>
              <h3 className={`border-b border-rule pb-1 text-14 font-sans font-semibold ${look}`}>
                {title} <span className="num font-normal text-ink-3">{here.length}</span>
              </h3>
              <ul className="max-h-[19rem] overflow-y-auto">
                {here.map(({ id, name, label }) => (
                  <li key={id} className="flex items-center gap-2 border-b border-rule py-1">
                    <span className="min-w-0 flex-1">
                      {name} <span className="text-13 text-ink-3">{label}</span>
                    </span>
                    <Button
                      look="quiet"
                      disabled={!live || busy}
                      onClick={() => void act({ act: 'invite', member: id })}
                    >
                      Call on<span className="sr-only"> {name}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
        {silent.length === 0 ? <p className="text-ink-3">Everybody has been heard.</p> : null}
      </div>
    </Section>
  )
}
