'use client'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import type { Cause } from '@/lib/polls/schema'
import { MOST_CAUSES } from '@/lib/polls/vocabulary'

type Named = Cause & { label: string }
type Props = { causes: Named[]; chosen: Cause[]; onChange: (chosen: Cause[]) => void }

const SOME = 8

/** Claims and evidence to name as what moved one: what is chosen stays in sight, the rest is searched. */
export function CauseChoice({ causes, chosen, onChange }: Props) {
  const [words, setWords] = useState('')
  const isChosen = (cause: Named) => chosen.some((c) => c.id === cause.id)
  const wanted = words.trim().toLowerCase()
  const found = causes.filter((c) => isChosen(c) || c.label.toLowerCase().includes(wanted))
  const shown = wanted
    ? found
    : [...found.filter(isChosen), ...found.filter((c) => !isChosen(c)).slice(0, SOME)]
  const full = chosen.length >= MOST_CAUSES
  const toggle = (cause: Named) =>
    onChange(
      isChosen(cause)
        ? chosen.filter((c) => c.id !== cause.id)
        : [...chosen, { kind: cause.kind, id: cause.id }],
    )
  return (
    <details className="mt-6 border-y border-rule py-3" open={chosen.length > 0 || undefined}>
      <summary className="cursor-pointer text-13 font-medium text-ink-2">
        What moved you: a claim or evidence{chosen.length > 0 ? ` (${chosen.length} named)` : ' (optional)'}
      </summary>
      <p className="mt-2 mb-3 text-13 text-ink-3">
        Up to five. After the close it is told how many name each, from three on, and never beside a ballot.
      </p>
      <Field
        label="Find a claim or evidence"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="mt-2 max-h-80 overflow-y-auto">
        {shown.map((cause) => (
          <li key={cause.id} className="border-b border-rule">
            <label className="flex cursor-pointer items-start gap-2.5 py-2 hover:bg-sunk">
              <input
                type="checkbox"
                checked={isChosen(cause)}
                disabled={full && !isChosen(cause)}
                onChange={() => toggle(cause)}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span className="font-serif text-14 leading-snug">
                <span className="sr-only">{cause.kind === 'CLAIM' ? 'Claim: ' : 'Evidence '}</span>
                {cause.label}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-13 text-ink-3">
        {shown.length < found.length ? `${found.length - shown.length} more: type a word to find them.` : ''}
        {found.length === 0 ? 'Nothing has these words.' : ''}
        {full ? ' Five are named; take one out to name another.' : ''}
      </p>
    </details>
  )
}
