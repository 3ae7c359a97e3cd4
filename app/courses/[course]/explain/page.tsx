import type { Metadata } from 'next'
import Link from 'next/link'
import { Entries } from '@/components/explanations/entries'
import { matrixWords } from '@/components/explanations/matrix-words'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { leading, nextSteps } from '@/components/polls/next-step'
import { PollList } from '@/components/polls/poll-list'
import { SurveyList } from '@/components/polls/surveys/survey-list'
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
import { listSurveys } from '@/lib/polls/surveys/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Explain' }

const LIVE = [
  ...['poll.opened', 'poll.turnout', 'poll.closed', 'matrix.changed'],
  ...['survey.opened', 'survey.changed', 'survey.closed'],
]

type Props = { params: Promise<{ course: string }> }

const ASKS: Record<PollListItem['method'], string> = {
  RANKED: 'Rank the options from the best to the weakest.',
  PLURALITY: 'Choose one option.',
  APPROVAL: 'Approve of as many options as you like.',
  SCORE: 'Score each option from 0 to 5.',
  CREDENCE: 'Share a hundred points by how probable each option is.',
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
        {wave} is open; {turnout}. {ASKS[poll.method]} Your ballot is secret.
      </>
    )
  return (
    <>
      {wave} is open; {turnout}.{poll.mine ? ' You can change your ballot until the close.' : ''}
    </>
  )
}

/** One's own ratings where there are any, else the class's, else the start's. */
function evidenceSide(matrix: MatrixPage): Whose {
  const { own, classes } = ratedCells(matrix)
  if (own > 0) return 'mine'
  return classes > 0 ? 'class' : 'start'
}

export default async function ExplainRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const [explanations, polls, matrix, surveys] = await forPage(
    Promise.all([
      listExplanations(actor, course.id),
      listPolls(actor, course.id),
      matrixPage(actor, course.id),
      listSurveys(actor, course.id),
    ]),
  )
  const base = `/courses/${course.slug}/explain`
  const lead = leading(polls)
  const staff = may(actor, 'poll.manage', course.id)
  const unrated = matrix.rows.length > 0 && ratedCells(matrix).own === 0
  const steps = nextSteps(polls, surveys, {
    mayRate: unrated && may(actor, 'matrix.rate', course.id) && !staff,
  })
  return (
    <Page
      eyebrow="Explain"
      title={lead?.question ?? 'Competing explanations'}
      lede={lead ? <Lead poll={lead} /> : null}
      actions={staff ? <ButtonLink href={`${base}/polls/new`}>Open a vote</ButtonLink> : null}
    >
      <LiveRefresh course={course.slug} seq={course.seq} types={LIVE} />
      {steps.length > 0 ? (
        <p className="mt-5 flex flex-wrap gap-2">
          {steps.map(({ label, path }, i) => (
            <ButtonLink key={path} look={i === 0 ? 'main' : 'plain'} href={`${base}/${path}`}>
              {label}
            </ButtonLink>
          ))}
        </p>
      ) : null}
      {explanations.length > 0 ? (
        <Section
          title="The explanations"
          sub="Each as its defenders would state it. They are not all mutually exclusive; each puts the main weight elsewhere."
        >
          <Entries explanations={explanations} base={base} />
        </Section>
      ) : (
        <Empty
          title="No explanations yet"
          action={
            may(actor, 'matrix.edit', course.id) ? (
              <ButtonLink look="main" href={`${base}/matrix/edit`}>
                Add explanations
              </ButtonLink>
            ) : null
          }
        >
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
          {polls.filter((p) => p.closedAt).length > 1 ? (
            <p className="mt-3">
              <Link href={`${base}/shift`} className="font-medium text-accent hover:underline">
                What moved between two votes
              </Link>
            </p>
          ) : null}
        </Section>
      ) : null}
      {surveys.length > 0 || staff ? (
        <Section
          title="Opinions"
          sub="Short statements to agree or disagree with, and the groups that see things alike, where there are any."
          actions={
            staff ? (
              <Link href={`${base}/opinions/new`} className="text-14 font-medium text-accent hover:underline">
                Open a survey
              </Link>
            ) : null
          }
        >
          {surveys.length > 0 ? (
            <SurveyList surveys={surveys} base={base} timeZone={course.timeZone} />
          ) : (
            <p className="text-14 text-ink-2">No survey yet.</p>
          )}
        </Section>
      ) : null}
    </Page>
  )
}
