'use client'
import { type ReactNode, useState } from 'react'
import { Words } from '@/components/polls/words'
import { Page, Section } from '@/components/ui/page'
import { credences, sensitivity } from '@/lib/explanations/rules/likelihood'
import { likelihoodRows } from '@/lib/explanations/rules/likelihood-rows'
import type { Whose } from '@/lib/explanations/rules/vocabulary'
import type { MatrixPage, PriorDto } from '@/lib/explanations/schema'
import { Choice } from '../matrix/choices'
import { Before } from './before'
import { Posterior } from './posterior'
import { Weights } from './weights'
import { credenceWords } from './words'

type Props = {
  page: MatrixPage
  prior: PriorDto
  whose: Whose
  courseId: string
  base: string
  eyebrow: ReactNode
  children: ReactNode
}

const WHOSE: [Whose, string][] = [
  ['mine', 'Mine'],
  ['class', 'The class’s'],
  ['start', 'As the class starts'],
]

/** From what one believed before, by what each row says, to what one should believe after. */
export function Bayes({ page, prior, whose, courseId, base, eyebrow, children }: Props) {
  const { explanations, can } = page
  const [before, setBefore] = useState(prior.points)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const rows = likelihoodRows(page, whose)
  const counted = rows.filter((row) => !left.has(row.code))
  const after = credences(before, counted)
  const moves = new Map(sensitivity(before, counted).map((row) => [row.code, row.moves]))
  const toggle = (code: string) =>
    setLeft((old) => {
      const next = new Set(old)
      if (!next.delete(code)) next.add(code)
      return next
    })
  return (
    <Page
      eyebrow={eyebrow}
      title="Credence by Bayes"
      lede={<Words parts={credenceWords(page, before, after)} />}
    >
      <div className="mt-6 border-y border-rule py-2 print:hidden">
        <Choice
          label="By whose ratings"
          items={WHOSE.filter(([name]) => can.rate || name !== 'mine').map(([name, text]) => ({
            text,
            href: `${base}/bayes?view=${name}`,
            on: name === whose,
          }))}
        />
      </div>
      <Section
        title="Before the evidence"
        sub={
          can.rate
            ? 'What you believed before you looked at any row: a hundred points. Only you see them.'
            : 'Move the sliders to try a starting point. Observers’ points are not kept.'
        }
      >
        <Before {...{ page, prior, courseId }} points={before} onChange={setBefore} />
      </Section>
      <Section
        title="After the evidence"
        sub={
          left.size
            ? `Without ${[...left].join(', ')}.`
            : `Over ${rows.length} ${rows.length === 1 ? 'observation' : 'observations'}.`
        }
      >
        <Posterior explanations={explanations} before={before} after={after} />
      </Section>
      <Section
        title="What each row weighs"
        sub="Weight of evidence in decibels: ten times the logarithm of how many times as probable the row is under one explanation as under the other. 3 dB is two to one, 10 dB ten to one; weights add up."
      >
        <Weights {...{ page, rows, left, toggle, moves }} />
      </Section>
      {children}
    </Page>
  )
}
