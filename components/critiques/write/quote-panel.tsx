'use client'
import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Field, Select } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { Quotable, QuotableKind, QuotableSection } from '@/lib/critiques/quotes/schema'
import { QuoteWords } from './quote-words'
import { useQuotable } from './use-quotable'

const KINDS: [QuotableKind, string][] = [
  ['passage', 'Readings'],
  ['note', 'Notes'],
  ['claim', 'Claims'],
  ['evidence', 'Evidence'],
]
const NONE = {
  passage: 'No paragraph has these words.',
  note: 'No note has these words.',
  claim: 'No claim has these words.',
  evidence: 'No observation has these words.',
}

function Kinds({ kind, choose }: { kind: QuotableKind; choose: (kind: QuotableKind) => void }) {
  return (
    <div role="radiogroup" aria-label="What to quote" className="flex flex-wrap gap-1">
      {KINDS.map(([name, label]) => (
        <label
          key={name}
          className={cx(
            'inline-flex items-center h-7 pointer-coarse:h-11 px-2.5 rounded-full border text-13 cursor-pointer has-focus-visible:outline-2 outline-accent outline-offset-2',
            kind === name ? 'bg-accent-soft border-accent text-accent' : 'border-rule-strong text-ink-2',
          )}
        >
          <input
            type="radio"
            name="quote-kind"
            className="sr-only"
            checked={kind === name}
            onChange={() => choose(name)}
          />
          {label}
        </label>
      ))}
    </div>
  )
}

function SectionChoice(props: { sections: QuotableSection[]; value: string; choose: (id: string) => void }) {
  const readings = [...new Set(props.sections.map((s) => s.reading))]
  return (
    <Select
      label="Or look through a section"
      value={props.value}
      onChange={(event) => props.choose(event.target.value)}
    >
      <option value="">Choose a section</option>
      {readings.map((reading) => (
        <optgroup key={reading} label={reading}>
          {props.sections
            .filter((s) => s.reading === reading)
            .map((s) => (
              <option key={s.id} value={s.id}>
                {s.label}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  )
}

function Items({ items, choose }: { items: Quotable[]; choose: (item: Quotable) => void }) {
  return (
    <ul className="max-h-80 overflow-y-auto border-y border-rule">
      {items.map((item) => (
        <li key={item.key} className="border-b border-rule last:border-b-0">
          <button
            type="button"
            onClick={() => choose(item)}
            className="block w-full px-1 py-2 text-left hover:bg-sunk cursor-pointer -outline-offset-2"
          >
            <span className="block text-12 text-ink-3">{item.label}</span>
            <span className="line-clamp-3 font-serif text-14 text-ink-2">{item.words}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Finds words of the seminar, or one's own highlights, and hands them over as a quotation with its source. */
export function QuotePanel(props: { critiqueId: string; into: string; onQuote: (markdown: string) => void }) {
  const { critiqueId, into, onQuote } = props
  const [kind, setKind] = useState<QuotableKind>('passage')
  const [q, setQ] = useState('')
  const [section, setSection] = useState('')
  const [mine, setMine] = useState(false)
  const [sections, setSections] = useState<QuotableSection[]>([])
  const [item, setItem] = useState<Quotable | null>(null)
  const asked = {
    kind,
    q: q.trim(),
    section: kind === 'passage' ? section : '',
    mine: kind === 'note' && mine,
  }
  const found = useQuotable(critiqueId, asked)
  if (found.state === 'ready' && found.sections.length > 0 && found.sections.length !== sections.length)
    setSections(found.sections)
  if (item) return <QuoteWords item={item} onBack={() => setItem(null)} onQuote={onQuote} />
  const items = found.state === 'ready' ? found.items : []
  const nothing =
    found.state === 'ready' && items.length === 0 && (asked.q || asked.section || kind !== 'passage')
  return (
    <div className="grid gap-3">
      <p className="text-13 text-ink-3">Goes into {into}, where the caret is. Its words count to no limit.</p>
      <Kinds kind={kind} choose={setKind} />
      <Field
        type="search"
        label="Find by its words"
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {kind === 'passage' && sections.length > 0 ? (
        <SectionChoice sections={sections} value={section} choose={setSection} />
      ) : null}
      {kind === 'note' ? <Tick label="My own notes and highlights" on={mine} set={setMine} /> : null}
      <div role="status" className="text-13 text-ink-3">
        {found.state === 'failed' ? 'The list could not be loaded. Change the words to try again.' : null}
        {nothing ? NONE[kind] : null}
      </div>
      {items.length > 0 ? <Items items={items} choose={setItem} /> : null}
    </div>
  )
}
