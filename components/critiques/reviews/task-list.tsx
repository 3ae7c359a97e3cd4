import Link from 'next/link'
import { Chip } from '@/components/ui/bits'
import type { TaskDto, TasksPage } from '@/lib/critiques/reviews/dto'

const STATES = {
  NEW: 'Not begun',
  BEGUN: 'Begun',
  SUBMITTED: 'Submitted',
  CHANGED: 'Submitted, changed since',
}
const TONES = { NEW: 'plain', BEGUN: 'warn', SUBMITTED: 'accent', CHANGED: 'warn' } as const

export const StateChip = ({ state }: { state: TaskDto['state'] }) => (
  <Chip tone={TONES[state]}>{STATES[state]}</Chip>
)

const LINE =
  'flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 border-b border-rule first:border-t'
const LINK = 'font-medium underline decoration-rule-strong underline-offset-3 hover:decoration-current'

/** Examples to score, and then what the viewer was given to review. */
export function TaskList({ page, base }: { page: TasksPage; base: string }) {
  const { tasks, examples } = page
  const left = examples.filter((e) => !e.scored).length
  return (
    <>
      {examples.length > 0 ? (
        <section className="mt-8">
          <h2 className="text-19">{left > 0 ? 'First, score these examples' : 'Examples that you scored'}</h2>
          <p className="mt-1 mb-3 text-13 text-ink-3 max-w-[64ch]">
            {left > 0
              ? 'The instructor has scored them too. You see those scores once you have given yours.'
              : 'Your scores stand beside the instructor’s.'}
          </p>
          <ul>
            {examples.map((e) => (
              <li key={e.position} className={LINE}>
                <Link href={`${base}/examples/${e.position}`} className={LINK}>
                  {e.title}
                </Link>
                <Chip tone={e.scored ? 'accent' : 'plain'}>{e.scored ? 'Scored' : 'To score'}</Chip>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="mt-8">
        <h2 className="text-19">Critiques to review</h2>
        <ul className="mt-3">
          {tasks.map((task, i) => (
            <li key={task.key} className={LINE}>
              <span>
                <Link href={`${base}/${task.key}`} className={LINK}>
                  {task.author ? `The critique by ${task.author}` : `Critique ${i + 1}`}
                </Link>
                <span className="text-14 text-ink-2"> · {task.template}</span>
              </span>
              <StateChip state={task.state} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
