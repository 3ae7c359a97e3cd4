import Link from 'next/link'
import { SafeHtml } from '@/components/ui/bits'
import { Empty, Notice } from '@/components/ui/feedback'
import { Section } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import type { MyGrade, MyParticipation } from '@/lib/grading/schema'
import { ParticipationParts } from './participation-parts'
import { RubricLevels } from './rubric-levels'

type Props = {
  course: CourseFrame
  grades: MyGrade[]
  participation: MyParticipation | null
  now: number
}

/** What the mark was made of, where that is more than the rubric. */
function how({ grade: { override, overrideReason, factor, points, daysLate } }: MyGrade): string | null {
  if (override !== null) return `Set by the staff: ${overrideReason}`
  if (factor === 1) return null
  const days = daysLate === 1 ? '1 day' : `${daysLate} days`
  return `${points} points from the rubric, less ${Math.round((1 - factor) * 100)} % for ${days} late.`
}

function Grade({ grade, slug }: { grade: MyGrade; slug: string }) {
  const { title, outOf, criteria, commentHtml, critiqueId } = grade
  const { mark, levels, points } = grade.grade
  const note = how(grade)
  return (
    <Section
      title={title}
      actions={
        <p className="num text-24">
          {mark}
          <span className="text-14 text-ink-3"> of {outOf}</span>
        </p>
      }
    >
      {note ? <p className="text-14 text-ink-2">{note}</p> : null}
      {points === null ? null : <RubricLevels criteria={criteria} levels={levels} />}
      {commentHtml ? <SafeHtml html={commentHtml} className="mt-4 font-serif text-16 measure" /> : null}
      <p className="mt-3 text-14">
        <Link href={`/courses/${slug}/critiques/${grade.slug}/${critiqueId}`} className="text-accent">
          Read your critique and its reviews
        </Link>
      </p>
    </Section>
  )
}

/** A student's own marks: each that is released, and participation with everything it is counted from. */
export function MyMarks({ course, grades, participation, now }: Props) {
  if (grades.length === 0 && !participation)
    return (
      <Empty title="No marks yet">
        Marks of critiques appear here when your instructor releases them. If your instructor publishes how
        participation is counted, you will see every part of it here.
      </Empty>
    )
  return (
    <>
      {grades.map((grade) => (
        <Grade key={grade.critiqueId} grade={grade} slug={course.slug} />
      ))}
      {participation ? (
        <Section
          id="participation"
          title="Participation"
          sub="How it is counted is the same for everybody. A good contribution more never lowers it, and the same words in two posts, or the same post twice, never raise it."
        >
          {participation.released ? (
            <Notice tone="good">
              Your mark: <b className="num">{participation.released.mark}</b> of 100.{' '}
              {participation.released.reason}
            </Notice>
          ) : null}
          <ParticipationParts participation={participation} course={course} now={now} />
        </Section>
      ) : null}
    </>
  )
}
