'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Chosen, useReader } from './context'
import { BAR_ACTIONS, type WrittenKind } from './note-kinds'
import { rangesOf, selectedSpan } from './positions'

/** Words that were taken by the number of their paragraph; by its keys, focus goes to the bar. */
export type Taken = Chosen & { byKey?: boolean }

type Props = {
  article: RefObject<HTMLElement | null>
  /** Chosen by the number of a paragraph; wins over the browser's selection. */
  paragraph: Taken | null
  onChoose: (chosen: Chosen, kind: WrittenKind | 'HIGHLIGHT') => void
  onLeave?: (chosen: Chosen) => void
  onClaim?: (chosen: Chosen) => void
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
export function SelectionBar({ article, paragraph, onChoose, onLeave, onClaim }: Props) {
  const bar = useRef<HTMLDivElement>(null)
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
  const ready = at !== null
  useEffect(() => {
    if (ready && paragraph?.byKey) bar.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [ready, paragraph])
  if (!chosen || !at) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave?.(chosen)
    else if (!goAlong(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Note on the selected words"
      className="pop"
      style={{ left: at.left, top: at.top }}
      onKeyDown={onKeyDown}
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
      {onClaim ? (
        <button
          type="button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            document.getSelection()?.removeAllRanges()
            onClaim(chosen)
          }}
        >
          Make a claim
        </button>
      ) : null}
      <IntoMatrix chosen={chosen} />
    </div>
  )
}

/** For the staff: the words become what a row of the evidence matrix rests on. */
function IntoMatrix({ chosen }: { chosen: Chosen }) {
  const { course, page } = useReader()
  const router = useRouter()
  if (!page.can.moderate) return null
  const { id, version } = page.section
  const query = new URLSearchParams({
    section: id,
    at: `${chosen.start}-${chosen.end}`,
    version: String(version),
  })
  return (
    <button
      type="button"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => router.push(`/courses/${course.slug}/explain/matrix/edit/new?${query}`)}
    >
      Into the matrix
    </button>
  )
}

/** Left and right go from button to button, round at the ends. */
function goAlong({ key, currentTarget, target }: KeyboardEvent): boolean {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (!by) return false
  const buttons = [...currentTarget.querySelectorAll('button')]
  const next = buttons[(buttons.indexOf(target as HTMLButtonElement) + by + buttons.length) % buttons.length]
  next?.focus()
  return true
}
