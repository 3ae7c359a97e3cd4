import Link from 'next/link'
import { Chip, TableFrame } from '@/components/ui/bits'
import type { SitePerson } from '@/lib/accounts/schema'
import type { SiteCourse } from '@/lib/courses/schema'
import { shortDate } from '@/lib/time'

const HEAD = 'py-2 pr-6 text-left font-medium text-13 text-ink-3 whitespace-nowrap'
const CELL = 'py-2.5 pr-6 align-baseline'

/** The day alone: a list of accounts has no zone of its own. */
const day = (iso: string): string => shortDate(iso, 'UTC').split(',')[0] ?? ''

export function SitePeople({ people }: { people: SitePerson[] }) {
  return (
    <TableFrame label="People">
      <table className="w-full border-collapse">
        <thead className="border-b border-rule-strong">
          <tr>
            <th className={HEAD}>Name</th>
            <th className={HEAD}>E-mail</th>
            <th className={`${HEAD} text-right`}>Courses</th>
            <th className={HEAD}>Since</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="border-b border-rule">
              <td className={`${CELL} font-medium`}>
                {person.name} {person.siteOwner ? <Chip tone="accent">Site owner</Chip> : null}
              </td>
              <td className={`${CELL} text-ink-2`}>{person.email}</td>
              <td className={`${CELL} num text-right`}>{person.courses}</td>
              <td className={`${CELL} num text-ink-2 whitespace-nowrap`}>{day(person.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** @param mine courses that the viewer is in: only those can be opened. */
export function SiteCourses({ courses, mine }: { courses: SiteCourse[]; mine: string[] }) {
  return (
    <TableFrame label="Courses">
      <table className="w-full border-collapse">
        <thead className="border-b border-rule-strong">
          <tr>
            <th className={HEAD}>Course</th>
            <th className={HEAD}>Term</th>
            <th className={HEAD}>Instructor</th>
            <th className={`${HEAD} text-right`}>Members</th>
          </tr>
        </thead>
        <tbody>
          {courses.map((course) => (
            <tr key={course.id} className="border-b border-rule">
              <td className={`${CELL} font-medium`}>
                {mine.includes(course.id) ? (
                  <Link className="text-accent underline underline-offset-2" href={`/courses/${course.slug}`}>
                    {course.title}
                  </Link>
                ) : (
                  course.title
                )}{' '}
                {course.archived ? <Chip>Archived</Chip> : null}
              </td>
              <td className={`${CELL} text-ink-2`}>{course.term}</td>
              <td className={`${CELL} text-ink-2`}>{course.instructors.join(', ')}</td>
              <td className={`${CELL} num text-right`}>{course.members}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
