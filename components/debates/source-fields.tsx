'use client'
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Field } from '@/components/ui/field'
import { type DraftSource, fromCitable, fromLink, fromPassage, fromReference } from './draft-source'
import { SourceSearch } from './source-search'

const PassagePicker = lazy(() => import('./passage/picker'))

const KINDS = [
  ['PASSAGE', 'Passage'],
  ['NOTE', 'Note'],
  ['EVIDENCE', 'Evidence'],
  ['REFERENCE', 'Reference'],
  ['LINK', 'Link'],
] as const
type Kind = (typeof KINDS)[number][0]
type Adder = { onAdd: (source: DraftSource) => void }

/** Enter adds the source and does not send the form around it. */
const onEnter = (work: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  work()
}

function ReferenceFields({ onAdd }: Adder) {
  const [text, setText] = useState('')
  const add = () => text.trim() && onAdd(fromReference(text.trim()))
  return (
    <div className="grid gap-2 justify-items-start">
      <div className="w-full">
        <Field
          label="Where it can be found"
          hint="Author, title, year, page. Put *asterisks* around a title."
          value={text}
          maxLength={1000}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onEnter(add)}
        />
      </div>
      <Button onClick={add} disabled={!text.trim()}>
        Add reference
      </Button>
    </div>
  )
}

function LinkFields({ onAdd }: Adder) {
  const [url, setUrl] = useState('')
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const add = () => {
    const link = fromLink(url.trim(), text.trim())
    if (link) onAdd(link)
    else setError('Write a whole address, such as https://example.org/page')
  }
  return (
    <div className="grid gap-3 justify-items-start">
      <div className="w-full grid gap-3 sm:grid-cols-2">
        <Field
          label="Address"
          inputMode="url"
          placeholder="https://"
          value={url}
          error={error}
          onChange={(event) => {
            setUrl(event.target.value)
            setError(undefined)
          }}
          onKeyDown={onEnter(add)}
        />
        <Field
          label="What it is"
          placeholder="IAEA chronology, 12 March 1993"
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onEnter(add)}
        />
      </div>
      <Button onClick={add} disabled={!url.trim()}>
        Add link
      </Button>
    </div>
  )
}

function Chosen({ sources, onRemove }: { sources: DraftSource[]; onRemove: (index: number) => void }) {
  if (sources.length === 0) return null
  return (
    <ul className="grid gap-1">
      {sources.map((source, index) => (
        <li
          key={source.savedId ?? `${index}-${source.label}`}
          className="flex items-baseline gap-2 text-13 text-ink-2"
        >
          <span className="min-w-0 flex-1">
            <span className="text-ink">{source.label}</span>
            {source.excerpt ? ` ${source.excerpt}` : null}
          </span>
          <button
            type="button"
            onClick={() => onRemove(index)}
            aria-label={`Remove the source ${source.label}`}
            className="shrink-0 size-6 pointer-coarse:size-11 rounded-sm text-ink-3 hover:text-ink hover:bg-sunk cursor-pointer"
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The sources of a claim that is being written, and where one looks for more. */
export function SourceFields({
  sources,
  error,
  onChange,
}: {
  sources: DraftSource[]
  error?: string
  onChange: (sources: DraftSource[]) => void
}) {
  const [kind, setKind] = useState<Kind | null>(null)
  const passage = useRef<HTMLButtonElement>(null)
  const add = (source: DraftSource) => {
    onChange([...sources, source])
    setKind(null)
  }
  return (
    <fieldset data-sources className="grid gap-2">
      <legend className="mb-1.5 font-medium text-13 text-ink-2">Sources</legend>
      <Chosen sources={sources} onRemove={(index) => onChange(sources.filter((_, i) => i !== index))} />
      {error ? (
        <p role="alert" className="text-13 text-bad">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-1">
        {KINDS.map(([name, label]) => (
          <button
            key={name}
            ref={name === 'PASSAGE' ? passage : undefined}
            type="button"
            aria-expanded={kind === name}
            onClick={() => setKind(kind === name ? null : name)}
            className={cx(
              'h-7 pointer-coarse:h-11 px-2.5 rounded-full border text-13 cursor-pointer',
              kind === name
                ? 'bg-accent-soft border-accent text-accent'
                : 'border-rule-strong text-ink-2 hover:text-ink hover:border-ink-3',
            )}
          >
            {kind === name ? '' : '+ '}
            {label}
          </button>
        ))}
      </div>
      {kind === 'PASSAGE' ? (
        <Suspense>
          <PassagePicker
            onAdd={(words, label) => add(fromPassage(words, label))}
            onClose={() => {
              setKind(null)
              // once the dialog is gone: before, nothing behind it takes the keyboard
              requestAnimationFrame(() => passage.current?.focus())
            }}
          />
        </Suspense>
      ) : null}
      {kind === 'NOTE' || kind === 'EVIDENCE' ? (
        <SourceSearch key={kind} kind={kind} onChoose={(item) => add(fromCitable(item))} />
      ) : null}
      {kind === 'REFERENCE' ? <ReferenceFields onAdd={add} /> : null}
      {kind === 'LINK' ? <LinkFields onAdd={add} /> : null}
    </fieldset>
  )
}
