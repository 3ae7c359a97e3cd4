'use client'
import { Select } from '@/components/ui/field'
import { RATING_WORDS, RATINGS, type RatingName } from '@/lib/explanations/rules/vocabulary'
import type { ExplanationHead, SuggestedRatings } from '@/lib/explanations/schema'

/** The rating that the class starts from, against each explanation. */
export function StartFields({
  explanations,
  suggested,
  onChange,
}: {
  explanations: ExplanationHead[]
  suggested: SuggestedRatings
  onChange: (suggested: SuggestedRatings) => void
}) {
  const set = (code: string, value: string) => {
    const { [code]: _, ...rest } = suggested
    onChange(value ? { ...rest, [code]: value as RatingName } : rest)
  }
  if (explanations.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1.5 text-13 font-medium text-ink-2">Ratings the class starts from</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {explanations.map(({ code, shortName }) => (
          <Select
            key={code}
            label={`${code} ${shortName}`}
            value={suggested[code] ?? ''}
            onChange={(event) => set(code, event.target.value)}
          >
            <option value="">none</option>
            {RATINGS.map((rating) => (
              <option key={rating} value={rating}>
                {RATING_WORDS[rating]}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </fieldset>
  )
}
