'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select, TextArea } from '@/components/ui/field'
import { newId } from '@/components/ui/new-id'
import { toast } from '@/components/ui/toasts'
import { claimCode } from '@/lib/debates/rules/tree'
import { claimStatementAction } from '@/lib/debates/session/actions'
import type { StatementDto } from '@/lib/debates/session/schema'
import { send } from '../../send'

const LONGEST = 1000

/** Puts the point of what was said into the argument, for or against the motion. It can be moved there. */
export function ClaimStatement({ statement, onDone }: { statement: StatementDto; onDone: () => void }) {
  const [text, setText] = useState(statement.text.slice(0, LONGEST))
  const [relation, setRelation] = useState<'SUPPORTS' | 'OPPOSES'>(
    statement.side === 'AGAINST' ? 'OPPOSES' : 'SUPPORTS',
  )
  const [claimId] = useState(newId)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const add = async () => {
    setBusy(true)
    const answer = await send(claimStatementAction({ id: statement.id, claimId, relation, text }))
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    toast(`${claimCode(answer.value.number)} added to the argument.`)
    onDone()
  }
  return (
    <form
      className="mt-2 grid gap-2 border-l-2 border-rule-strong pl-3"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextArea
        label="The claim, in one sentence"
        rows={2}
        maxLength={LONGEST}
        error={error}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        label="It speaks"
        value={relation}
        onChange={(event) => setRelation(event.target.value === 'OPPOSES' ? 'OPPOSES' : 'SUPPORTS')}
      >
        <option value="SUPPORTS">for the motion</option>
        <option value="OPPOSES">against the motion</option>
      </Select>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
        <Button type="submit" look="main" busy={busy} disabled={!text.trim()}>
          Add claim
        </Button>
      </div>
    </form>
  )
}
