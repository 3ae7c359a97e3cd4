'use client'
import { type ReactNode, useMemo, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { Words } from '@/components/polls/words'
import { TableFrame } from '@/components/ui/bits'
import { Page } from '@/components/ui/page'
import { isExtreme } from '@/lib/explanations/rules/class'
import { flipSentence } from '@/lib/explanations/rules/flip-words'
import { classRating, codesOf, matrixOf, ratedCells, scoresOf } from '@/lib/explanations/rules/lay-over'
import { inOrder } from '@/lib/explanations/rules/order'
import type { Order, RatingName, View } from '@/lib/explanations/rules/vocabulary'
import type { MatrixPage } from '@/lib/explanations/schema'
import { matrixWords } from '../matrix-words'
import { RatingKey } from '../rating'
import { type Asked, AskWhy } from './ask-why'
import { MatrixProvider } from './context'
import { Controls } from './controls'
import { Hint } from './hint'
import { KeyHelp } from './key-help'
import { MatrixTable } from './table'
import { TotalsList } from './totals'
import { useKeys } from './use-keys'
import { useMatrixLive } from './use-matrix-live'
import { useOpened } from './use-opened'
import { useRatings } from './use-ratings'

type Props = {
  page: MatrixPage
  view: View
  order: Order
  course: { slug: string; seq: number; member: string }
  base: string
  eyebrow: ReactNode
  actions: ReactNode
  children: ReactNode
}

/** The matrix with everything that changes under one's hands: ratings, totals, words, and the class's as it comes. */
export function Matrix({ page, view, order, course, base, eyebrow, actions, children }: Props) {
  const { explanations, can } = page
  const ratings = useRatings(page.rows, explanations)
  const stream = useMatrixLive(course, explanations, ratings)
  const [cursor, setCursor] = useState<{ row: string; column: string } | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [help, setHelp] = useState(false)
  const opened = useOpened()
  const whose = view === 'differences' ? 'mine' : view
  const live = { explanations, rows: ratings.rows }
  const matrix = useMemo(
    () => matrixOf(codesOf({ explanations }), ratings.rows, whose),
    [explanations, ratings.rows, whose],
  )
  const scores = useMemo(() => scoresOf(matrix), [matrix])
  const rows = inOrder(ratings.rows, order, scores.diagnosticity)
  const rate = (row: string, column: string, value: RatingName | null) => {
    ratings.rate(row, column, { value })
    const classes = ratings.rows.find((r) => r.code === row)
    const extreme = value !== null && isExtreme(value, classes && classRating(classes, column))
    setAsked(extreme ? { row, column, focused: false } : null)
  }
  const onKeyDown = useKeys(
    { rows, explanations, base, ratings },
    {
      rated: ({ row, column }, value) => rate(row, column, value),
      why: (place) => setAsked({ ...place, focused: true }),
      help: () => setHelp(true),
    },
  )
  const shared = { view, whose, rows, explanations, base, ratings, cursor, setCursor, ...opened } as const
  const table = <MatrixTable scores={scores} onKeyDown={onKeyDown} />
  return (
    <MatrixProvider value={{ ...shared, rate, canRate: can.rate, canEdit: can.edit }}>
      <Page
        wide
        eyebrow={eyebrow}
        title="Evidence matrix"
        actions={actions}
        lede={<Words parts={matrixWords(live, whose)} />}
      >
        <p className="mt-2 max-w-[78ch] text-14 text-ink-2">{flipSentence(matrix)}</p>
        <Controls
          view={view}
          order={order}
          base={base}
          counts={ratedCells(live)}
          onHelp={() => setHelp(true)}
        />
        <RatingKey />
        <Hint view={view} canRate={can.rate} />
        <TotalsList scores={scores} />
        {explanations.length > 8 ? <TableFrame label="Evidence matrix">{table}</TableFrame> : table}
        {children}
      </Page>
      <AskWhy {...{ asked, ratings, explanations }} member={course.member} onClose={() => setAsked(null)} />
      <KeyHelp open={help} onOpen={() => setHelp(true)} onClose={() => setHelp(false)} />
      <Connection state={stream} />
    </MatrixProvider>
  )
}
