'use client'
import { type RefObject, useEffect, useState } from 'react'
import type { Chosen } from './context'
import { BAR_ACTIONS, type WrittenKind } from './note-kinds'
import { rangesOf, selectedSpan } from './positions'

type Props = {
  article: RefObject<HTMLElement | null>
  /** A whole paragraph chosen by its number; wins over the browser's selection. */
  paragraph: Chosen | null
  onChoose: (chosen: Chosen, kind: WrittenKind | 'HIGHLIGHT') => void
}

/** What is selected inside the article, by mouse, touch or keyboard, once it has settled. */
function useSelection(article: RefObject<HTMLElement | null>): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (article.current) setChosen(selectedSpan(article.current, document.getSelection()))
      }, 120)
    }
    document.addEventListener('selectionchange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
    }
  }, [article])
  return chosen
}

/** Offers what can be done with the selected words: above them with a mouse, at the foot of the screen by touch. */
export function SelectionBar({ article, paragraph, onChoose }: Props) {
  const selected = useSelection(article)
  const chosen = paragraph ?? selected
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  useEffect(() => {
    const text = article.current
    const rect = chosen && text ? rangesOf(text, chosen)[0]?.getBoundingClientRect() : undefined
    const frame = text?.parentElement?.getBoundingClientRect()
    setAt(
      rect && frame
        ? { left: rect.left - frame.left + Math.min(rect.width, 360) / 2, top: rect.top - frame.top }
        : null,
    )
  }, [article, chosen])
  if (!chosen || !at) return null
  return (
    <div
      role="toolbar"
      aria-label="Note on the selected words"
      className="pop"
      style={{ left: at.left, top: at.top }}
    >
      {BAR_ACTIONS.map(({ label, kind }) => (
        <button
          key={kind}
          type="button"
          // keeps the selection: a button that takes focus on pointer-down would clear it on some phones
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            document.getSelection()?.removeAllRanges()
            onChoose(chosen, kind)
          }}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
