'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toasts'
import { deleteStatementAction, restoreStatementAction } from '@/lib/debates/session/actions'
import type { StatementDto } from '@/lib/debates/session/schema'
import { send } from '../../send'
import { SideName } from '../control/queue'
import { useSession } from '../session-room'
import { ClaimStatement } from './claim-statement'
import { EditStatement } from './edit-statement'

type Open = { id: string; what: 'edit' | 'claim' } | null

/** What was said, the last first; whoever may, changes it, takes it away, or makes a claim of it. */
export function StatementList({ statements }: { statements: StatementDto[] }) {
  const [open, setOpen] = useState<Open>(null)
  if (statements.length === 0) return <p className="text-ink-3">Nothing has been noted yet.</p>
  return (
    <ul className="border-t border-rule">
      {[...statements].reverse().map((statement) => (
        <li key={statement.id} className="border-b border-rule py-3">
          <Statement statement={statement} open={open?.id === statement.id ? open : null} onOpen={setOpen} />
        </li>
      ))}
    </ul>
  )
}

function Statement({
  statement,
  open,
  onOpen,
}: {
  statement: StatementDto
  open: Open
  onOpen: (open: Open) => void
}) {
  const { phases } = useSession()
  const { speaker, side, text, phaseId, edited, speakerId, byId } = statement
  const phase = phases.find((p) => p.id === phaseId)?.name
  const close = () => onOpen(null)
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-13 text-ink-3">
        <span className="font-medium text-ink">{speaker}</span>
        <SideName side={side} />
        {[phase, speakerId === byId ? '' : 'as noted', edited ? 'changed' : ''].filter(Boolean).join(' · ')}
      </p>
      {open?.what === 'edit' ? (
        <EditStatement statement={statement} onDone={close} />
      ) : (
        <p className="mt-1 whitespace-pre-line font-serif text-16">{text}</p>
      )}
      {open?.what === 'claim' ? <ClaimStatement statement={statement} onDone={close} /> : null}
      {open ? null : <Tools statement={statement} onOpen={onOpen} />}
    </>
  )
}

function Tools({ statement, onOpen }: { statement: StatementDto; onOpen: (open: Open) => void }) {
  const { me, can, debate, courseSlug } = useSession()
  const { id, speakerId, byId, claim } = statement
  const own = me.memberId === speakerId || me.memberId === byId
  const remove = async () => {
    const answer = await send(deleteStatementAction({ id }))
    if (!answer.ok) return toast(answer.message, { tone: 'bad' })
    toast('Taken out of the record.', { undo: () => void send(restoreStatementAction({ id })) })
  }
  if (debate.closed) return null
  return (
    <div className="mt-1 -ml-2 flex flex-wrap items-center">
      {own || can.note ? (
        <>
          <Button look="quiet" onClick={() => onOpen({ id, what: 'edit' })}>
            Change
          </Button>
          <Button look="quiet" onClick={() => void remove()}>
            Delete
          </Button>
        </>
      ) : null}
      {claim !== null ? (
        <Link
          href={`/courses/${courseSlug}/debates/${debate.slug}#C${String(claim).padStart(2, '0')}`}
          className="px-2 text-accent underline underline-offset-2"
        >
          In the argument
        </Link>
      ) : own || can.note ? (
        <Button look="quiet" onClick={() => onOpen({ id, what: 'claim' })}>
          Make it a claim
        </Button>
      ) : null}
    </div>
  )
}
