'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { send } from '@/components/debates/send'
import { Words } from '@/components/polls/words'
import { Button } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { toast } from '@/components/ui/toasts'
import { setPriorAction } from '@/lib/explanations/actions'
import { codesOf } from '@/lib/explanations/rules/lay-over'
import { credences, sensitivity } from '@/lib/explanations/rules/likelihood'
import { likelihoodRows } from '@/lib/explanations/rules/likelihood-rows'
import { evenPoints } from '@/lib/explanations/rules/points'
import type { Whose } from '@/lib/explanations/rules/vocabulary'
import type { MatrixPage, PriorDto } from '@/lib/explanations/schema'
import { Choice } from '../matrix/choices'
import { PointSliders } from '../point-sliders'
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
  const codes = codesOf(page)
  const [points, setPoints] = useState(() => codes.map((code) => prior.points[code] ?? 0))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const before = Object.fromEntries(codes.map((code, i) => [code, points[i] ?? 0]))
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
        <Before {...{ points, setPoints, page, courseId, given: prior.given }} saved={prior.points} />
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

function Before({
  points,
  setPoints,
  page,
  courseId,
  given,
  saved,
}: {
  points: number[]
  setPoints: (points: number[]) => void
  page: MatrixPage
  courseId: string
  given: boolean
  saved: Record<string, number>
}) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const { explanations, can } = page
  const changed = !given || explanations.some(({ code }, i) => saved[code] !== points[i])
  const save = async () => {
    setBusy(true)
    const byId = Object.fromEntries(explanations.map(({ id }, i) => [id, points[i] ?? 0]))
    const answer = await send(setPriorAction({ courseId, points: byId }))
    setBusy(false)
    toast(answer.ok ? 'Your credence before the evidence is saved.' : answer.message, {
      ...(answer.ok ? {} : { tone: 'bad' as const }),
    })
    if (answer.ok) router.refresh()
  }
  const impossible = explanations.filter((_, i) => points[i] === 0)
  return (
    <div className="grid max-w-[760px] gap-4">
      <PointSliders
        items={explanations.map((e) => ({ code: e.code, name: e.shortName, hue: `h${e.hue}` }))}
        points={points}
        onChange={setPoints}
      />
      {impossible.length > 0 ? (
        <p className="border-l-2 border-warn pl-3 text-13 text-ink-2">
          {impossible.map((e) => e.code).join(', ')} {impossible.length === 1 ? 'has' : 'have'} no points.
          What is thought impossible before the evidence stays so whatever the evidence: nothing times
          anything is nothing. Leave a point where you could be brought to change your mind.
        </p>
      ) : null}
      <span className="flex flex-wrap items-center gap-2 print:hidden">
        {can.rate ? (
          <Button look="main" busy={busy} disabled={!changed} onClick={() => void save()}>
            Save my points
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => setPoints(evenPoints(points.length))}>
          Even points
        </Button>
        {can.rate && !given ? (
          <span className="text-12 text-ink-3">You have not said yet; even points are counted.</span>
        ) : null}
      </span>
    </div>
  )
}
