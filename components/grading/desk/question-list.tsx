import Link from 'next/link'
import type { OpenQuestion } from '@/lib/grading/desk/schema'
import { ago } from '@/lib/time'

type Props = { questions: OpenQuestion[]; now: number; timeZone: string; empty?: string }

const others = (n: number): string => (n === 1 ? '1 other has it too' : `${n} others have it too`)

/** Questions with who asked, how many have them too, and the way to the words that they are about. */
export function QuestionList({ questions, now, timeZone, empty }: Props) {
  if (questions.length === 0) return <p className="text-14 text-ink-3">{empty}</p>
  return (
    <ul className="border-t border-rule">
      {questions.map(({ id, author, excerpt, where, href, at, same }) => (
        <li key={id} className="border-b border-rule py-2.5 break-inside-avoid">
          <Link href={href} className="block font-serif text-16 hover:text-accent measure wrap-anywhere">
            {excerpt}
          </Link>
          <p className="mt-0.5 text-13 text-ink-3">
            {author} · <time dateTime={at}>{ago(at, now, timeZone)}</time> · {where}
            {same ? <span className="text-ink-2 font-medium"> · {others(same)}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
