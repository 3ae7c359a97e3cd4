'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select, TextArea } from '@/components/ui/field'
import { newId } from '@/components/ui/new-id'
import { toast } from '@/components/ui/toasts'
import { useDraft } from '@/components/ui/use-draft'
import { addStatementAction } from '@/lib/debates/session/actions'
import type { PersonDto } from '@/lib/debates/session/schema'
import { send } from '../../send'
import { useSession } from '../session-room'
import { SideChoice, type SideOf } from './side-choice'

type Draft = { id?: string; speakerId: string; side: SideOf; text: string }

const EMPTY: Draft = { speakerId: '', side: null, text: '' }

/**
 * Words for the session's record. With `people` they may be somebody else's (the timekeeper notes them), without, one's
 * own. What is typed is kept until it is sent.
 */
export function StatementForm(props: { people?: PersonDto[]; label: string; verb: string; hint?: string }) {
  const { debate, me, floor } = useSession()
  const name = `${me.memberId}:statement:${debate.id}${props.people ? ':noted' : ''}`
  const { draft, change, clear } = useDraft(name, {
    ...EMPTY,
    side: props.people ? null : (me.role?.side ?? null),
  })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const speakerId = draft.speakerId || (floor.speaking?.memberId ?? '')
  const submit = async () => {
    if (busy) return
    setBusy(true)
    setError('')
    const id = draft.id ?? newId()
    if (!draft.id) change({ id })
    const answer = await send(
      addStatementAction({
        ...{ id, debateId: debate.id, text: draft.text, side: draft.side },
        ...(props.people ? { speakerId } : {}),
      }),
    )
    setBusy(false)
    if (!answer.ok) return setError(answer.fields?.text ?? answer.message)
    clear()
    toast('It is in the record.')
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {props.people ? (
        <Select
          label="Who said it"
          required
          value={speakerId}
          onChange={(event) => {
            const side = props.people?.find((p) => p.id === event.target.value)?.side ?? null
            change({ speakerId: event.target.value, side })
          }}
        >
          <option value="">Choose a speaker</option>
          {props.people.map((p) => (
            <option key={p.id} value={p.id}>
              {p.label ? `${p.name} (${p.label})` : p.name}
            </option>
          ))}
        </Select>
      ) : null}
      <TextArea
        label={props.label}
        hint={props.hint}
        error={error}
        rows={3}
        required
        maxLength={2000}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SideChoice value={draft.side} onChange={(side) => change({ side })} />
        <Button type="submit" look="main" busy={busy} disabled={!draft.text.trim()}>
          {props.verb}
        </Button>
      </div>
    </form>
  )
}
