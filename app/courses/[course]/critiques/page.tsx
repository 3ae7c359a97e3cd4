import type { Metadata } from 'next'
import Link from 'next/link'
import { ReleaseButton } from '@/components/critiques/buttons'
import { Due, LateRuleLine } from '@/components/critiques/due'
import { Follow } from '@/components/critiques/follow'
import { HandedTable } from '@/components/critiques/handed-table'
import { OwnState } from '@/components/critiques/own-state'
import { ReviewLine } from '@/components/critiques/reviews/review-line'
import { SafeHtml } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { critiquesRoom } from '@/lib/critiques/queries'
import type { AssignmentSummary, CritiquesRoom } from '@/lib/critiques/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Critiques' }

type Place = { base: string; grading: string; timeZone: string; now: Date }

/** For staff: what was submitted, and what of it waits to be released. */
function Submitted({ a, room, place }: { a: AssignmentSummary; room: CritiquesRoom; place: Place }) {
  const rows = a.handed ?? []
  const held = rows.reduce((sum, r) => sum + r.reviews - r.released, 0)
  if (rows.length === 0)
    return (
      <p className="text-14 text-ink-2">
        {a.open
          ? 'Nobody has submitted yet. Drafts stay with their authors; what they submit appears here at once.'
          : 'Nobody submitted.'}
      </p>
    )
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-ink-2">
          <span className="num">
            {rows.length} of {room.students}
          </span>{' '}
          {room.students === 1 ? 'student has' : 'students have'} submitted
        </p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`${place.base}/reviews`}>Peer reviews</ButtonLink>
          <ButtonLink href={place.grading}>Grade</ButtonLink>
          {held > 0 ? <ReleaseButton assignmentId={a.id} held={held} /> : null}
        </div>
      </div>
      <HandedTable rows={rows} title={a.title} base={place.base} timeZone={place.timeZone} rule={a.rule} />
    </>
  )
}

function Mine({ a, room, place }: { a: AssignmentSummary; room: CritiquesRoom; place: Place }) {
  if (a.own) return <OwnState own={a.own} open={a.open} base={place.base} timeZone={place.timeZone} />
  if (!room.can.start) return null
  if (!a.open) return <p className="text-14 text-ink-2">You submitted nothing, and it is closed.</p>
  return (
    <ButtonLink look="main" href={place.base}>
      {room.templates > 1 ? 'Choose a template' : 'Begin'}
    </ButtonLink>
  )
}

function Assignment({ a, room, place }: { a: AssignmentSummary; room: CritiquesRoom; place: Place }) {
  return (
    <section className="py-8 border-t border-rule">
      <h2 className="text-24">
        <Link href={place.base} className="hover:underline decoration-rule-strong underline-offset-4">
          {a.title}
        </Link>
      </h2>
      <p className="num mt-1 text-13 text-ink-2">
        <Due of={a} now={place.now} timeZone={place.timeZone} />
      </p>
      <LateRuleLine of={a} again={a.own?.submittedAt != null} />
      {a.briefHtml ? <SafeHtml html={a.briefHtml} className="prose-serif measure mt-3 text-ink-2" /> : null}
      <div className="mt-5">
        {a.handed ? <Submitted a={a} room={room} place={place} /> : <Mine a={a} room={room} place={place} />}
      </div>
      <ReviewLine reviewing={a.reviewing} base={place.base} />
    </section>
  )
}

function Nothing({ manage, templates }: { manage: boolean; templates: number }) {
  if (!manage)
    return (
      <Empty title="No critique is set yet">
        When the instructor sets one, you choose a template here, write field by field, and submit. What you
        type is saved as you type and stays yours alone until you submit it.
      </Empty>
    )
  return (
    <Empty title="No critique is set yet">
      A critique is written from a template: fields with prompts and word limits, and the rubric by which it
      will be read.{' '}
      {templates === 0
        ? 'This course has no template yet: make one first. Then set a title and a due date'
        : `This course has ${templates} to choose from. Set a title and a due date`}
      ; students choose a template and write.
    </Empty>
  )
}

export default async function CritiquesPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const room = await forPage(critiquesRoom(actor, course.id))
  const { slug, timeZone } = course
  const types = room.can.manage
    ? [
        'assignment.created',
        'assignment.changed',
        'extension.given',
        'critique.submitted',
        'critique.withdrawn',
        'review.submitted',
      ]
    : ['assignment.created', 'assignment.changed', 'extension.given', 'review.released', 'reviews.allocated']
  return (
    <Page
      title="Critiques"
      lede="Take one argument apart, field by field."
      actions={
        room.can.manage ? (
          <>
            <ButtonLink href={`/courses/${slug}/critiques/templates`}>Templates</ButtonLink>
            {room.templates === 0 ? (
              <ButtonLink look="main" href={`/courses/${slug}/critiques/templates/new`}>
                Make a template
              </ButtonLink>
            ) : (
              <ButtonLink look="main" href={`/courses/${slug}/critiques/new`}>
                Set a critique
              </ButtonLink>
            )}
          </>
        ) : null
      }
    >
      <div className="mt-10">
        {room.assignments.length === 0 ? (
          <Nothing manage={room.can.manage} templates={room.templates} />
        ) : null}
        {room.assignments.map((a) => (
          <Assignment
            key={a.id}
            a={a}
            room={room}
            place={{
              base: `/courses/${slug}/critiques/${a.slug}`,
              grading: `/courses/${slug}/grades/${a.slug}`,
              timeZone,
              now: actor.at,
            }}
          />
        ))}
      </div>
      <Follow slug={slug} after={course.seq} types={types} />
    </Page>
  )
}
