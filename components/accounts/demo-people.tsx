'use client'
import { useState } from 'react'
import { Avatar } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import type { DemoPerson } from '@/lib/accounts/schema'
import { signIn } from './sign-in-client'

const SEES: Record<string, [heading: string, sees: string]> = {
  INSTRUCTOR: [
    'Instructor',
    'Sees turnout, every group and what was handed in; opens, leads, closes and grades.',
  ],
  ASSISTANT: ['Assistant', 'Sees what the instructor sees and grades too, but does not manage people.'],
  STUDENT: ['Students', 'See what the class shares and their own group; write, debate, vote and review.'],
  OBSERVER: ['Observer', 'Sees what the whole course shares, and writes nothing.'],
  OWNER: ['Site owner', 'Sees the list of people and courses of the whole site.'],
}

type Enter = { entering: string | null; enter: (person: DemoPerson) => void }

function Row({ person, entering, enter }: { person: DemoPerson } & Enter) {
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        disabled={entering !== null}
        aria-busy={entering === person.userId || undefined}
        onClick={() => enter(person)}
        className={cx(
          'flex w-full items-center gap-3 py-2 min-h-11 text-left cursor-pointer rounded-sm hover:bg-sunk disabled:cursor-default',
          entering !== null && entering !== person.userId && 'opacity-55',
        )}
      >
        <Avatar name={person.name} />
        <span className="min-w-0 text-14">
          <span className="font-medium">{person.name}</span>
          {person.about ? <span className="block text-13 text-ink-3">{person.about}</span> : null}
        </span>
      </button>
    </li>
  )
}

/** One click enters as a person of the demo. */
export function DemoPeople({ people, next }: { people: DemoPerson[]; next: string }) {
  const [entering, setEntering] = useState<string | null>(null)
  async function enter({ userId }: DemoPerson) {
    setEntering(userId)
    const answer = await signIn('demo', { userId })
    if (answer.ok) return location.assign(next)
    setEntering(null)
    toast('That did not work. Load the page again and try once more.', { tone: 'bad' })
  }
  return (
    <div className="grid gap-8">
      {Object.entries(SEES).map(([role, [heading, sees]]) => {
        const here = people.filter((p) => p.role === role)
        if (here.length === 0) return null
        return (
          <section key={role} aria-labelledby={`demo-${role}`}>
            <h2 id={`demo-${role}`} className="text-16">
              {heading}
            </h2>
            <p className="mt-0.5 mb-2 text-13 text-ink-3">{sees}</p>
            <ul
              className={cx(
                'border-t border-rule',
                here.length > 3 && 'sm:columns-2 sm:gap-8 [&>li]:break-inside-avoid',
              )}
            >
              {here.map((person) => (
                <Row key={person.userId} person={person} entering={entering} enter={enter} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
