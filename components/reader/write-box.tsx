'use client'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { newId } from '@/components/ui/new-id'
import { useDraft } from '@/components/ui/use-draft'
import { useReader } from './context'
import type { Answer } from './note-client'

const MentionList = lazy(() => import('./mention-list'))

type Props = {
  /** Names the draft that is kept in this browser until the words are sent. */
  draft: string
  label: string
  placeholder: string
  verb: string
  initial?: string
  focus?: boolean
  options?: ReactNode
  /** `id` stays the same for every try of the same words, so that an answer that got lost does not make a second note. */
  onSend: (body: string, id: string | undefined) => Promise<Answer<unknown>>
  onDone: () => void
}

const EMPTY: { text: string; id?: string } = { text: '' }

/** Where every note, reply and edit is typed. Sends by button or Ctrl+Enter; Escape leaves and keeps the draft. */
export function WriteBox({
  draft,
  label,
  placeholder,
  verb,
  initial,
  focus = true,
  options,
  onSend,
  onDone,
}: Props) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const { course } = useReader()
  const { draft: kept, change, clear } = useDraft(`${course.viewer.memberId}:${draft}`, EMPTY)
  const { text } = kept
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  useEffect(() => {
    if (initial && box.current && !box.current.value) change({ text: initial })
  }, [initial, change])
  useEffect(() => {
    if (focus) box.current?.focus({ preventScroll: true })
  }, [focus])

  const send = async () => {
    if (busy) return
    if (!text.trim()) return setError('Write something first.')
    setBusy(true)
    setError(undefined)
    const sent = kept.id ?? newId()
    change({ id: sent })
    const answer = await onSend(text, sent)
    setBusy(false)
    if (!answer.ok) return setError(answer.problem.fields?.body ?? answer.problem.message)
    clear()
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    }
  }
  return (
    <form
      className="grid gap-2 mt-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <textarea
        ref={box}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => change({ text: event.target.value, id: undefined })}
        onKeyDown={onKeyDown}
        rows={3}
        className="w-full rounded-md border border-rule-strong bg-surface px-3 py-2 text-14 pointer-coarse:text-16 leading-normal field-sizing-content min-h-[76px] max-h-[40dvh]"
      />
      {text.includes('@') ? (
        <Suspense>
          <MentionList box={box} text={text} onText={(next) => change({ text: next, id: undefined })} />
        </Suspense>
      ) : null}
      {error ? (
        <p id={id} role="alert" className="text-13 text-bad">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {options}
        <span className="ml-auto flex gap-1">
          <Button look="quiet" onClick={onDone}>
            Cancel
          </Button>
          <Button look="main" type="submit" busy={busy}>
            {verb}
          </Button>
        </span>
      </div>
    </form>
  )
}
