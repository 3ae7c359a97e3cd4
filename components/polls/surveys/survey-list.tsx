import Link from 'next/link'
import type { SurveyListItem } from '@/lib/polls/surveys/schema'
import { longDate } from '@/lib/time'

function stateOf({ closedAt, mayVote, left, statements }: SurveyListItem): string {
  if (closedAt) return 'Closed: see the groups'
  if (!mayVote || statements === 0) return 'Open'
  if (left === statements) return 'Open: you have not voted yet'
  return left > 0 ? `Open: ${left} left for you` : 'Open: you have voted on all'
}

export function SurveyList({
  surveys,
  base,
  timeZone,
}: {
  surveys: SurveyListItem[]
  base: string
  timeZone: string
}) {
  return (
    <ul className="border-t border-rule">
      {surveys.map((survey) => (
        <li key={survey.id} className="border-b border-rule">
          <Link
            href={`${base}/opinions/${survey.slug}`}
            className="grid gap-x-6 gap-y-0.5 py-3 hover:bg-sunk md:grid-cols-[5fr_4fr_240px] md:items-baseline"
          >
            <span className="min-w-0">
              <span className="line-clamp-2 font-serif text-16 leading-snug font-semibold">
                {survey.title}
              </span>
              <span className="num text-13 text-ink-3">{survey.statements} statements</span>
            </span>
            <span className={survey.closedAt ? 'text-14' : 'text-14 font-medium text-accent'}>
              {stateOf(survey)}
            </span>
            <span className="num text-13 text-ink-3 md:text-right">
              {survey.voters} {survey.voters === 1 ? 'person' : 'people'} voted
              <span className="block">
                {survey.closedAt
                  ? `closed ${longDate(survey.closedAt, timeZone)}`
                  : `since ${longDate(survey.createdAt, timeZone)}`}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
