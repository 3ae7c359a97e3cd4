'use client'
import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { CitableDto } from '@/lib/debates/schema'
import { useRoom } from './room'

type Found = { state: 'loading' | 'failed' } | { state: 'ready'; items: CitableDto[] }
const PAUSE_MS = 200

type Kind = 'NOTE' | 'EVIDENCE'

function useFound(kind: Kind, q: string, mine: boolean): Found {
  const { debateId } = useRoom()
  const [found, setFound] = useState<Found>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        const query = new URLSearchParams({ kind, q, mine: `${mine}` })
        const answer = await fetch(`/api/debates/${debateId}/sources?${query}`, { signal: abort.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        setFound({ state: 'ready', items: await answer.json() })
      } catch {
        if (!abort.signal.aborted) setFound({ state: 'failed' })
      }
    }
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [debateId, kind, q, mine])
  return found
}

const OWN = {
  label: 'Find a note of yours',
  hint: 'By its words or the words it is on. From a note that only some can see, the claim takes the words it is on.',
  none: 'No note of yours has these words.',
}
const TEXTS = {
  NOTE: {
    label: 'Find a note',
    hint: 'By its words, the words it is on, or its author. Only notes that the whole course sees.',
    none: 'No note of the course has these words.',
  },
  EVIDENCE: {
    label: 'Find an observation',
    hint: 'By its code, date or words.',
    none: 'No observation has these words.',
  },
}

/** Finds notes or observations and hands over the one that is chosen. */
export function SourceSearch({ kind, onChoose }: { kind: Kind; onChoose: (item: CitableDto) => void }) {
  const [q, setQ] = useState('')
  const [mine, setMine] = useState(false)
  const found = useFound(kind, q.trim(), mine)
  const { label, hint, none } = mine ? OWN : TEXTS[kind]
  return (
    <div className="grid gap-2">
      <Field
        type="search"
        label={label}
        hint={hint}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {kind === 'NOTE' ? <Tick label="My own notes and highlights" on={mine} set={setMine} /> : null}
      <div role="status" className="text-13 text-ink-3 empty:hidden">
        {found.state === 'failed' ? 'The list could not be loaded. Change the words to try again.' : null}
        {found.state === 'ready' && found.items.length === 0 ? none : null}
      </div>
      {found.state === 'ready' && found.items.length > 0 ? (
        <ul className="max-h-64 overflow-y-auto border-y border-rule">
          {found.items.map((item) => (
            <li key={item.id} className="border-b border-rule last:border-b-0">
              <button
                type="button"
                onClick={() => onChoose(item)}
                className="block w-full px-2 py-2 text-left hover:bg-sunk cursor-pointer -outline-offset-2"
              >
                <span className="block text-13 font-medium">{item.label}</span>
                <span className="block text-13 text-ink-2">{item.excerpt}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
