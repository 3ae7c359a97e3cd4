'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { takeSideAction } from '@/lib/debates/actions'
import { whyNotTake } from '@/lib/debates/rules/seats'
import type { RoleDto } from '@/lib/debates/schema'
import { send } from '../send'

type Side = 'FOR' | 'AGAINST'
const TEAMS = { FOR: 'Proposition', AGAINST: 'Opposition' } as const

const count = (roles: RoleDto[], side: Side): number =>
  roles.filter((r) => r.part === 'SPEAKER' && r.side === side).length

/** Where a student takes a side, as long as the sides stay even and the session has not begun. */
export function TakeSide({ debateId, roles }: { debateId: string; roles: RoleDto[] }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const own = roles.find((r) => r.mine)
  const mine = own?.part === 'SPEAKER' ? own.side : null
  const take = async (side: Side | null) => {
    setBusy(true)
    setRefused('')
    const answer = await send(takeSideAction({ debateId, side }))
    setBusy(false)
    if (!answer.ok) setRefused(answer.message)
    router.refresh()
  }
  const blocked = (['FOR', 'AGAINST'] as const).filter((side) => whyNotTake(roles, mine, side))
  return (
    <div className="mb-5 grid gap-2 print:hidden">
      <p className="text-14 text-ink-2">
        {mine
          ? `You stand with the ${TEAMS[mine]}, as ${own?.label}. You can change until the session begins.`
          : `Take a side: ${count(roles, 'FOR')} stand with the Proposition, ${count(roles, 'AGAINST')} with the Opposition. Whoever takes none is a juror.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {(['FOR', 'AGAINST'] as const).map((side) =>
          side === mine ? null : (
            <Button key={side} busy={busy} disabled={blocked.includes(side)} onClick={() => take(side)}>
              {mine ? 'Change to the' : 'Join the'} {TEAMS[side]}
            </Button>
          ),
        )}
        {mine ? (
          <Button look="quiet" busy={busy} onClick={() => take(null)}>
            Give up my side
          </Button>
        ) : null}
      </div>
      {blocked.length > 0 && !refused ? (
        <p className="text-13 text-ink-3">{whyNotTake(roles, mine, blocked[0] ?? null)}</p>
      ) : null}
      {refused ? (
        <p role="alert" className="text-13 text-bad">
          {refused}
        </p>
      ) : null}
    </div>
  )
}
