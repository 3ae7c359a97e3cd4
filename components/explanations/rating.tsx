import { cx } from '@/components/ui/cx'
import { RATING_WORDS, RATINGS, type RatingName } from '@/lib/explanations/schema'

/** For is indigo and against is persimmon, the stronger the deeper; the letters say the same without colour. */
export const RATING_LOOK: Record<RatingName, string> = {
  CC: 'text-ink bg-[color-mix(in_srgb,var(--for)_34%,var(--paper))]',
  C: 'text-ink bg-[color-mix(in_srgb,var(--for)_14%,var(--paper))]',
  N: 'bg-sunk text-ink-2',
  I: 'text-ink bg-[color-mix(in_srgb,var(--against)_22%,var(--paper))]',
  II: 'text-ink bg-[color-mix(in_srgb,var(--against)_44%,var(--paper))]',
  NA: 'text-ink-3',
}

export function RatingMark({ value, className }: { value: RatingName; className?: string }) {
  return (
    <abbr
      title={RATING_WORDS[value]}
      className={cx(
        'grid place-items-center rounded-sm font-medium no-underline',
        RATING_LOOK[value],
        className ?? 'h-9 text-13',
      )}
    >
      {value}
    </abbr>
  )
}

/** What the letters mean. */
export function RatingKey() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-13 text-ink-2">
      {RATINGS.map((value) => (
        <li key={value} className="flex items-center gap-2">
          <RatingMark value={value} className="h-6 w-9 text-12" />
          {RATING_WORDS[value]}
        </li>
      ))}
    </ul>
  )
}
