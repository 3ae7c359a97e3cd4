'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select, TextArea } from '@/components/ui/field'
import { newId } from '@/components/ui/new-id'
import { useDraft } from '@/components/ui/use-draft'
import type { Relation } from '@/lib/debates/rules/tree'
import type { ToulminName } from '@/lib/debates/schema'
import type { Result } from '@/lib/server/action'
import { TOULMIN } from './argument/words'
import type { DraftSource } from './draft-source'
import { RelationChoice } from './relation-choice'
import { useRoom } from './room'
import { SourceFields } from './source-fields'

export type ClaimDraft = {
  id?: string
  relation: Relation
  text: string
  toulmin: ToulminName | null
  sources: DraftSource[]
}

type Props = {
  /** Names the draft, within this debate. */
  name: string
  /** What the claim speaks to: "the motion", "C05". */
  target: string
  initial: ClaimDraft
  verb: string
  onSend: (draft: ClaimDraft) => Promise<Result<unknown>>
  /** The claim is sent, or the form is left; a draft that was not sent is kept unless `discards`. */
  onDone: (sent: boolean) => void
  discards?: boolean
  /** Begins at the sources. */
  atSources?: boolean
}

type Refusal = { message: string; fields?: Record<string, string> }

const sourceError = ({ fields }: Refusal): string | undefined =>
  Object.entries(fields ?? {}).find(([path]) => /^(sources|add)\b/.test(path))?.[1]

function RoleChoice(props: { value: ToulminName | null; onChange: (value: ToulminName | null) => void }) {
  return (
    <div className="max-w-72">
      <Select
        label="What it does in the argument (may stay open)"
        value={props.value ?? ''}
        onChange={(event) => props.onChange((event.target.value || null) as ToulminName | null)}
      >
        <option value="">Not said</option>
        {Object.entries(TOULMIN).map(([value, { name, says }]) => (
          <option key={value} value={value}>
            {name}: {says}
          </option>
        ))}
      </Select>
    </div>
  )
}

/** Where claims are written and mended. Sends by button or Ctrl+Enter; Escape leaves. */
export function ClaimForm({ name, target, initial, verb, onSend, onDone, discards, atSources }: Props) {
  const { debateId, memberId } = useRoom()
  const { draft, change, clear } = useDraft<ClaimDraft>(`claim:${debateId}:${memberId}:${name}`, initial)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const mend = (part: Partial<ClaimDraft>) => {
    setRefusal(undefined)
    change(part)
  }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const first = atSources ? '[data-sources] button[aria-expanded]' : 'textarea'
    form.current?.querySelector<HTMLElement>(first)?.focus()
  }, [atSources])

  const leave = (sent: boolean) => {
    if (sent || discards) clear()
    onDone(sent)
  }
  const submit = async () => {
    if (busy) return
    if (!draft.text.trim()) return setRefusal({ message: '', fields: { text: 'Write the claim.' } })
    setBusy(true)
    setRefusal(undefined)
    // One id for every try of this draft: an answer that got lost does not make a second claim.
    const id = draft.id ?? newId()
    change({ id })
    const answer = await onSend({ ...draft, id })
    setBusy(false)
    if (answer.ok) leave(true)
    else setRefusal(answer)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // keys of the argument around it are not meant here
    event.stopPropagation()
    // nor those of a dialog that it opens
    if ((event.target as Element).closest('dialog')) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    if (event.key === 'Escape') leave(false)
  }
  const textError = refusal?.fields?.text
  const listError = refusal && sourceError(refusal)
  return (
    <form
      ref={form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      className="mt-3 grid gap-4 rounded-lg bg-sunk p-3 sm:p-4 max-w-[68ch] print:hidden"
    >
      <RelationChoice target={target} value={draft.relation} onChange={(relation) => mend({ relation })} />
      <TextArea
        label="Claim"
        hint="One claim in a sentence or two, so that it can be answered."
        error={textError}
        rows={2}
        value={draft.text}
        onChange={(event) => mend({ text: event.target.value })}
        className="font-serif min-h-[66px]"
      />
      <RoleChoice value={draft.toulmin} onChange={(toulmin) => mend({ toulmin })} />
      <SourceFields sources={draft.sources} error={listError} onChange={(sources) => mend({ sources })} />
      {refusal && !textError && !listError ? (
        <p role="alert" className="text-13 text-bad">
          {refusal.message}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
        <p className="mr-auto text-13 text-ink-3">
          {draft.sources.length ? '' : 'Without a source it will be counted as unsourced.'}
        </p>
        <Button look="quiet" onClick={() => leave(false)}>
          Cancel
        </Button>
        <Button look="main" type="submit" busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
