import type { Metadata } from 'next'
import Link from 'next/link'
import { Bayes } from '@/components/explanations/bayes/bayes'
import { RatingMark } from '@/components/explanations/rating'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { ownPrior } from '@/lib/explanations/cell-queries'
import { matrixPage } from '@/lib/explanations/queries'
import { LIKELIHOODS } from '@/lib/explanations/rules/likelihood'
import { RATING_WORDS, RATINGS, type Whose } from '@/lib/explanations/rules/vocabulary'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Credence by Bayes' }

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ view?: string }>
}

function whoseOf(asked: string | undefined, canRate: boolean): Whose {
  if (asked === 'class' || asked === 'start') return asked
  return canRate ? 'mine' : 'class'
}

export default async function BayesRoute({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const { view } = await searchParams
  const [page, prior] = await forPage(Promise.all([matrixPage(actor, course.id), ownPrior(actor, course.id)]))
  const explain = `/courses/${course.slug}/explain`
  const base = `${explain}/matrix`
  const eyebrow = (
    <>
      <Link href={explain} className="hover:text-ink">
        Explain
      </Link>
      {' · '}
      <Link href={base} className="hover:text-ink">
        Evidence matrix
      </Link>
    </>
  )
  const live = (
    <LiveRefresh
      course={course.slug}
      seq={course.seq}
      types={['matrix.changed', 'matrix.rated', 'matrix.counted']}
    />
  )
  if (page.explanations.length < 2 || page.rows.length === 0)
    return (
      <Page eyebrow={eyebrow} title="Credence by Bayes">
        {live}
        <Empty title="Nothing to weigh yet">
          With two explanations and one observation, what each says about it is turned into how far it should
          move what you believe.
        </Empty>
      </Page>
    )
  return (
    <Bayes
      // other explanations are other sliders
      key={page.explanations.map((e) => e.id).join(' ')}
      page={page}
      prior={prior}
      whose={whoseOf(view, page.can.rate)}
      courseId={course.id}
      base={base}
      eyebrow={eyebrow}
    >
      {live}
      <Convention />
    </Bayes>
  )
}

/** What the numbers are, and that they are chosen. */
function Convention() {
  return (
    <Section
      title="How it is counted"
      sub="After the evidence an explanation has what it had before, times the probability that it gives to each row, all shared out again so that they come to a hundred (Bayes’ rule)."
    >
      <div className="grid gap-x-12 gap-y-4 text-14 text-ink-2 md:grid-cols-2">
        <p className="measure">
          A rating is turned into a probability by the table here. The numbers are a convention of this site:
          five equal steps, with neutral in the middle and the ends short of certainty. Only their ratios
          count. Where you want to be more exact, give a number of your own on the page of the cell. An
          explanation with nothing to say about a row neither gains nor loses by it, so it stands with
          neutral.
        </p>
        <table className="num max-w-[320px] text-13">
          <thead>
            <tr className="text-12 text-ink-3">
              <th scope="col" className="pb-1 text-left font-medium">
                Rating
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                Probability of the row
              </th>
            </tr>
          </thead>
          <tbody>
            {RATINGS.map((rating) => (
              <tr key={rating}>
                <th scope="row" className="py-0.5 text-left font-normal">
                  <span className="flex items-center gap-2">
                    <span aria-hidden className="contents">
                      <RatingMark value={rating} className="h-6 w-12" />
                    </span>
                    {RATING_WORDS[rating]}
                  </span>
                </th>
                <td className="text-right">{LIKELIHOODS[rating]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
