'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Quotable } from '@/lib/critiques/quotes/schema'
import { quotation } from '@/lib/critiques/rules/quotations'

type Props = { item: Quotable; onBack: () => void; onQuote: (markdown: string) => void }

/** The selection's words and where they begin, without the space around them; everything where nothing is selected. */
function chosen({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): [words: string, at: number] {
  const part = value.slice(selectionStart, selectionEnd)
  const words = part.trim() ? part : value
  const from = part.trim() ? selectionStart : 0
  return [words.trim(), from + words.length - words.trimStart().length]
}

function quoted({ source, label }: Quotable, box: HTMLTextAreaElement): string {
  const [words, at] = chosen(box)
  if (source.kind !== 'passage') return quotation(words, label, source)
  const start = source.start + at
  return quotation(words, label, { ...source, start, end: start + words.length })
}

/** The words of a source in a box that can be selected in but not changed, by mouse and by keyboard alike. */
export function QuoteWords({ item, onBack, onQuote }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="grid gap-2.5">
      <p className="text-13 font-medium">{item.label}</p>
      <textarea
        ref={box}
        readOnly
        value={item.words}
        aria-label={`Words of ${item.label}`}
        aria-describedby="quote-hint"
        rows={7}
        className="block w-full max-h-64 resize-y rounded-md border border-rule bg-paper px-3 py-2 font-serif text-14"
      />
      <p id="quote-hint" className="text-13 text-ink-3">
        Select the words that you need, or quote all of it.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="main" onClick={() => box.current && onQuote(quoted(item, box.current))}>
          Quote
        </Button>
        <Button onClick={onBack}>Back to the list</Button>
      </div>
    </div>
  )
}
