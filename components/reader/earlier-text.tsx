'use client'
import './reader.css'
import { useEffect, useMemo, useRef } from 'react'
import { rangesOf, type Span } from './positions'

/** A text as it was, to be read: with the words that a note was about in colour. */
export function EarlierText({ html, words }: { html: string; words: Span | null }) {
  const article = useRef<HTMLElement>(null)
  const inner = useMemo(() => ({ __html: html }), [html])
  useEffect(() => {
    const ranges = article.current && words ? rangesOf(article.current, words) : []
    if (!ranges.length) return
    if ('highlights' in CSS) CSS.highlights.set('passage', new Highlight(...ranges))
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    return () => {
      if ('highlights' in CSS) CSS.highlights.delete('passage')
    }
  }, [words])
  return (
    <article
      ref={article}
      className="reading mt-8 max-sm:pl-0"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped and built by lib/readings/rules/html.ts
      dangerouslySetInnerHTML={inner}
    />
  )
}
