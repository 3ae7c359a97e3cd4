import { cx } from '@/components/ui/cx'
import { RATING_SIGNS, RATING_WORDS, RATINGS, type RatingName } from '@/lib/explanations/rules/vocabulary'

/** For is indigo and against is persimmon, the stronger the deeper; sign and letters say the same without colour. */
export const RATING_LOOK: Record<RatingName, string> = {
  CC: 'text-ink bg-[color-mix(in_srgb,var(--for)_34%,var(--paper))]',
  C: 'text-ink bg-[color-mix(in_srgb,var(--for)_14%,var(--paper))]',
  N: 'bg-sunk text-ink-2',
  I: 'text-ink bg-[color-mix(in_srgb,var(--against)_22%,var(--paper))]',
  II: 'text-ink bg-[color-mix(in_srgb,var(--against)_44%,var(--paper))]',
  NA: 'text-ink-3 bg-paper',
}

/** The sign and the letters of a rating, for the eye alone. */
export function SignLetters({ value }: { value: RatingName }) {
  return (
    <span aria-hidden className="text-12 leading-none whitespace-nowrap">
      <b className="text-16 leading-none font-semibold">{RATING_SIGNS[value]}</b>
      {value === 'NA' ? null : ` ${value}`}
    </span>
  )
}

/** The same with its words for those who hear it. */
export function RatingSign({ value }: { value: RatingName }) {
  return (
    <>
      <SignLetters value={value} />
      <span className="sr-only">{RATING_WORDS[value]}</span>
    </>
  )
}

export function RatingMark({ value, className }: { value: RatingName; className?: string }) {
  return (
    <span
      title={RATING_WORDS[value]}
      className={cx('grid place-items-center rounded-sm', RATING_LOOK[value], className ?? 'h-9')}
    >
      <RatingSign value={value} />
    </span>
  )
}

/** What the signs and letters mean. */
export function RatingKey() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-13 text-ink-2">
      {RATINGS.map((value) => (
        <li key={value} className="flex items-center gap-2">
          <span aria-hidden className={cx('grid h-6 w-12 place-items-center rounded-sm', RATING_LOOK[value])}>
            <RatingSign value={value} />
          </span>
          {RATING_WORDS[value]}
        </li>
      ))}
    </ul>
  )
}
