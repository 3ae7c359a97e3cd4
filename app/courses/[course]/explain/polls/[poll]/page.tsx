import type { Metadata } from 'next'
import Link from 'next/link'
import { BallotForm } from '@/components/polls/ballot-form'
import { ClosePoll, EndSeries } from '@/components/polls/close-poll'
import { Eyebrow } from '@/components/polls/eyebrow'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { Dot } from '@/components/polls/option'
import { ResolvePoll } from '@/components/polls/resolve-poll'
import { Result } from '@/components/polls/result/result'
import { Turnout } from '@/components/polls/turnout'
import { Words } from '@/components/polls/words'
import { Page, Section } from '@/components/ui/page'
import { pollPage } from '@/lib/polls/queries'
import type { PollPage as Poll } from '@/lib/polls/schema'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

type Props = { params: Promise<{ course: string; poll: string }> }

const load = async ({ params }: Props) => {
  const { course: slug, poll } = await params
  const { actor, course } = await coursePage(slug)
  return { course, poll: await forPage(pollPage(actor, course.id, poll)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { poll } = await load(props)
  return { title: [poll.question, poll.wave].filter(Boolean).join(', ') }
}

const WHY = {
  hidden: 'The result stays hidden from everybody until the close.',
  'vote-first': 'The count is shown to those who have voted.',
  'too-few': 'A count is shown from three ballots on, so that nobody’s can be guessed.',
}

/** What an open poll says of itself below its question. */
function OpenLede({ poll }: { poll: Poll }) {
  if (poll.can.vote && !poll.own)
    return (
      <>Your ballot is secret: staff see who has voted, nobody sees how. You can change it until the close.</>
    )
  if (poll.can.vote) return <>You have voted. You can change your ballot until the close.</>
  return <>The poll is open; students vote. {poll.why ? WHY[poll.why] : null}</>
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const inSentence = (answer: string): string =>
  answer.replace(/^A tie: /, 'a tie between ').replace(/^A tie/, 'a tie')

function ClosedLede({ poll }: { poll: Poll }) {
  if (!poll.result) return <>The poll is closed. Fewer than three ballots were cast, so no result is shown.</>
  const { previous, result } = poll
  return (
    <>
      <Words parts={result.words.lede} />
      {previous
        ? ` ${capital(previous.wave || 'in the vote before')} it was ${inSentence(previous.answer)}.`
        : null}
    </>
  )
}

/** Where to look before one votes; in another tab, so that nothing chosen here is lost. */
function Before({ poll, base }: { poll: Poll; base: string }) {
  if (!poll.options.some((o) => o.explanation)) return null
  const link = 'text-accent underline underline-offset-2'
  return (
    <p className="mb-5 text-13 text-ink-3">
      Before you vote:{' '}
      <a href={base} target="_blank" rel="noreferrer" className={link}>
        what each explanation says
      </a>{' '}
      and{' '}
      <a href={`${base}/matrix`} target="_blank" rel="noreferrer" className={link}>
        the evidence on it
      </a>{' '}
      (in a new tab).
    </p>
  )
}

/** What is voted on, for those who do not vote. */
function Options({ poll, base }: { poll: Poll; base: string }) {
  return (
    <ul className="mt-8 max-w-[680px] border-t border-rule">
      {poll.options.map((o) => (
        <li key={o.code} className="flex items-center gap-3 border-b border-rule py-2 font-serif text-16">
          <Dot hue={o.hue} />
          {o.explanation ? (
            <Link href={`${base}/explanations/${o.explanation}`} className="hover:text-accent">
              {o.label}
            </Link>
          ) : (
            o.label
          )}
        </li>
      ))}
    </ul>
  )
}

export default async function PollRoute(props: Props) {
  const { course, poll } = await load(props)
  const closed = poll.closedAt !== null
  const base = `/courses/${course.slug}/explain`
  return (
    <Page
      eyebrow={<Eyebrow poll={poll} base={base} timeZone={course.timeZone} />}
      title={(closed && poll.result?.words.headline) || poll.question}
      lede={closed ? <ClosedLede poll={poll} /> : <OpenLede poll={poll} />}
      actions={!closed && poll.can.manage ? <ClosePoll pollId={poll.id} /> : null}
    >
      <LiveRefresh
        course={course.slug}
        seq={course.seq}
        types={['poll.turnout', 'poll.closed', 'poll.resolved']}
        scope={poll.id}
      />
      {!closed && !poll.can.vote ? <Options poll={poll} base={base} /> : null}
      {!closed && poll.can.vote ? (
        <div className="mt-8">
          <Before poll={poll} base={base} />
          <BallotForm
            pollId={poll.id}
            method={poll.method}
            options={poll.options}
            own={poll.own}
            causes={poll.causes}
          />
        </div>
      ) : null}
      {!closed && poll.can.vote && poll.why ? (
        <p className="mt-8 text-13 text-ink-3">{WHY[poll.why]}</p>
      ) : null}
      {!closed && poll.result ? (
        <Section
          title={`So far: ${poll.result.words.headline}`}
          sub={`${poll.result.ballots} ballots, counted ${longDate(new Date(), course.timeZone)}. The list of ballots is published at the close.`}
        >
          <p className="measure font-serif text-16 text-ink-2">
            <Words parts={poll.result.words.lede} />
          </p>
        </Section>
      ) : null}
      <Result poll={poll} courseSlug={course.slug} />
      {poll.importedFrom === null ? <Turnout {...poll} /> : null}
      {closed && poll.can.manage && poll.method === 'CREDENCE' ? (
        <ResolvePoll pollId={poll.id} options={poll.options} resolution={poll.resolution} />
      ) : null}
      {poll.linkLeft && poll.can.manage ? <EndSeries seriesId={poll.seriesId} /> : null}
    </Page>
  )
}
