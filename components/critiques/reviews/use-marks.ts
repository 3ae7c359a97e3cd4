'use client'
import { type RefObject, useEffect } from 'react'
import { type FieldSpan, rangeOf } from './text-range'

/** reviews.css has their colours. */
const NAMES = ['remark', 'remark-active'] as const

/** Colours the words that remarks are about, by the CSS Custom Highlight API: the text's elements stay as they are. */
export function useMarks(
  root: RefObject<HTMLElement | null>,
  spans: FieldSpan[],
  active: FieldSpan | null,
): void {
  useEffect(() => {
    const text = root.current
    if (!text || !('highlights' in CSS)) return
    const lay = (name: string, of: FieldSpan[], priority: number) => {
      const made = new Highlight(...of.flatMap((span) => rangeOf(text, span) ?? []))
      made.priority = priority
      CSS.highlights.set(name, made)
    }
    lay('remark', spans, 0)
    lay('remark-active', active ? [active] : [], 1)
    return () => {
      for (const name of NAMES) CSS.highlights.delete(name)
    }
  }, [root, spans, active])
}
