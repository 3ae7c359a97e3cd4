'use client'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { lineTop } from './positions'
import type { Card } from './use-card-stack'

/** So many times higher than the text: then hardly any card could stand near its line. */
const CROWDED = 2.5
const MANY = 60
/** Below the site's bar and the head of the margin, in pixels. */
const HEAD = 120

/** Whether the margin is so full that it scrolls by itself beside the text. */
export function useDocked(article: RefObject<HTMLElement | null>, cards: readonly Card[]): boolean {
  const height = useHeight(article)
  return useMemo(() => {
    if (cards.length <= MANY) return false
    const wanted = cards.reduce((sum, card) => sum + card.height, 0)
    return wanted > CROWDED * Math.max(height, innerHeight)
  }, [cards, height])
}

/** As the browser tells it after its own layout: asking for it while notes are coming in would force another. */
function useHeight(article: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (!article.current) return
    const observer = new ResizeObserver(([entry]) =>
      setHeight(Math.round(entry?.borderBoxSize[0]?.blockSize ?? 0)),
    )
    observer.observe(article.current)
    return () => observer.disconnect()
  }, [article])
  return height
}

/**
 * The docked margin keeps the active card beside its line; where that is off the screen, it shows the notes on the
 * words at the head of the screen as the text is scrolled.
 */
export function useFollowText(
  article: RefObject<HTMLElement | null>,
  column: RefObject<HTMLElement | null>,
  cards: readonly Card[],
  activeId: string | null,
  enabled: boolean,
  topOf: (id: string) => number,
): void {
  const known = useRef(cards)
  known.current = cards
  useEffect(() => {
    if (!enabled) return
    const follow = () => {
      frame = 0
      const [text, own] = [article.current, column.current]
      if (!text || !own) return
      const head = text.getBoundingClientRect().top
      const active = known.current.find((card) => card.id === activeId)
      const line = active ? head + lineTop(text, active.start) : -1
      if (active && line > 0 && line < innerHeight)
        own.scrollTop = topOf(active.id) - (line - own.getBoundingClientRect().top)
      else own.scrollTop = topOf(firstBelow(text, known.current, HEAD - head)?.id ?? '')
    }
    const look = () => {
      frame ||= requestAnimationFrame(follow)
    }
    let frame = requestAnimationFrame(follow)
    addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', look)
    }
  }, [article, column, activeId, enabled, topOf])
}

/** By halving: a dozen lines are measured, not thousands. */
function firstBelow(text: HTMLElement, cards: readonly Card[], line: number): Card | undefined {
  let low = 0
  let high = cards.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lineTop(text, cards[middle]?.start ?? 0) < line) low = middle + 1
    else high = middle
  }
  return cards[Math.min(low, cards.length - 1)]
}
