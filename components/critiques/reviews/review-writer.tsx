'use client'
import { useRouter } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { submitReviewAction } from '@/lib/critiques/reviews/actions'
import type { ReviewPage } from '@/lib/critiques/reviews/dto'
import { COMMENT, levelName, wordsName } from '@/lib/critiques/rules/review-draft'
import { reviewTotal, showTotal } from '@/lib/critiques/rules/total'
import { Notices } from '../write/notices'
import { SaveLine } from '../write/save-line'
import { useAutosave } from '../write/use-autosave'
import { remarkIdOf } from './remark-id'
import { type Card, RemarkedText } from './remarked-text'
import { CriterionBox } from './rubric-boxes'
import { SelectionButton } from './selection-button'
import type { FieldSpan } from './text-range'
import { useRemarks } from './use-remarks'
import { WordChooser } from './word-chooser'

type Props = { page: ReviewPage; done: string }

const levelIn = (texts: Record<string, string>, id: string): number | undefined => {
  const text = texts[levelName(id)]
  return text ? Number(text) : undefined
}

/** A review as it is written: the critique with remarks on its words, then the rubric and a comment on the whole. */
export function ReviewWriter({ page, done }: Props) {
  const { key, fields, template, head } = page
  const text = useRef<HTMLDivElement>(null)
  const url = `/api/reviews/${head.assignmentId}/${key}`
  const autosave = useAutosave(`review-${key}`, page.draft, url)
  const { texts, generation } = autosave.view
  const remarks = useRemarks(autosave)
  const [active, setActive] = useState<string | null>(null)
  const { busy, error, errors, submit } = useSubmitReview(page, autosave, done)
  const choose = (span: FieldSpan) => {
    if (!text.current) return
    const id = remarks.add(text.current, span)
    setActive(id)
    requestAnimationFrame(() => document.getElementById(`words-${id}`)?.focus())
  }
  const cards = useMemo(
    (): Card[] =>
      remarks.remarks.map((remark) => {
        const id = remarkIdOf(remark)
        const remove = () => {
          remarks.remove(id)
          toast('The remark is gone.', { undo: () => remarks.restore(remark) })
        }
        return {
          ...{ ...remark, id, lost: false },
          body: <RemarkBox id={id} text={remark.text} write={(t) => remarks.write(id, t)} remove={remove} />,
        }
      }),
    [remarks],
  )
  const levels = Object.fromEntries(
    template.criteria.flatMap((c) => {
      const level = levelIn(texts, c.id)
      return level === undefined ? [] : [[c.id, level]]
    }),
  )
  return (
    <div className="mt-6">
      <Notices autosave={autosave} fields={names(page)} what="review" />
      <p className="mb-6 text-13 text-ink-3 max-w-[64ch] print:hidden">
        Select words to remark on them, or press Remark beside a title and choose them with Shift and the
        arrow keys.
      </p>
      <RemarkedText
        fields={fields}
        cards={cards}
        active={active}
        onActive={setActive}
        textRef={text}
        tools={(field) => <WordChooser field={field} text={text} onChoose={choose} />}
      >
        <SelectionButton text={text} onChoose={choose} />
      </RemarkedText>
      <section aria-label="Your review" className="mt-12 grid gap-6 max-w-[46rem]">
        <h2 className="text-24">Your review</h2>
        {template.criteria.map((c) => (
          <CriterionBox
            key={`${c.id} ${generation}`}
            criterion={c}
            level={levelIn(texts, c.id)}
            error={errors[c.id]}
            onLevel={(level) => autosave.type(levelName(c.id), String(level))}
          >
            <div className="mt-2">
              <TextArea
                label={`Why, for ${c.name} (optional)`}
                rows={2}
                defaultValue={texts[wordsName(c.id)]}
                onChange={(event) => autosave.type(wordsName(c.id), event.target.value)}
              />
            </div>
          </CriterionBox>
        ))}
        <div className="border-t border-rule pt-4">
          <TextArea
            key={generation}
            id="review-comment"
            label="Comment on the whole"
            hint={TO_AUTHOR[head.mode]}
            className="min-h-36"
            error={texts[COMMENT]?.trim() ? undefined : errors.comment}
            defaultValue={texts[COMMENT]}
            onChange={(event) => autosave.type(COMMENT, event.target.value)}
          />
        </div>
      </section>
      {error ? (
        <div className="mt-6">
          <Notice tone="bad">{error}</Notice>
        </div>
      ) : null}
      <div className="print:hidden sticky bottom-0 z-10 -mx-5 sm:-mx-6 mt-8 px-5 sm:px-6 py-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule bg-paper">
        <div className="flex flex-wrap items-baseline gap-x-5">
          <SaveLine view={autosave.view} />
          {template.criteria.length > 0 ? (
            <p className="num text-13 text-ink-2" aria-live="polite">
              {showTotal(reviewTotal(template.criteria, levels))} of {template.outOf}
            </p>
          ) : null}
        </div>
        <Button look="main" busy={busy} onClick={submit}>
          {page.state === 'SUBMITTED' || page.state === 'CHANGED' ? 'Submit again' : 'Submit the review'}
        </Button>
      </div>
    </div>
  )
}

