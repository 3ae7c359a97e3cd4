'use client'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { Chosen } from './context'
import { blockSpan, rangesOf } from './positions'
import { type Choice, moved, wordsIn } from './word-choice'

type Props = { article: RefObject<HTMLElement | null>; onChosen: (chosen: Chosen) => void }
type InHand = { whole: Chosen; words: ReturnType<typeof wordsIn>; choice: Choice }

const inParagraph = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement && target.matches('a.n') ? target : null

/** Choosing words without a mouse: from the number of a paragraph by Shift and arrows; Enter takes them, Escape leaves. */
export function WordChooser({ article, onChosen }: Props) {
  const hint = useId()
  const [said, setSaid] = useState('')
  const inHand = useRef<InHand | null>(null)
  const chosen = useRef(onChosen)
  chosen.current = onChosen
  useEffect(() => {
    const text = article.current
    if (!text) return
    for (const number of text.querySelectorAll('a.n')) {
      number.setAttribute('role', 'button')
      number.setAttribute('aria-describedby', hint)
    }
    const leave = () => {
      inHand.current = null
      setSaid('')
    }
    const onKey = (event: KeyboardEvent) => {
      const number = inParagraph(event.target)
      if (!number || event.ctrlKey || event.metaKey || event.altKey) return
      if (take(event, number, text)) event.preventDefault()
    }
    const take = (event: KeyboardEvent, number: HTMLElement, within: HTMLElement): boolean => {
      const now = inHand.current
      if (event.key === ' ') number.click()
      else if (event.key === 'Enter' && now) chosen.current(chosenIn(now))
      else if (event.key === 'Escape' && now) {
        document.getSelection()?.removeAllRanges()
        leave()
      } else {
        const next = step(now, number, event)
        if (!next) return false
        inHand.current = next
        setSaid(show(within, chosenIn(next)))
      }
      return true
    }
    text.addEventListener('keydown', onKey)
    text.addEventListener('focusout', leave)
    return () => {
      text.removeEventListener('keydown', onKey)
      text.removeEventListener('focusout', leave)
    }
  }, [article, hint])
  return (
    <>
      <p id={hint} hidden>
        Shift and arrow keys choose words of the paragraph. Enter goes on with them, or with the whole
        paragraph.
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

function step(now: InHand | null, number: HTMLElement, { key, shiftKey }: KeyboardEvent): InHand | null {
  const block = number.closest('.block')
  const whole = now?.whole ?? (block ? blockSpan(block) : null)
  if (!whole) return null
  const language = block?.querySelector('[data-at]')?.getAttribute('lang') ?? 'en'
  const words = now?.words ?? wordsIn(whole.exact, language)
  const choice = moved(words, now?.choice ?? null, key, shiftKey)
  return choice ? { whole, words, choice } : null
}

function chosenIn({ whole, words, choice }: InHand): Chosen {
  const from = words.starts[choice.from] ?? 0
  const to = words.ends[choice.to - 1] ?? from
  return { start: whole.start + from, end: whole.start + to, exact: whole.exact.slice(from, to) }
}

/** Selects the words as a mouse would, and says which they are. */
function show(text: HTMLElement, chosen: Chosen): string {
  const range = rangesOf(text, chosen)[0]
  if (range) {
    const { startContainer, startOffset, endContainer, endOffset } = range
    document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    bringIntoView(text, range)
  }
  return `Chosen: ${chosen.exact}`
}

/** In the window, or in the dialog that has the text; the bars at their head and foot must not cover the words. */
function bringIntoView(text: HTMLElement, range: Range): void {
  const dialog = text.closest('dialog')
  const { top, bottom } = dialog?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight }
  const rect = [...range.getClientRects()].at(-1)
  if (rect && (rect.bottom > bottom - 80 || rect.top < top + 80))
    (dialog ?? window).scrollBy({ top: rect.top - (top + bottom) / 2, behavior: 'instant' })
}
