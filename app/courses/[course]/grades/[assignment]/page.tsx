import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskNav } from '@/components/grading/desk/desk-nav'
import { GradeForm } from '@/components/grading/marks/grade-form'
import { ReleaseGrades } from '@/components/grading/marks/release-grades'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { gradingSheet } from '@/lib/grading/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Grading' }

type Props = { params: Promise<{ course: string; assignment: string }> }

export default async function GradingPage({ params }: Props) {
  const { course: slug, assignment } = await params
  const { actor, course } = await coursePage(slug)
  const sheet = await forPage(gradingSheet(actor, course.id, assignment))
  const graded = sheet.rows.filter((row) => row.grade.mark !== null)
  const hidden = graded.filter((row) => row.grade.releasedAt === null).length
  return (
    <Page
      eyebrow={
        <Link href={`/courses/${slug}/grades`} className="hover:text-ink">
          Gradebook
        </Link>
      }
      title={sheet.title}
    >
      <DeskNav slug={slug} />
      {sheet.rows.length === 0 ? (
        <Empty title="Nothing has been handed in">
          When a student hands in a critique, it stands here to be graded by its rubric.
        </Empty>
      ) : (
        <>
          <div className="mt-6 flex flex-wrap items-start justify-between gap-4">
            <p className="text-14 text-ink-2">
              <span className="num">
                {graded.length} of {sheet.rows.length}
              </span>{' '}
              graded{hidden ? <span className="num">, {hidden} not released yet</span> : null}. Authors see
              nothing of a mark before it is released.
            </p>
            <ReleaseGrades
              assignmentId={sheet.id}
              groups={sheet.groups}
              next={hidden > 0 && graded.length === sheet.rows.length}
            />
          </div>
          <ul className="mt-6 border-t border-rule">
            {sheet.rows.map((row) => (
              <GradeForm
                key={row.critiqueId}
                row={row}
                outOf={sheet.outOf}
                href={`/courses/${slug}/critiques/${sheet.slug}/${row.critiqueId}`}
              />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
