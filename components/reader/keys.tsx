'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { type Chosen, useReader } from './context'
import { blockOf, blockSpan } from './positions'
import { keyOf } from './shortcut-keys'
import type { Thread } from './threads'

type Props = {
  article: RefObject<HTMLElement | null>
  /** In the order in which they are gone through. */
  threads: readonly Thread[]
  onNew: (chosen: Chosen) => void
}

/** j and k go through the notes that are shown, r answers the active one, n writes on its paragraph. */
export function Keys({ article, threads, onNew }: Props) {
  const { page, activeId, activate } = useReader()
  const step = (by: 1 | -1) => {
    const at = threads.findIndex((thread) => thread.root.id === activeId)
    const next = threads[at < 0 ? (by > 0 ? 0 : threads.length - 1) : at + by]
    if (!next) return
    activate(next.root.id, true)
    whenThere(next.root.id, (card) => card.focus({ preventScroll: true }))
  }
  const acts: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    r: () =>
      activeId && whenThere(activeId, (card) => card.querySelector<HTMLElement>('[data-reply]')?.click()),
    n: () => {
      const chosen =
        page.can.write && article.current ? paragraphInHand(article.current, threads, activeId) : null
      if (chosen) onNew(chosen)
    },
  }
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[keyOf(event) ?? '']
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return null
}

/** A card far off the screen is made only now: it takes a frame or two. */
function whenThere(id: string, use: (card: HTMLElement) => void, tries = 10): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${id}"]`)
  if (card) use(card)
  else if (tries > 0) requestAnimationFrame(() => whenThere(id, use, tries - 1))
}

/** The paragraph whose number has focus, of the active note, or the first that is on the screen. */
function paragraphInHand(
  text: HTMLElement,
  threads: readonly Thread[],
  activeId: string | null,
): Chosen | null {
  const focused = document.activeElement?.closest('.block')
  const active = threads.find((thread) => thread.root.id === activeId)
  const block =
    (focused && text.contains(focused) ? focused : null) ??
    (active ? blockOf(text, active.root.start ?? 0) : null) ??
    [...text.querySelectorAll('.block')].find((b) => b.getBoundingClientRect().bottom > innerHeight / 4)
  return block ? blockSpan(block) : null
}
