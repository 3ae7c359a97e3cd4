'use client'
import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { classRating } from '@/lib/explanations/rules/lay-over'
import { ownDistance } from '@/lib/explanations/rules/order'
import { RATING_SIGNS, RATING_WORDS, RATINGS, type RatingName } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto, ExplanationHead } from '@/lib/explanations/schema'
import { RATING_LOOK, SignLetters } from '../rating'
import { cellPath } from './cell-path'
import { useMatrix } from './context'

/**
 * A cell of one's own matrix. The browser's own list does the choosing, so that touch and screen readers have what they
 * know; what is seen lies over it. Until one has rated, the start's rating shows pale, and the class's not at all: one
 * thinks first.
 */
export function OwnCell({ row, explanation }: { row: EvidenceDto; explanation: ExplanationHead }) {
  const { rate, cursor, setCursor, explanations } = useMatrix()
  const { code, shortName } = explanation
  const start = row.suggested[code] ?? 'NA'
  const own = row.own[code]
  const classes = classRating(row, code)
  const first = explanations[0]?.code
  const stop = (cursor?.row === row.code ? cursor.column : first) === code
  const value = own ?? start
  const far = (ownDistance(row, code) ?? 0) >= 2
  return (
    <span
      data-cell={`${row.code} ${code}`}
      className={cx(
        'relative grid h-13 place-items-center content-center gap-0.5 rounded-sm',
        'has-[select:focus-visible]:outline-2 has-[select:focus-visible]:outline-offset-1 has-[select:focus-visible]:outline-accent',
        RATING_LOOK[value],
        own
          ? far
            ? 'ring-2 ring-accent ring-inset'
            : own === 'NA' && 'ring-1 ring-rule ring-inset'
          : 'bg-paper! ring-1 ring-rule-strong ring-inset text-ink-3! print:ring-0',
      )}
    >
      <SignLetters value={value} />
      <span aria-hidden className="text-12 leading-none">
        {own ? beside(start, classes) : 'start'}
      </span>
      <select
        aria-label={`${row.code} against ${code} ${shortName}: my rating${own ? besideWords(start, classes) : ''}`}
        value={own ?? ''}
        tabIndex={stop ? 0 : -1}
        onFocus={() => setCursor({ row: row.code, column: code })}
        onChange={(event) => rate(row.code, code, (event.target.value || null) as RatingName | null)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      >
        <option value="">Not rated; starts at {RATING_WORDS[start]}</option>
        {RATINGS.map((rating) => (
          <option key={rating} value={rating}>
            {RATING_SIGNS[rating]} {RATING_WORDS[rating]}
          </option>
        ))}
      </select>
      <Discuss row={row} code={code} stop={stop} />
    </span>
  )
}

const beside = (start: RatingName, classes: RatingName | undefined): string =>
  `${classes ? `class ${RATING_SIGNS[classes]}` : 'class ?'} · start ${RATING_SIGNS[start]}`

const besideWords = (start: RatingName, classes: RatingName | undefined): string =>
  `; the class starts at ${RATING_WORDS[start]}${classes ? ` and rates ${RATING_WORDS[classes]}` : ''}`

/** The way to the cell's page, with the number of its posts. */
function Discuss({ row, code, stop }: { row: EvidenceDto; code: string; stop: boolean }) {
  const { base } = useMatrix()
  const posts = row.comments[code] ?? 0
  return (
    <Link
      href={cellPath(base, row.code, code)}
      prefetch={false}
      tabIndex={stop ? 0 : -1}
      aria-label={`Discuss ${row.code} against ${code}${posts ? ` (${posts} ${posts === 1 ? 'post' : 'posts'})` : ''}`}
      className="absolute top-0 right-0 grid size-6 place-items-center rounded-sm text-12 leading-none hover:bg-surface print:hidden pointer-coarse:size-9"
    >
      {posts || '›'}
    </Link>
  )
}
