'use client'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { type Choice, moved, wordsIn } from '@/components/reader/word-choice'
import { buttonClass } from '@/components/ui/button'
import type { Field } from './remarked-text'
import { type FieldSpan, rangeOf, selectedIn, textOf } from './text-range'

type Props = { field: Field; text: RefObject<HTMLElement | null>; onChoose: (span: FieldSpan) => void }
type InHand = { words: ReturnType<typeof wordsIn>; choice: Choice }

/**
 * "Remark": on the words that are selected in the field, or, by keyboard, on words chosen with the arrow keys. The first
 * press without a selection begins to choose; Enter takes the words, Escape leaves them.
 */
export function WordChooser({ field, text, onChoose }: Props) {
  const inHand = useRef<InHand | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const span = ({ words, choice }: InHand): FieldSpan => ({
    fieldCode: field.code,
    start: words.starts[choice.from] ?? 0,
    end: words.ends[choice.to - 1] ?? 0,
  })
  const leave = () => {
    inHand.current = null
    setSaid(null)
  }
  const show = (now: InHand) => {
    inHand.current = now
    const range = text.current && rangeOf(text.current, span(now))
    if (!range) return
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    bringIntoView(range)
    setSaid(range.toString())
  }
  const begin = () => {
    const root = text.current
    if (!root) return
    const selected = selectedIn(root, document.getSelection())
    if (selected?.fieldCode === field.code) {
      leave()
      document.getSelection()?.removeAllRanges()
      onChoose(selected)
    } else {
      const words = wordsIn(textOf(root, field.code), 'en')
      if (words.starts.length > 0) show({ words, choice: { from: 0, to: 1 } })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const now = inHand.current
    if (!now) return
    if (event.key === 'Escape') {
      document.getSelection()?.removeAllRanges()
      leave()
    } else {
      const choice = moved(now.words, now.choice, event.key, event.shiftKey)
      if (!choice) return
      show({ ...now, choice })
    }
    event.preventDefault()
  }
  return (
    <span className="print:hidden inline-flex flex-row-reverse items-baseline gap-3">
      {said !== null ? (
        <span role="status" className="text-12 text-ink-3">
          <span className="sr-only">Chosen: {said}. </span>
          Shift and arrows choose words, Enter takes them
        </span>
      ) : null}
      <button
        type="button"
        className={buttonClass('quiet', '-mr-2 scroll-my-24')}
        aria-label={`Remark on words of ${field.title}`}
        onPointerDown={(event) => event.preventDefault()}
        onClick={begin}
        onKeyDown={onKeyDown}
        onBlur={leave}
      >
        Remark
      </button>
    </span>
  )
}

/** The bars at the head and the foot of the window must not cover what is being chosen. */
function bringIntoView(range: Range): void {
  const rect = [...range.getClientRects()].at(-1)
  if (rect && (rect.bottom > innerHeight - 90 || rect.top < 80))
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' })
}
