'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { send } from '@/components/debates/send'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { useDraft } from '@/components/ui/use-draft'
import { rateCellsAction } from '@/lib/explanations/actions'
import { isExtreme } from '@/lib/explanations/rules/class'
import { LIKELIHOODS } from '@/lib/explanations/rules/likelihood'
import type { OwnRating } from '@/lib/explanations/rules/rate'
import { RATING_WORDS, RATINGS, type RatingName } from '@/lib/explanations/rules/vocabulary'
import { RATING_LOOK, RatingSign } from '../rating'

type Props = {
  cell: { evidenceId: string; explanationId: string }
  own: OwnRating | null
  classes: RatingName | undefined
  member: string
}

/** One's own rating of one cell: the rating itself at a touch; why, and one's own number, below it. */
export function OwnRatingForm({ cell, own, classes, member }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState<RatingName | null | undefined>(undefined)
  const value = chosen === undefined ? (own?.value ?? null) : chosen
  const rate = async (next: RatingName | null) => {
    setChosen(next)
    const answer = await send(rateCellsAction({ ratings: [{ ...cell, value: next }] }))
    if (!answer.ok) {
      setChosen(undefined)
      toast(answer.message, { tone: 'bad' })
    }
    router.refresh()
  }
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="mb-2 text-13 font-medium text-ink-2">My rating</legend>
        <div className="grid grid-cols-3 gap-1 sm:grid-cols-6">
          {RATINGS.map((rating) => (
            <label
              key={rating}
              title={RATING_WORDS[rating]}
              className={cx(
                'grid h-13 cursor-pointer place-items-center content-center gap-1 rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
                RATING_LOOK[rating],
                value === rating ? 'ring-2 ring-accent ring-inset' : 'ring-1 ring-rule ring-inset',
              )}
            >
              <input
                type="radio"
                name="rating"
                className="sr-only"
                checked={value === rating}
                onChange={() => void rate(rating)}
              />
              <RatingSign value={rating} />
            </label>
          ))}
        </div>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-13 text-ink-3">
          {value ? (
            <span className="text-ink-2 first-letter:uppercase">{RATING_WORDS[value]}.</span>
          ) : (
            'Not rated yet.'
          )}
          {value ? (
            <button
              type="button"
              onClick={() => void rate(null)}
              className="cursor-pointer text-accent hover:underline pointer-coarse:py-3"
            >
              Take it back
            </button>
          ) : null}
        </p>
      </fieldset>
      {value ? (
        <Grounds
          key={value}
          cell={cell}
          value={value}
          own={own?.value === value ? own : null}
          ask={isExtreme(value, classes)}
          member={member}
        />
      ) : null}
    </div>
  )
}

/** Why, and how probable the observation is under the explanation if one wants to say it more finely. */
function Grounds({
  cell,
  value,
  own,
  ask,
  member,
}: {
  cell: Props['cell']
  value: RatingName
  own: OwnRating | null
  ask: boolean
  member: string
}) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<{ reason?: string; likelihood?: string }>({})
  const { draft, change, clear } = useDraft(
    `grounds:${member}:${cell.evidenceId}:${cell.explanationId}:${value}`,
    {
      reason: own?.reason ?? '',
      likelihood: own?.likelihood == null ? '' : String(own.likelihood),
    },
  )
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const number = draft.likelihood.trim().replace(',', '.')
    const likelihood = number === '' ? null : Number(number)
    if (likelihood !== null && !(likelihood >= 0 && likelihood <= 1))
      return setErrors({ likelihood: 'Write a number from 0 to 1, such as 0.25.' })
    setBusy(true)
    const answer = await send(
      rateCellsAction({ ratings: [{ ...cell, value, reason: draft.reason, likelihood }] }),
    )
    setBusy(false)
    const wrong = (field: string) => (answer.ok ? undefined : answer.fields?.[`ratings.0.${field}`])
    setErrors({ reason: wrong('reason'), likelihood: wrong('likelihood') })
    if (!answer.ok) return toast(answer.message, { tone: 'bad' })
    clear()
    toast('Saved.')
    router.refresh()
  }
  return (
    <form onSubmit={save} className="grid max-w-[560px] gap-4">
      <Field
        label={ask ? 'Why? The others will want to know' : 'Why'}
        hint="A sentence. The class reads it without your name, once three others have rated the cell."
        value={draft.reason}
        maxLength={600}
        error={errors.reason}
        onChange={(event) => change({ reason: event.target.value })}
      />
      <div className="max-w-[320px]">
        <Field
          label="Probability of the observation if the explanation is true"
          hint={`Empty: ${LIKELIHOODS[value]}, which stands for this rating. Only you see it.`}
          inputMode="decimal"
          placeholder={String(LIKELIHOODS[value])}
          value={draft.likelihood}
          error={errors.likelihood}
          onChange={(event) => change({ likelihood: event.target.value })}
        />
      </div>
      <Button type="submit" busy={busy} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
