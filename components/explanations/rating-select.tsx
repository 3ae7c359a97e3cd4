'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import { rateCellAction } from '@/lib/explanations/actions'
import { RATING_WORDS, RATINGS, type RatingName } from '@/lib/explanations/schema'

type Props = {
  evidence: { id: string; code: string }
  explanation: { id: string; code: string; shortName: string }
  start: RatingName
  own: RatingName | null
  looks: Record<RatingName, string>
}

/**
 * One cell of one's own matrix: the browser's own select, so that letters typed choose. Going back to the class's
 * rating takes one's own away. The choice shows at once and is taken back if it could not be saved.
 */
export function RatingSelect({ evidence, explanation, start, own, looks }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState<RatingName | null>(null)
  const [saving, save] = useTransition()
  const value = (saving ? chosen : null) ?? own ?? start
  const rate = (next: RatingName) => {
    setChosen(next)
    save(async () => {
      const result = await rateCellAction({
        evidenceId: evidence.id,
        explanationId: explanation.id,
        value: next === start ? null : next,
      }).catch(() => ({ ok: false as const, message: 'The rating could not be saved. Try again.' }))
      if (!result.ok) toast(result.message, { tone: 'bad' })
      router.refresh()
    })
  }
  const differs = value !== start
  return (
    <span className="relative block">
      <select
        aria-label={`${evidence.code} and ${explanation.shortName}: my rating; the class starts with ${start}`}
        value={value}
        onChange={(event) => rate(event.target.value as RatingName)}
        className={cx(
          'h-11 w-full cursor-pointer appearance-none rounded-sm text-center text-13 font-medium [text-align-last:center]',
          looks[value],
          differs ? 'ring-2 ring-accent ring-inset' : 'ring-1 ring-rule-strong ring-inset',
        )}
      >
        {RATINGS.map((rating) => (
          <option key={rating} value={rating} title={RATING_WORDS[rating]}>
            {rating}
          </option>
        ))}
      </select>
      {differs ? (
        <span
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-12 text-ink"
        >
          {start} →
        </span>
      ) : null}
    </span>
  )
}
