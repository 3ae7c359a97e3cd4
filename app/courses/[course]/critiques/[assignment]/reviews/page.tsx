import type { Metadata } from 'next'
import Link from 'next/link'
import { ReleaseButton } from '@/components/critiques/buttons'
import { Follow } from '@/components/critiques/follow'
import { AllocateButton } from '@/components/critiques/reviews/allocate-dialog'
import { AddConflict, RemoveConflict } from '@/components/critiques/reviews/conflict-tools'
import { AllocationTable, Method, PeopleTable } from '@/components/critiques/reviews/desk-tables'
import { ReviewsDue } from '@/components/critiques/reviews/reviews-due'
import { RowFilter } from '@/components/critiques/reviews/row-filter'
import { TaskList } from '@/components/critiques/reviews/task-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty, Notice } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import type { ReviewHead, ReviewsDesk, TasksPage } from '@/lib/critiques/reviews/dto'
import { reviewsDesk, reviewTasks } from '@/lib/critiques/reviews/queries'
import { may } from '@/lib/policy'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Peer reviews' }

type Props = {
  params: Promise<{ course: string; assignment: string }>
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>
}
type Place = { slug: string; base: string; timeZone: string; now: Date; courseId: string; seq: number }

const MODES = {
  DOUBLE_BLIND: 'Double-blind: neither side learns who the other is',
  SINGLE_BLIND: 'Single-blind: reviewers know the author, the author not the reviewers',
  OPEN: 'Open: both sides know each other, once reviews are released',
}
const PAGE_ROWS = 100

function Head({ head, place }: { head: ReviewHead; place: Place }) {
  return (
    <p className="mt-3 text-14 text-ink-2">
      {MODES[head.mode]}.{' '}
      {head.released ? (
        'Reviews are released.'
      ) : (
        <>
          Reviews <ReviewsDue dueAt={head.dueAt} now={place.now} timeZone={place.timeZone} />.
        </>
      )}
    </p>
  )
}

const Eyebrow = ({ head, place }: { head: ReviewHead; place: Place }) => (
  <Link href={place.base} className="hover:text-ink">
    {head.title}
  </Link>
)

function Tasks({ page, place }: { page: TasksPage; place: Place }) {
  const { head, tasks, examples, helpfulness } = page
  return (
    <Page title="Reviews to write" eyebrow={<Eyebrow head={head} place={place} />}>
      <Head head={head} place={place} />
      {tasks.length + examples.length === 0 ? (
        <Empty title="Nothing to review yet">
          Once critiques are in, the instructor shares them out. Then you find here what you are to review,
          and what you write is saved as you type and seen by its author when all reviews are released.
        </Empty>
      ) : (
        <div className="max-w-[46rem]">
          <TaskList page={page} base={`${place.base}/reviews`} />
          {helpfulness ? (
            <p className="mt-6 text-14 text-ink-2">
              Authors found your reviews in this course{' '}
              <span className="num">{helpfulness.mean.toFixed(1)}</span> of 5 helpful, on the mean of{' '}
              <span className="num">{helpfulness.count}</span>.
            </p>
          ) : null}
        </div>
      )}
      <Follow slug={place.slug} after={place.seq} types={['reviews.allocated', 'assignment.changed']} />
    </Page>
  )
}

function counted({ rows }: ReviewsDesk): { all: number; done: number } {
  const all = rows.flatMap((r) => r.reviewers)
  const done = all.filter((r) => r.state === 'SUBMITTED' || r.state === 'CHANGED')
  return { all: all.length, done: done.length }
}

function Answer({ desk }: { desk: ReviewsDesk }) {
  const { all, done } = counted(desk)
  if (desk.rows.length === 0) return null
  return (
    <p className="num mt-4 font-serif text-19">
      {desk.rows.length} {desk.rows.length === 1 ? 'critique' : 'critiques'}, {all}{' '}
      {all === 1 ? 'review' : 'reviews'} to write, {done} submitted.
    </p>
  )
}

