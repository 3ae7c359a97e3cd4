import { cx } from '@/components/ui/cx'
import { classCell } from '@/lib/explanations/rules/class'
import { RATING_WORDS, RATINGS } from '@/lib/explanations/rules/vocabulary'
import { RATING_LOOK, RatingMark } from './rating'

const said = (counts: readonly number[]): string =>
  RATINGS.flatMap((rating, i) => (counts[i] ? `${counts[i]} ${RATING_WORDS[rating]}` : [])).join(', ')

/** The ratings of one cell as a strip, each as wide as it is frequent, from very consistent to nothing to say. */
export function Strip({ counts, className }: { counts: readonly number[]; className?: string }) {
  return (
    <span className={cx('flex h-1.5 gap-px', className)} role="img" aria-label={said(counts)}>
      {RATINGS.map((rating, i) =>
        counts[i] ? (
          <span
            key={rating}
            style={{ flexGrow: counts[i] }}
            className={cx('rounded-[1px] border border-rule-strong', RATING_LOOK[rating])}
          />
        ) : null,
      )}
    </span>
  )
}

/** The same as bars with their numbers: the table is the plot. */
export function Distribution({ counts }: { counts: readonly number[] }) {
  const { n, disagreement } = classCell(counts)
  return (
    <table className="num w-full max-w-[440px] text-13">
      <caption className="sr-only">How the class rated this cell</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Rating</th>
          <th scope="col">Members</th>
        </tr>
      </thead>
      <tbody>
        {RATINGS.map((rating, i) => (
          <tr key={rating}>
            <th scope="row" className="w-px py-0.5 pr-3 text-left font-normal whitespace-nowrap">
              <span className="flex items-center gap-2">
                <span aria-hidden className="contents">
                  <RatingMark value={rating} className="h-6 w-12" />
                </span>
                {RATING_WORDS[rating]}
              </span>
            </th>
            <td>
              <span className="flex items-center gap-2">
                <span
                  aria-hidden
                  className={cx(
                    'h-4 rounded-sm',
                    (counts[i] ?? 0) > 0 && 'border border-rule-strong',
                    RATING_LOOK[rating],
                  )}
                  style={{ width: `${(80 * (counts[i] ?? 0)) / Math.max(...counts, 1)}%` }}
                />
                {counts[i] ?? 0}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2} className="pt-2 text-ink-3">
            {n} ratings{disagreement === null ? '' : `; disagreement ${disagreement.toFixed(2)} of 1`}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
