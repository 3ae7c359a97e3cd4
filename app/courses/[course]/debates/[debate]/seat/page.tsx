import type { Metadata } from 'next'
import { Seat } from '@/components/debates/session/seat/seat'
import { SessionRoom } from '@/components/debates/session/session-room'
import { ballotsOfPhase, forSeat, peopleOf, rankedOptions, sessionPage } from '@/lib/debates/session/queries'
import { memberIn } from '@/lib/policy'
import { causesFor } from '@/lib/polls/causes'
import { coursePage, forPage } from '@/lib/server/page'

type Props = { params: Promise<{ course: string; debate: string }> }

export const metadata: Metadata = { title: 'Your seat' }

export default async function SeatPage({ params }: Props) {
  const { course: courseSlug, debate } = await params
  const { actor, course } = await coursePage(courseSlug)
  const page = await forPage(sessionPage(actor, course.id, debate))
  const member = memberIn(actor, course.id)
  const [ballots, ranked, causes, people] = await Promise.all([
    member ? ballotsOfPhase(actor, member, page.clock.phaseId) : [],
    rankedOptions(actor, course.id, page.debate.id),
    page.me.student ? causesFor(actor, { courseId: course.id, debateId: page.debate.id }) : [],
    page.can.note && !page.can.control ? peopleOf(actor, course.id, page) : null,
  ])
  return (
    <SessionRoom courseSlug={course.slug} page={forSeat(page)} asks>
      <Seat ballots={ballots} ranked={ranked} causes={causes} people={people} />
    </SessionRoom>
  )
}
