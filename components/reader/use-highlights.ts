'use client'
import { type RefObject, useEffect } from 'react'
import { blockOf, rangesOf, type Span } from './positions'
import type { Thread } from './threads'

/** The CSS Custom Highlight API colours ranges without touching the text's elements; see reader.css for the names. */
function paint(name: string, ranges: Range[], priority: number): void {
  if (!('highlights' in CSS)) return
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}

const NAMES = ['note', 'note-overlap', 'note-active', 'passage'] as const

/** Where two or more notes lie over the same words, so that an overlap shows as such. */
function overlaps(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  const found: Span[] = []
  let reach = -1
  for (const { start, end } of sorted) {
    if (start < reach) found.push({ start, end: Math.min(end, reach) })
    reach = Math.max(reach, end)
  }
  return found
}

const spanOf = ({ root }: Thread): Span => ({ start: root.start ?? 0, end: root.end ?? 0 })

/** Colours the words that notes are about, the active one's apart, and shows by paragraph where the class is. */
export function useHighlights(
  article: RefObject<HTMLElement | null>,
  threads: readonly Thread[],
  activeId: string | null,
  passage: Span | null,
): void {
  useEffect(() => {
    const text = article.current
    if (!text) return
    const spans = threads.map(spanOf)
    const active = threads.find((t) => t.root.id === activeId)
    paint(
      'note',
      spans.flatMap((span) => rangesOf(text, span)),
      0,
    )
    paint(
      'note-overlap',
      overlaps(spans).flatMap((span) => rangesOf(text, span)),
      1,
    )
    paint('note-active', active ? rangesOf(text, spanOf(active)) : [], 2)
    paint('passage', passage ? rangesOf(text, passage) : [], 3)
  }, [article, threads, activeId, passage])

  useEffect(() => {
    const text = article.current
    if (text) showHeat(text, threads)
  }, [article, threads])

  useEffect(
    () => () => {
      if ('highlights' in CSS) for (const name of NAMES) CSS.highlights.delete(name)
    },
    [],
  )
}

/** Posts by paragraph as a bar at its left: the busiest paragraph has the full strength. */
function showHeat(text: Element, threads: readonly Thread[]): void {
  const counts = new Map<HTMLElement, number>()
  for (const { root, replies } of threads) {
    const block = blockOf(text, root.start ?? 0)
    if (block) counts.set(block, (counts.get(block) ?? 0) + 1 + replies.length)
  }
  const most = Math.max(1, ...counts.values())
  for (const block of text.querySelectorAll<HTMLElement>('.block'))
    block.style.setProperty('--heat', String((counts.get(block) ?? 0) / most))
}
