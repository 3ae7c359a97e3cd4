'use client'
import { type RefObject, useEffect } from 'react'
import { blockOf, rangesOf, type Span } from './positions'
import { inSlices } from './slices'
import { overlaps, union } from './spans'
import type { Thread } from './threads'

/** In the order in which they lie over each other; reader.css has their colours. */
const NAMES = ['claimed', 'note', 'note-overlap', 'note-active', 'passage'] as const
type Name = (typeof NAMES)[number]

const canPaint = (): boolean => 'highlights' in CSS

/** The CSS Custom Highlight API colours ranges without touching the text's elements. */
function highlightOf(name: Name): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  made.priority = NAMES.indexOf(name)
  CSS.highlights.set(name, made)
  return made
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`
const painted = new WeakMap<Highlight, Map<string, Range[]>>()

/** Makes a colour lie on exactly these spans; what lies there already is left alone. */
async function paint(
  article: Element,
  name: Name,
  spans: readonly Span[],
  signal: AbortSignal,
): Promise<void> {
  const highlight = highlightOf(name)
  const now = painted.get(highlight) ?? new Map<string, Range[]>()
  painted.set(highlight, now)
  const wanted = new Set(spans.map(keyOf))
  for (const [key, ranges] of now)
    if (!wanted.has(key)) {
      for (const range of ranges) highlight.delete(range)
      now.delete(key)
    }
  const missing = spans.filter((span) => !now.has(keyOf(span)))
  await inSlices(
    missing,
    (span) => {
      const ranges = rangesOf(article, span)
      for (const range of ranges) highlight.add(range)
      now.set(keyOf(span), ranges)
    },
    signal,
  )
}

const spanOf = ({ root }: Thread): Span => ({ start: root.start ?? 0, end: root.end ?? 0 })

/** Colours the words that notes are about, the active one's apart, and shows by paragraph where the class is. */
export function useHighlights(
  article: RefObject<HTMLElement | null>,
  threads: readonly Thread[],
  activeId: string | null,
  passage: Span | null,
  /** Words that claims in debates rest on. */
  claimed: readonly Span[],
): void {
  useEffect(() => {
    const text = article.current
    if (!text || !canPaint()) return
    const stop = new AbortController()
    const spans = threads.map(spanOf)
    void paint(text, 'note', union(spans), stop.signal)
    void paint(text, 'note-overlap', overlaps(spans), stop.signal)
    return () => stop.abort()
  }, [article, threads])

  useEffect(() => {
    const text = article.current
    if (!text || !canPaint()) return
    const active = threads.find((t) => t.root.id === activeId)
    const stop = new AbortController()
    void paint(text, 'note-active', active ? [spanOf(active)] : [], stop.signal)
    void paint(text, 'passage', passage ? [passage] : [], stop.signal)
    return () => stop.abort()
  }, [article, threads, activeId, passage])

  useEffect(() => {
    const text = article.current
    if (!text || !canPaint()) return
    const stop = new AbortController()
    void paint(text, 'claimed', claimed, stop.signal)
    return () => stop.abort()
  }, [article, claimed])

  useEffect(() => {
    const text = article.current
    if (text) tellByParagraph(text, threads)
  }, [article, threads])

  useEffect(
    () => () => {
      if (canPaint()) for (const name of NAMES) CSS.highlights.delete(name)
    },
    [],
  )
}

/**
 * Posts by paragraph: as a bar at its left, the busiest with the full strength, and in the name of its number's button
 * for those who do not see the bar.
 */
function tellByParagraph(text: Element, threads: readonly Thread[]): void {
  const counts = new Map<HTMLElement, number>()
  for (const { root, replies } of threads) {
    const block = blockOf(text, root.start ?? 0)
    if (block) counts.set(block, (counts.get(block) ?? 0) + 1 + replies.length)
  }
  const most = Math.max(1, ...counts.values())
  for (const block of text.querySelectorAll<HTMLElement>('.block')) {
    const count = counts.get(block) ?? 0
    block.style.setProperty('--heat', String(count / most))
    const number = block.querySelector('a.n')
    if (number) number.setAttribute('aria-label', `Notes on paragraph ${number.textContent} (${count})`)
  }
}
