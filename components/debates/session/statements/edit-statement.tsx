'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { editStatementAction } from '@/lib/debates/session/actions'
import type { StatementDto } from '@/lib/debates/session/schema'
import { send } from '../../send'
import { SideChoice } from './side-choice'

/** Other words for what was said. */
export function EditStatement({ statement, onDone }: { statement: StatementDto; onDone: () => void }) {
  const [text, setText] = useState(statement.text)
  const [side, setSide] = useState(statement.side)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const save = async () => {
    setBusy(true)
    const answer = await send(editStatementAction({ id: statement.id, text, side }))
    setBusy(false)
    if (answer.ok) onDone()
    else setError(answer.fields?.text ?? answer.message)
  }
  return (
    <form
      className="mt-2 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextArea
        label={`What ${statement.speaker} said`}
        rows={3}
        maxLength={2000}
        error={error}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap justify-between gap-2">
        <SideChoice value={side} onChange={setSide} />
        <div className="flex gap-2">
          <Button look="quiet" onClick={onDone}>
            Leave it
          </Button>
          <Button type="submit" look="main" busy={busy} disabled={!text.trim()}>
            Save
          </Button>
        </div>
      </div>
    </form>
  )
}
