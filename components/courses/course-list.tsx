import Link from 'next/link'
import { Chip } from '@/components/ui/bits'
import { type CourseCard, ROLE_TEXT } from '@/lib/courses/schema'

const plural = (n: number, one: string, many: string): string =>
  n === 1 ? one : many.replace('#', String(n))

/** What a course has for the viewer, shortest first: votes that wait, debates that run, what is due and new. */
function Brief({ course }: { course: CourseCard }) {
  const { votes, debates, due, fresh } = course
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      {votes ? <Chip tone="accent">{plural(votes, '1 vote is open', '# votes are open')}</Chip> : null}
      {debates ? <Chip tone="accent">{plural(debates, '1 debate is on', '# debates are on')}</Chip> : null}
      {due ? (
        <Chip tone="warn">{plural(due, '1 thing is due this week', '# things are due this week')}</Chip>
      ) : null}
      {fresh ? <Chip>{fresh > 99 ? 'Much is new' : `${fresh} new`}</Chip> : null}
    </span>
  )
}

export function CourseList({ courses }: { courses: CourseCard[] }) {
  return (
    <ul className="mt-8 border-t border-rule">
      {courses.map((course) => (
        <li key={course.id} className="border-b border-rule">
          <Link
            href={`/courses/${course.slug}`}
            className="grid gap-x-6 gap-y-1 py-5 sm:grid-cols-[1fr_auto] items-baseline hover:bg-sunk/50"
          >
            <span className="min-w-0">
              <span className="block font-serif font-semibold text-19 sm:text-24 text-balance">
                {course.title}
              </span>
              <Brief course={course} />
            </span>
            <span className="text-13 text-ink-3 sm:text-right">
              {[ROLE_TEXT[course.role].one, course.term, course.archived ? 'Archived' : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