const TO_AUTHOR = {
  DOUBLE_BLIND: 'The author reads it without your name once reviews are released.',
  SINGLE_BLIND: 'The author reads it without your name once reviews are released.',
  OPEN: 'The author reads it with your name once reviews are released.',
}

/** What a stale window calls the parts in which two versions differ. */
const names = ({ template }: ReviewPage): { code: string; title: string }[] => [
  { code: COMMENT, title: 'the comment' },
  { code: 'remarks', title: 'the remarks' },
  ...template.criteria.flatMap((c) => [
    { code: levelName(c.id), title: c.name },
    { code: wordsName(c.id), title: `why, for ${c.name}` },
  ]),
]

function RemarkBox(props: { id: string; text: string; write: (text: string) => void; remove: () => void }) {
  const { id, text, write, remove } = props
  return (
    <div className="grid gap-1 justify-items-start">
      <textarea
        id={`words-${id}`}
        aria-label="Your remark"
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => write(event.target.value)}
        className="block w-full field-sizing-content rounded-md border border-rule-strong bg-surface px-2.5 py-1.5 text-14 pointer-coarse:text-16 print:border-0 print:p-0"
      />
      <Button look="quiet" className="-ml-2 print:hidden" onClick={remove}>
        Remove
      </Button>
    </div>
  )
}

function useSubmitReview({ head, key }: ReviewPage, autosave: ReturnType<typeof useAutosave>, done: string) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const refuse = (message: string, fields: Record<string, string> = {}) => {
    setError(message)
    setErrors(fields)
    const [first] = Object.keys(fields).filter((id) => id !== 'comment')
    const place = first ? document.getElementById(`criterion-${first}`)?.querySelector('input') : null
    ;(place ?? (fields.comment ? document.getElementById('review-comment') : null))?.focus()
  }
  async function run() {
    let saved = false
    for (let i = 0; i < 3 && !saved; i++) saved = await autosave.flush()
    if (!saved) return refuse('It is not saved yet, so it cannot be submitted.')
    const { revision } = autosave.view
    const result = await submitReviewAction({ assignmentId: head.assignmentId, key, revision })
    if (!result.ok) {
      if (result.code === 'CONFLICT') await autosave.look()
      return refuse(result.message, result.fields)
    }
    toast('Submitted. You can change it until reviews are due or released.')
    router.push(done)
  }
  async function submit() {
    setBusy(true)
    setError(null)
    setErrors({})
    await run().catch(() => refuse('There is no connection. What you wrote is kept; try again shortly.'))
    setBusy(false)
  }
  return { busy, error, errors, submit }
}
