import type { Metadata } from 'next'
import Link from 'next/link'
import { RemoveExample } from '@/components/critiques/reviews/remove-example'
import { ScoreForm } from '@/components/critiques/reviews/score-form'
import { SolutionTable } from '@/components/critiques/reviews/solution-table'
import { Answers } from '@/components/critiques/template-parts'
import { SafeHtml } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import type { ExamplePage } from '@/lib/critiques/reviews/dto'
import { examplePage } from '@/lib/critiques/reviews/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'An example to score' }

type Props = { params: Promise<{ course: string; assignment: string; example: string }> }

const apart = ({ solution, mine, template }: ExamplePage): string => {
  const points = Math.abs((mine?.total ?? 0) - (solution?.total ?? 0))
  const side = (mine?.total ?? 0) > (solution?.total ?? 0) ? 'above' : 'below'
  if (points === 0) return 'You gave what the instructor gave.'
  return `You are ${Math.round(points * 10) / 10} of ${template.outOf} points ${side} the instructor.`
}

export default async function ExampleToScorePage({ params }: Props) {
  const { course: slug, assignment, example } = await params
  const { actor, course } = await coursePage(slug)
  const at = { assignment, position: /^\d{1,6}$/.test(example) ? Number(example) : Number.NaN }
  const page = await forPage(examplePage(actor, course.id, at))
  const base = `/courses/${course.slug}/critiques/${assignment}/reviews`
  const { solution, mine, manage, position, count } = page
  return (
    <Page
      title={page.title}
      eyebrow={
        <Link href={base} className="hover:text-ink">
          {page.head.title}: reviews
        </Link>
      }
      actions={manage && page.scored.length === 0 ? <RemoveExample id={page.id} href={base} /> : null}
    >
      <p className="num mt-2 text-13 text-ink-2">
        Example {position} of {count} · {page.template.title}
      </p>
      <div className="mt-8">
        <Answers fields={page.fields} />
      </div>
      {solution ? (
        <Section title={manage ? 'Scores' : 'Your scores and the instructor’s'}>
          {mine && !manage ? <p className="mb-4 font-serif text-19">{apart(page)}</p> : null}
          <SolutionTable page={page} />
          {solution.commentHtml ? (
            <SafeHtml html={solution.commentHtml} className="prose-serif measure mt-5" />
          ) : null}
          {manage ? null : (
            <ButtonLink look="main" className="mt-6" href={base}>
              On to the reviews
            </ButtonLink>
          )}
        </Section>
      ) : (
        <Section title="Your scores">
          <ScoreForm id={page.id} criteria={page.template.criteria} />
        </Section>
      )}
    </Page>
  )
}
