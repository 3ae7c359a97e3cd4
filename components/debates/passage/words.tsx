'use client'
import '@/components/reader/reader.css'
import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import type { Chosen } from '@/components/reader/context'
import { blockOf, blockSpan, rangesOf, selectedSpan } from '@/components/reader/positions'
import { WordChooser } from '@/components/reader/word-chooser'

type Props = {
  html: string
  chosen: Chosen | null
  /** Where the paragraph begins that one came for. */
  show: number | null
  /** `done`: the words are taken, not only looked at. */
  onChoose: (chosen: Chosen, how: 'selected' | 'paragraph' | 'done') => void
}

/** The text of a section, in which words are chosen by mouse, touch or keyboard. */
export function Words({ html, chosen, show, onChoose }: Props) {
  const article = useRef<HTMLElement>(null)
  // one object for good: React must never write the text anew under the ranges
  const words = useMemo(() => ({ __html: html }), [html])
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    const look = () => {
      const span = article.current && selectedSpan(article.current, document.getSelection())
      if (span) choose.current(span, 'selected')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  useEffect(() => {
    const text = article.current
    const block = text && show !== null ? blockOf(text, show) : null
    block?.scrollIntoView({ block: 'center' })
    block?.querySelector<HTMLElement>('a.n')?.focus({ preventScroll: true })
  }, [show])
  // what is chosen stays coloured when a button takes the selection
  useEffect(() => {
    const text = article.current
    if (!text || !chosen || !globalThis.CSS?.highlights) return
    CSS.highlights.set('passage', new Highlight(...rangesOf(text, chosen)))
    return () => void CSS.highlights.delete('passage')
  }, [chosen])
  const onClick = (event: MouseEvent) => {
    const number = (event.target as Element).closest('a.n')
    if (!number) return
    event.preventDefault()
    const block = number.closest('.block')
    const whole = block && blockSpan(block)
    if (whole) onChoose(whole, 'paragraph')
  }
  return (
    <div className="min-[72rem]:pl-14">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the numbers of paragraphs are links, which keys press too */}
      <article
        ref={article}
        className="reading"
        onClick={onClick}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped and built by lib/readings/rules/html.ts
        dangerouslySetInnerHTML={words}
      />
      <WordChooser article={article} onChosen={(span) => onChoose(span, 'done')} />
    </div>
  )
}
