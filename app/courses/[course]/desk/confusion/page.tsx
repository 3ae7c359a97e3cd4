import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskNav } from '@/components/grading/desk/desk-nav'
import { QuestionList } from '@/components/grading/desk/question-list'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { troubledPassages } from '@/lib/grading/desk/questions'
import type { TroubledPassage } from '@/lib/grading/desk/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Confusion report' }

const HOW =
  'Paragraphs with questions that are not resolved. They are ordered by how many different members asked one there or said “my question too”; each member counts once a paragraph, and nothing else is weighed. Resolve a question in the reader and it leaves this page.'

type Props = { passage: TroubledPassage; now: number; timeZone: string }

function Passage({ passage, now, timeZone }: Props) {
  const { where, excerpt, href, members, questions } = passage
  return (
    <li className="mt-10 grid gap-x-8 md:grid-cols-[88px_1fr] break-inside-avoid">
      <p className="text-13 text-ink-3">
        <span className="num block text-32 leading-none text-ink">{members}</span>
        {members === 1 ? 'member' : 'members'}
      </p>
      <div className="min-w-0">
        <h2 className="text-16 font-medium">
          <Link href={href} className="hover:text-accent">
            {where}
          </Link>
        </h2>
        <blockquote className="mt-1 mb-3 font-serif text-16 text-ink-2 measure wrap-anywhere">
          “{excerpt}”
        </blockquote>
        <QuestionList questions={questions} now={now} timeZone={timeZone} />
      </div>
    </li>
  )
}

export default async function ConfusionPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const passages = await forPage(troubledPassages(actor, course.id))
  return (
    <Page eyebrow={course.term} title="Confusion report" lede="The passages that trouble the class.">
      <DeskNav slug={course.slug} />
      <p className="mt-6 text-13 text-ink-3 max-w-[70ch]">{HOW}</p>
      {passages.length === 0 ? (
        <Empty title="No open questions">
          When students ask about words of the text, those passages stand here until the questions are
          resolved.
        </Empty>
      ) : (
        <ol>
          {passages.map((passage) => (
            <Passage
              key={passage.key}
              passage={passage}
              now={actor.at.getTime()}
              timeZone={course.timeZone}
            />
          ))}
        </ol>
      )}
    </Page>
  )
}
