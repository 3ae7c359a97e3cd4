import type { Metadata } from 'next'
import Link from 'next/link'
import { Entries } from '@/components/explanations/entries'
import { matrixWords } from '@/components/explanations/matrix-words'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { PollList } from '@/components/polls/poll-list'
import { Words } from '@/components/polls/words'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { listExplanations, matrixPage } from '@/lib/explanations/queries'
import { ratedCells } from '@/lib/explanations/rules/lay-over'
import type { Whose } from '@/lib/explanations/rules/vocabulary'
import type { MatrixPage } from '@/lib/explanations/schema'
import { may } from '@/lib/policy'
import { listPolls } from '@/lib/polls/queries'
import type { PollListItem } from '@/lib/polls/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Explain' }

type Props = { params: Promise<{ course: string }> }

/** The one next step: a ballot to cast, else the vote that runs, else the last answer. */
function leading(polls: PollListItem[]): PollListItem | undefined {
  const own = polls.filter((p) => p.debateId === null)
  return own.find((p) => p.mayVote && !p.mine) ?? own.find((p) => !p.closedAt) ?? own[0]
}

function Lead({ poll }: { poll: PollListItem }) {
  const wave = poll.wave ? `The vote “${poll.wave}”` : 'The vote'
  const turnout = `${poll.voted} of ${poll.of} have voted`
  if (poll.closedAt)
    return (
      <>
        {wave} is closed{poll.answer ? ': ' : '.'}
        {poll.answer ? <b className="font-semibold text-ink">{poll.answer}.</b> : null}
      </>
    )
  if (poll.mayVote && !poll.mine)
    return (
      <>
        {wave} is open; {turnout}. Rank the explanations from the best to the weakest. Your ballot is secret.
      </>
    )
  return (
    <>
      {wave} is open; {turnout}.{poll.mine ? ' You can change your ballot until the close.' : ''}
    </>
  )
}

const step = (poll: PollListItem): string => {
  if (poll.closedAt) return 'See the result'
  if (!poll.mayVote) return 'See the vote'
  return poll.mine ? 'See or change my ballot' : 'Cast my ballot'
}

/** One's own ratings where there are any, else the class's, else the start's. */
function evidenceSide(matrix: MatrixPage): Whose {
  const { own, classes } = ratedCells(matrix)
  if (own > 0) return 'mine'
  return classes > 0 ? 'class' : 'start'
}

export default async function ExplainRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const [explanations, polls, matrix] = await forPage(
    Promise.all([
      listExplanations(actor, course.id),
      listPolls(actor, course.id),
      matrixPage(actor, course.id),
    ]),
  )
  const base = `/courses/${course.slug}/explain`
  const lead = leading(polls)
  const staff = may(actor, 'poll.manage', course.id)
  return (
    <Page
      eyebrow="Explain"
      title={lead?.question ?? 'Competing explanations'}
      lede={lead ? <Lead poll={lead} /> : null}
      actions={staff ? <ButtonLink href={`${base}/polls/new`}>Open a vote</ButtonLink> : null}
    >
      <LiveRefresh
        course={course.slug}
        seq={course.seq}
        types={['poll.opened', 'poll.turnout', 'poll.closed', 'matrix.changed']}
      />
      {lead ? (
        <ButtonLink look="main" href={`${base}/polls/${lead.slug}`} className="mt-5">
          {step(lead)}
        </ButtonLink>
      ) : null}
      {explanations.length > 0 ? (
        <Section
          title="The explanations"
          sub="Each as its defenders would state it. They are not all mutually exclusive; each puts the main weight elsewhere."
        >
          <Entries explanations={explanations} base={base} />
        </Section>
      ) : (
        <Empty title="No explanations yet">
          Here stand the competing answers to the seminar’s question: what each claims, predicts, and could
          not survive.
        </Empty>
      )}
      {matrix.rows.length > 0 ? (
        <Section title="The evidence">
          <p className="measure font-serif text-16 text-ink-2">
            {matrix.rows.length} observations, each weighed against every explanation.{' '}
            <Words parts={matrixWords(matrix, evidenceSide(matrix))} />
          </p>
          <p className="mt-3">
            <Link href={`${base}/matrix`} className="font-medium text-accent hover:underline">
              Open the evidence matrix
            </Link>
          </p>
        </Section>
      ) : null}
      {polls.length > 0 ? (
        <Section title="Votes">
          <PollList polls={polls} base={base} timeZone={course.timeZone} />
        </Section>
      ) : null}
    </Page>
  )
}
