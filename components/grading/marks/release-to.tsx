'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toasts'
import type { Result } from '@/lib/server/action'

type Props = {
  groups: { id: string; name: string }[]
  verb: string
  send: (groupId: string | null) => Promise<Result<{ released: number }>>
  /** It is the one next step. */
  next?: boolean
}

/** Shows marks to the whole course or to one group. There is no way back, so it asks once more. */
export function ReleaseTo({ groups, verb, send, next = false }: Props) {
  const router = useRouter()
  const id = useId()
  const [to, setTo] = useState('')
  const [sure, setSure] = useState(false)
  const { submit, busy, problem } = useSubmit(send, ({ released }) => {
    toast(released === 0 ? 'There was nothing new to release.' : `Released to ${released}.`)
    setSure(false)
    router.refresh()
  })
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="sr-only">
          To whom
        </label>
        <select
          id={id}
          value={to}
          onChange={(event) => {
            setTo(event.target.value)
            setSure(false)
          }}
          className="h-9 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-2 text-14 pointer-coarse:text-16"
        >
          <option value="">Everybody</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </select>
        <Button
          look={sure || next ? 'main' : 'plain'}
          busy={busy}
          onClick={() => (sure ? submit(to || null) : setSure(true))}
        >
          {sure ? 'Yes, release' : verb}
        </Button>
        {sure ? (
          <Button look="quiet" onClick={() => setSure(false)}>
            Cancel
          </Button>
        ) : null}
      </div>
      {sure ? (
        <p className="text-13 text-ink-2">Students see their marks at once. This cannot be undone.</p>
      ) : null}
      {problem ? (
        <p role="alert" className="text-13 text-bad">
          {problem.message}
        </p>
      ) : null}
    </div>
  )
}
