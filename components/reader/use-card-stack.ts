'use client'
import { type RefObject, useLayoutEffect } from 'react'
import { rangesOf, type Span } from './positions'
import { stackCards } from './stack'

/** What stands in the margin: a thread, or the composer. */
export type Card = Span & { id: string }

const lineOf = (article: Element, card: Card): DOMRect | undefined =>
  rangesOf(article, card)[0]?.getClientRects()[0]

/**
 * Moves the margin's cards beside their lines whenever the text, the cards or their sizes change. Positions are
 * written straight to the elements: a hundred cards must not wait for a hundred renders.
 */
export function useCardStack(
  article: RefObject<HTMLElement | null>,
  margin: RefObject<HTMLElement | null>,
  cards: readonly Card[],
  activeId: string | null,
  enabled: boolean,
): void {
  useLayoutEffect(() => {
    const text = article.current
    const column = margin.current
    if (!text || !column || !enabled) return clear(column)
    const place = () => {
      const head = column.getBoundingClientRect().top
      const elements = new Map(
        [...column.querySelectorAll<HTMLElement>('[data-card]')].map((e) => [e.dataset.card, e]),
      )
      const wanted = cards.flatMap((card) => {
        const element = elements.get(card.id)
        return element
          ? [{ id: card.id, top: (lineOf(text, card)?.top ?? head) - head, height: element.offsetHeight }]
          : []
      })
      const tops = stackCards(wanted, activeId)
      for (const [id, top] of tops) {
        const element = elements.get(id)
        if (element) element.style.transform = `translateY(${Math.round(top)}px)`
      }
      const foot = Math.max(0, ...wanted.map((card) => (tops.get(card.id) ?? 0) + card.height))
      column.style.minHeight = `${Math.round(foot)}px`
    }
    const observer = new ResizeObserver(place)
    observer.observe(text)
    for (const element of column.querySelectorAll<HTMLElement>('[data-card]')) observer.observe(element)
    place()
    return () => observer.disconnect()
  }, [article, margin, enabled, cards, activeId])
}

function clear(column: HTMLElement | null): void {
  if (!column) return
  column.style.minHeight = ''
  for (const element of column.querySelectorAll<HTMLElement>('[data-card]')) element.style.transform = ''
}
