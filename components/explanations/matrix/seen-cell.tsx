'use client'
import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { middleRating } from '@/lib/explanations/rules/class'
import { classRating } from '@/lib/explanations/rules/lay-over'
import { ownDistance } from '@/lib/explanations/rules/order'
import { RATING_SIGNS, RATING_WORDS, type RatingName } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto } from '@/lib/explanations/schema'
import { Strip } from '../distribution'
import { RATING_LOOK, RatingSign } from '../rating'
import { cellPath } from './cell-path'
import { useMatrix } from './context'

const BOX =
  'relative grid h-13 place-items-center content-center gap-1 rounded-sm hover:ring-1 hover:ring-ink-3'

/** What the cell says of the class: its middle rating with everybody's below it, or that too few have rated. */
function Class({ row, code }: { row: EvidenceDto; code: string }) {
  const counts = row.classes[code]
  if (!counts)
    return (
      <span className="text-12 text-ink-3" title="Fewer than three others have rated this cell">
        n&lt;3
      </span>
    )
  return (
    <>
      <RatingSign value={middleRating(counts)} />
      <Strip counts={counts} className="w-4/5" />
    </>
  )
}

/** One's own rating and where it leads away from the class's, or from the start's while the class has none to show. */
function Difference({ row, code }: { row: EvidenceDto; code: string }) {
  const own = row.own[code]
  const other = classRating(row, code) ?? row.suggested[code] ?? 'NA'
  if (!own) return <span className="text-12 text-ink-3">not rated</span>
  if (own === other)
    return (
      <span className="text-12 text-ink-3">
        <span aria-hidden>=</span>
        <span className="sr-only">the same: {RATING_WORDS[own]}</span>
      </span>
    )
  return (
    <>
      <span aria-hidden className="flex items-baseline gap-1.5 text-16 leading-none">
        <b className="font-semibold">{RATING_SIGNS[own]}</b>
        <span className="text-12">≠</span>
        {RATING_SIGNS[other]}
      </span>
      <span className="sr-only">
        {RATING_WORDS[own]} against {RATING_WORDS[other]},
      </span>
      <span className="text-12 leading-none">{row.classes[code] ? 'me, class' : 'me, start'}</span>
    </>
  )
}

function look(row: EvidenceDto, code: string, view: 'class' | 'start' | 'differences'): string {
  const start = row.suggested[code] ?? 'NA'
  const shown: Record<typeof view, RatingName> = {
    class: classRating(row, code) ?? 'NA',
    start,
    differences: 'NA',
  }
  const steps = view === 'differences' ? (ownDistance(row, code) ?? 0) : 0
  return cx(
    RATING_LOOK[shown[view]],
    steps >= 2 && 'bg-mark-strong! text-ink!',
    steps === 1 && 'bg-mark! text-ink!',
    shown[view] === 'NA' && 'ring-1 ring-rule ring-inset',
  )
}

/** A cell that is looked at; it leads to the cell's page. */
export function SeenCell({
  row,
  code,
  view,
}: {
  row: EvidenceDto
  code: string
  view: 'class' | 'start' | 'differences'
}) {
  const { base } = useMatrix()
  const posts = row.comments[code] ?? 0
  return (
    <Link href={cellPath(base, row.code, code)} prefetch={false} className={cx(BOX, look(row, code, view))}>
      <span className="sr-only">
        {row.code} against {code}:{' '}
      </span>
      {view === 'class' ? <Class row={row} code={code} /> : null}
      {view === 'start' ? <RatingSign value={row.suggested[code] ?? 'NA'} /> : null}
      {view === 'differences' ? <Difference row={row} code={code} /> : null}
      {posts ? (
        <span className="absolute top-1 right-1.5 text-12 leading-none print:hidden">
          <span aria-hidden>{posts}</span>
          <span className="sr-only">
            {posts} {posts === 1 ? 'post' : 'posts'}
          </span>
        </span>
      ) : null}
    </Link>
  )
}
