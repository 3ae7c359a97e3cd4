'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { RATING_WORDS, type RatingName } from '@/lib/explanations/rules/vocabulary'

type Props = {
  row: string
  column: { code: string; shortName: string }
  value: RatingName
  reason: string
  /** Whose draft it is: people share computers. */
  member: string
  focused: boolean
  onSave: (reason: string) => void
  onClose: () => void
}

/** Asks, without standing in the way, why somebody rated as few do. */
export function Why({ row, column, value, reason, member, focused, onSave, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, clear } = useDraft(`why:${member}:${row}:${column.code}`, { text: reason })
  useEffect(() => {
    if (focused) form.current?.querySelector('input')?.focus()
  }, [focused])
  const leave = () => {
    clear()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <form
      ref={form}
      aria-label="Why this rating"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (!draft.text.trim()) return
        onSave(draft.text.trim())
        leave()
      }}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-rule-strong bg-surface shadow-float print:hidden"
    >
      <div className="mx-auto flex max-w-[1280px] flex-wrap items-end gap-x-3 gap-y-2 px-5 py-3 sm:px-6">
        <div className="min-w-0 flex-1 basis-80">
          <Field
            label={`Why is ${row} ${RATING_WORDS[value]} ${value === 'NA' ? 'on' : 'with'} ${column.code}, ${column.shortName}?`}
            hint="A sentence. The class reads it without your name, once three others have rated the cell."
            value={draft.text}
            maxLength={600}
            onChange={(event) => change({ text: event.target.value })}
          />
        </div>
        <span className="flex gap-2 sm:pb-6">
          <Button type="submit" look="main" disabled={!draft.text.trim()}>
            Save why
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </span>
      </div>
    </form>
  )
}