function Conflicts({ desk, place }: { desk: ReviewsDesk; place: Place }) {
  return (
    <Section
      title="Conflicts"
      sub="Two who must not review each other, in any critique of the course. Reviewers may say so themselves."
      actions={
        desk.students.length > 1 ? <AddConflict courseId={place.courseId} students={desk.students} /> : null
      }
    >
      {desk.conflicts.length === 0 ? (
        <p className="text-14 text-ink-2">None.</p>
      ) : (
        <ul className="max-w-[46rem]">
          {desk.conflicts.map((c) => (
            <li
              key={c.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5 border-b border-rule first:border-t text-14"
            >
              <span>
                {c.a} and {c.b}
                {c.reason ? <span className="text-ink-2">: {c.reason}</span> : null}
                {c.pairs > 0 ? (
                  <span className="text-warn"> One of them has the other’s critique; allocate again.</span>
                ) : null}
              </span>
              <RemoveConflict id={c.id} names={`${c.a} and ${c.b}`} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Examples({ desk, place }: { desk: ReviewsDesk; place: Place }) {
  return (
    <Section
      title="Calibration"
      sub="Examples that every reviewer scores first, against your own scores. Peer scores are corrected by them."
      actions={<ButtonLink href={`${place.base}/reviews/examples/new`}>Add an example</ButtonLink>}
    >
      {desk.examples.length === 0 ? (
        <p className="text-14 text-ink-2">
          None. Without examples only differences between reviewers can be corrected.
        </p>
      ) : (
        <ul className="max-w-[46rem]">
          {desk.examples.map((e) => (
            <li
              key={e.position}
              className="flex justify-between gap-4 py-2 border-b border-rule first:border-t text-14"
            >
              <Link
                href={`${place.base}/reviews/examples/${e.position}`}
                className="underline decoration-rule-strong underline-offset-3 hover:decoration-current"
              >
                {e.title}
              </Link>
              <span className="num text-ink-2">
                {e.scored === 1 ? 'scored by one' : `scored by ${e.scored}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Desk({ desk, place, q, at }: { desk: ReviewsDesk; place: Place; q: string; at: number }) {
  const { head, rows, people, students } = desk
  const wanted = q.toLowerCase()
  const found = rows.filter(
    (r) =>
      r.author.toLowerCase().includes(wanted) ||
      r.reviewers.some((x) => x.name.toLowerCase().includes(wanted)),
  )
  const shown = found.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS)
  const { allocatedAt, seed, perSubmission, conflicts } = desk
  const { all, done } = counted(desk)
  return (
    <Page
      wide
      title="Peer reviews"
      eyebrow={<Eyebrow head={head} place={place} />}
      actions={
        <>
          {rows.length > 0 && !head.released ? (
            <AllocateButton desk={{ head, allocatedAt, seed, perSubmission, conflicts }} />
          ) : null}
          {desk.held > 0 ? (
            <ReleaseButton assignmentId={head.assignmentId} held={desk.held} next={all === done} />
          ) : null}
          {head.released ? (
            <ButtonLink look="main" href={`/courses/${place.slug}/grades/${head.slug}`}>
              Grade
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Head head={head} place={place} />
      <Answer desk={desk} />
      {desk.short > 0 && allocatedAt && !head.released ? (
        <div className="mt-4">
          <Notice tone="warn">
            {desk.short === 1 ? 'One critique has' : `${desk.short} critiques have`} fewer reviewers than{' '}
            {perSubmission}.
          </Notice>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <Empty title="No critique is submitted yet">
          When critiques are in, allocate them here: each goes to {perSubmission} reviewers, shared out evenly
          and by lot. You see the loads before you confirm.
        </Empty>
      ) : (
        <Section title="Who reviews what">
          {rows.length > 20 || q ? (
            <RowFilter q={q} at={at} pages={Math.ceil(found.length / PAGE_ROWS)} />
          ) : null}
          <AllocationTable rows={shown} base={place.base} students={head.released ? null : students} />
          <Method />
        </Section>
      )}
      {people.length > 0 ? (
        <Section title="Reviewers">
          <PeopleTable
            people={people.filter((p) => p.name.toLowerCase().includes(wanted)).slice(0, PAGE_ROWS)}
          />
        </Section>
      ) : null}
      <Examples desk={desk} place={place} />
      <Conflicts desk={desk} place={place} />
      <Follow
        slug={place.slug}
        after={place.seq}
        types={[
          'reviews.allocated',
          'review.reassigned',
          'review.submitted',
          'review.moderated',
          'critique.submitted',
        ]}
      />
    </Page>
  )
}

const one = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '')

export default async function ReviewsPage({ params, searchParams }: Props) {
  const { course: slug, assignment } = await params
  const { actor, course } = await coursePage(slug)
  const base = `/courses/${course.slug}/critiques/${assignment}`
  const { timeZone, id: courseId, seq } = course
  const place = { slug: course.slug, base, timeZone, now: actor.at, courseId, seq }
  if (!may(actor, 'review.moderate', courseId))
    return <Tasks page={await forPage(reviewTasks(actor, courseId, assignment))} place={place} />
  const { q, page } = await searchParams
  const at = Math.max(1, Number.parseInt(one(page), 10) || 1)
  return (
    <Desk desk={await forPage(reviewsDesk(actor, courseId, assignment))} place={place} q={one(q)} at={at} />
  )
}
