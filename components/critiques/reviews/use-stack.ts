'use client'
import { type RefObject, useLayoutEffect } from 'react'
import { stackCards } from '@/components/reader/stack'
import { type FieldSpan, rangeOf } from './text-range'

export type StackCard = { id: string; span: FieldSpan | null }

/** Puts each card beside the line of its words, without overlap; cards without words come last. */
export function useStack(
  text: RefObject<HTMLElement | null>,
  stack: RefObject<HTMLElement | null>,
  cards: readonly StackCard[],
  activeId: string | null,
  beside: boolean,
): void {
  useLayoutEffect(() => {
    const [words, column] = [text.current, stack.current]
    if (!words || !column) return
    const elements = new Map(
      [...column.querySelectorAll<HTMLElement>('[data-card]')].map((el) => [el.dataset.card ?? '', el]),
    )
    const place = () => {
      const head = column.getBoundingClientRect().top
      const foot = words.getBoundingClientRect().bottom - head
      const wanted = cards.map(({ id, span }) => {
        const top = span ? rangeOf(words, span)?.getClientRects()[0]?.top : undefined
        return { id, top: top === undefined ? foot : top - head, height: elements.get(id)?.offsetHeight ?? 0 }
      })
      wanted.sort((a, b) => a.top - b.top)
      const tops = stackCards(wanted, activeId)
      let end = 0
      for (const { id, height } of wanted) {
        const top = Math.round(tops.get(id) ?? 0)
        const element = elements.get(id)
        if (element) element.style.transform = beside ? `translateY(${top}px)` : ''
        end = Math.max(end, top + height)
      }
      column.style.minHeight = beside ? `${end}px` : ''
    }
    const observer = new ResizeObserver(place)
    for (const element of [words, ...elements.values()]) observer.observe(element)
    place()
    return () => observer.disconnect()
  }, [text, stack, cards, activeId, beside])
}
