'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { toast } from '@/components/ui/toasts'
import { assignRolesAction } from '@/lib/debates/actions'
import type { RoleSheet } from '@/lib/debates/schema'
import { PART_NAMES, PARTS, type Part } from '@/lib/debates/set-up/roles'
import { useForm } from './use-form'

type Seat = RoleSheet['seats'][number]
const PLAIN: Record<Exclude<Part, 'SPEAKER'>, string> = {
  CHAIR: 'chair',
  TIMEKEEPER: 'timekeeper',
  JUROR: 'juror',
}
const CONTROL = 'h-8 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-2 text-13'

/** The first place of a side that nobody has. */
function freePlace(seats: Seat[], side: 'FOR' | 'AGAINST'): string {
  const mine = seats.filter((s) => s.side === side && s.label).map((s) => s.label)
  const prefix = /^(\D+)\d+$/.exec(mine[0] ?? '')?.[1] ?? (side === 'FOR' ? 'P' : 'O')
  for (let n = 1; ; n++) if (!mine.includes(`${prefix}${n}`)) return `${prefix}${n}`
}

/** What a choice of part makes of a seat. */
function withPart(seats: Seat[], seat: Seat, choice: string): Seat {
  const part = (choice || null) as Part | null
  if (part === null) return { ...seat, part, side: null, label: '' }
  if (part !== 'SPEAKER') return { ...seat, part, side: null, label: PLAIN[part] }
  const others = seats.filter((s) => s.part === 'SPEAKER' && s !== seat)
  const behind =
    others.filter((s) => s.side === 'FOR').length <= others.filter((s) => s.side === 'AGAINST').length
  const side = behind ? 'FOR' : 'AGAINST'
  return { ...seat, part, side, label: freePlace(others, side) }
}

function SeatRow({ seat, seats, onChange }: { seat: Seat; seats: Seat[]; onChange: (seat: Seat) => void }) {
  const others = seats.filter((s) => s !== seat)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 border-b border-rule py-2 sm:grid-cols-[minmax(0,1fr)_120px_120px_80px]">
      <span className="min-w-0">
        {seat.name}
        <span className="ml-2 text-13 text-ink-3">{seat.student ? seat.group : 'staff'}</span>
      </span>
      <select
        aria-label={`Part of ${seat.name}`}
        className={CONTROL}
        value={seat.part ?? ''}
        onChange={(event) => onChange(withPart(seats, seat, event.target.value))}
      >
        <option value="">None</option>
        {PARTS.map((part) => (
          <option key={part} value={part}>
            {PART_NAMES[part]}
          </option>
        ))}
      </select>
      {seat.part === 'SPEAKER' ? (
        <>
          <select
            aria-label={`Side of ${seat.name}`}
            className={CONTROL}
            value={seat.side ?? ''}
            onChange={(event) => {
              const side = event.target.value as 'FOR' | 'AGAINST'
              onChange({ ...seat, side, label: freePlace(others, side) })
            }}
          >
            <option value="FOR">For</option>
            <option value="AGAINST">Against</option>
          </select>
          <input
            aria-label={`Place of ${seat.name}`}
            className={CONTROL}
            value={seat.label}
            maxLength={60}
            onChange={(event) => onChange({ ...seat, label: event.target.value })}
          />
        </>
      ) : (
        <span className="max-sm:hidden sm:col-span-2" />
      )}
    </li>
  )
}

/** Staff give each member a part, a side and a place, and save all of them at once. */
export function RoleSheetForm({ sheet }: { sheet: RoleSheet }) {
  const router = useRouter()
  const [seats, setSeats] = useState(sheet.seats)
  const roles = seats.flatMap(({ membershipId, side, label, part }) =>
    part ? [{ membershipId, side, label, part }] : [],
  )
  const { busy, setBusy, message, submit } = useForm(
    () => assignRolesAction({ debateId: sheet.debateId, roles }),
    () => {
      setBusy(false)
      toast('Roles saved.')
      router.refresh()
    },
  )
  const set = (next: Seat) => setSeats(seats.map((s) => (s.membershipId === next.membershipId ? next : s)))
  return (
    <div className="grid gap-4 max-w-[760px]">
      <ul className="border-t border-rule">
        {seats.map((seat) => (
          <SeatRow key={seat.membershipId} seat={seat} seats={seats} onChange={set} />
        ))}
      </ul>
      {message ? <Notice tone="bad">{message}</Notice> : null}
      <div>
        <Button look="main" busy={busy} onClick={submit}>
          Save roles
        </Button>
      </div>
    </div>
  )
}
