import type { Metadata } from 'next'
import Link from 'next/link'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { AddStatement } from '@/components/polls/surveys/add-statement'
import { CloseSurvey, Statements } from '@/components/polls/surveys/manage'
import { SurveyResultView } from '@/components/polls/surveys/survey-result'
import { VoteCards } from '@/components/polls/surveys/vote-cards'
import { Words } from '@/components/polls/words'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { memberIn } from '@/lib/policy'
import { surveyPage } from '@/lib/polls/surveys/queries'
import { LONGEST, type SurveyPage } from '@/lib/polls/surveys/schema'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

type Props = { params: Promise<{ course: string; survey: string }> }

const load = async ({ params }: Props) => {
  const { course: slug, survey } = await params
  const { actor, course } = await coursePage(slug)
  const memberId = memberIn(actor, course.id)?.id ?? ''
  return { course, memberId, survey: await forPage(surveyPage(actor, course.id, survey)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).survey.title }
}

const people = (n: number): string => `${n} ${n === 1 ? 'person has' : 'people have'} voted`

function Eyebrow({ survey, base, timeZone }: { survey: SurveyPage; base: string; timeZone: string }) {
  const when = survey.closedAt
    ? `closed ${longDate(survey.closedAt, timeZone)}`
    : `open since ${longDate(survey.createdAt, timeZone)}`
  return (
    <>
      <Link href={`${base}/opinions`} className="hover:text-ink">
        Opinions
      </Link>
      {` · ${survey.closedAt ? `${survey.title} · ` : ''}${when} · ${people(survey.voters)}`}
    </>
  )
}

/** What is being voted on, or why this person does not. */
function Voting({ survey, memberId }: { survey: SurveyPage; memberId: string }) {
  if (survey.statements.length === 0)
    return (
      <Empty title="No statement yet">
        {survey.can.add
          ? 'Add the first below: one thought, to agree or disagree with.'
          : 'They will stand here.'}
      </Empty>
    )
  if (survey.can.vote) return <VoteCards key={memberId} statements={survey.statements} />
  return (
    <ul className="mt-8 max-w-[680px] border-t border-rule">
      {survey.statements.map((s) => (
        <li key={s.id} className="border-b border-rule py-2 font-serif text-16">
          {s.text}
        </li>
      ))}
    </ul>
  )
}

export default async function SurveyRoute(props: Props) {
  const { course, memberId, survey } = await load(props)
  const base = `/courses/${course.slug}/explain`
  const { result, can, hidden } = survey
  return (
    <Page
      eyebrow={<Eyebrow survey={survey} base={base} timeZone={course.timeZone} />}
      title={result?.headline ?? survey.title}
      lede={result ? <Words parts={result.lede} /> : survey.intro || undefined}
      actions={
        can.manage && !survey.closedAt ? <CloseSurvey surveyId={survey.id} open={survey.open} /> : null
      }
    >
      <LiveRefresh
        course={course.slug}
        seq={course.seq}
        types={['survey.changed', 'survey.closed']}
        scope={survey.id}
      />
      {result ? (
        <SurveyResultView survey={survey} result={result} />
      ) : (
        <>
          <Voting survey={survey} memberId={memberId} />
          <p className="mt-6 max-w-[70ch] text-13 text-ink-3">
            Nobody sees how you vote, staff neither. Groups and counts are shown when the survey closes.
          </p>
        </>
      )}
      {can.add ? (
        <Section title="Is something missing?">
          <AddStatement surveyId={survey.id} memberId={memberId} longest={LONGEST} />
        </Section>
      ) : null}
      {hidden.length > 0 && !can.manage ? (
        <Section title="Taken out by staff">
          <ul className="text-14 text-ink-2">
            {hidden.map((s) => (
              <li key={s.id}>
                Statement {s.number}: {s.reason}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {can.manage ? <Statements shown={survey.statements} hidden={hidden} /> : null}
    </Page>
  )
}
