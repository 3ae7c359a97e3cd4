import Link from 'next/link'
import { DeskNav } from '@/components/grading/desk/desk-nav'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Section } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import type { Gradebook } from '@/lib/grading/schema'
import { GradebookTable } from './gradebook-table'
import { ImportMarks } from './import-marks'
import { ReleaseParticipation } from './release-participation'

type Props = { course: CourseFrame; book: Gradebook; maySet: boolean }

const LINK = 'text-accent'

/** The gradebook with everything that the staff do from it. */
export function GradebookRoom({ course, book, maySet }: Props) {
  const base = `/courses/${course.slug}/grades`
  const files = `/api/courses/${course.slug}/grades`
  return (
    <>
      <DeskNav slug={course.slug} />
      {book.students.length === 0 ? (
        <Empty title="No students yet">When students join, their marks stand here.</Empty>
      ) : (
        <div className="mt-8">
          <GradebookTable base={base} book={book} desk={`/courses/${course.slug}/desk/members`} />
        </div>
      )}
      <div className="grid gap-x-12 md:grid-cols-2">
        <Section
          title="Participation"
          sub={
            book.scheme
              ? book.scheme.published
                ? 'The formula is published: students see every part of their own.'
                : 'The formula is not published: students see nothing of it yet.'
              : 'There is no formula yet. Choose what counts and how much.'
          }
        >
          <div className="flex flex-wrap gap-3 items-end">
            {maySet ? (
              <ButtonLink href={`${base}/formula`}>
                {book.scheme ? 'Change the formula' : 'Set the formula'}
              </ButtonLink>
            ) : null}
            {book.scheme ? <ReleaseParticipation courseId={course.id} groups={book.groups} /> : null}
          </div>
        </Section>
        <Section
          title="Other systems"
          sub="Marks as they count, released or not. A file that comes back is shown before it changes anything."
        >
          <ul className="text-14 grid gap-1.5">
            <li>
              <a className={LINK} href={`${files}/canvas.csv`}>
                Download for Canvas (CSV)
              </a>
            </li>
            <li>
              <a className={LINK} href={`${files}/moodle.csv`}>
                Download for Moodle (CSV)
              </a>
            </li>
            {book.scheme ? (
              <li>
                <a className={LINK} href={`${files}/participation-log.json`}>
                  Participation log (JSON)
                </a>
                <span className="block text-13 text-ink-3">
                  Check every mark with <code>node scripts/recompute-marks.mjs</code>
                </span>
              </li>
            ) : null}
          </ul>
          <ImportMarks courseId={course.id} />
        </Section>
      </div>
      <p className="mt-8 text-13 text-ink-3">
        Open a title to grade: <Titles base={base} book={book} />
      </p>
    </>
  )
}

function Titles({ base, book }: { base: string; book: Gradebook }) {
  if (book.assignments.length === 0) return <>there is no assignment yet.</>
  return book.assignments.map(({ id, slug, title }, i) => (
    <span key={id}>
      {i ? ', ' : ''}
      <Link href={`${base}/${slug}`} className={LINK}>
        {title}
      </Link>
    </span>
  ))
}
