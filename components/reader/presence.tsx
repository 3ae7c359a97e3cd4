'use client'
import { Avatar } from '@/components/ui/bits'
import type { Presence as PresenceDto } from '@/lib/live/rules'

const SHOWN = 5

/** Who else has this section open now. One's own face tells one nothing. */
export function Presence({ presence, memberId }: { presence: PresenceDto | null; memberId: string }) {
  const others = (presence?.people ?? []).filter((p) => !memberId.endsWith(p.id)).slice(0, SHOWN)
  const count = Math.max(others.length, (presence?.count ?? 1) - 1)
  if (others.length === 0) return null
  const rest = count - others.length
  const names = others.map((p) => p.name).join(', ')
  const said = `Reading this now: ${names}${rest ? ` and ${rest} more` : ''}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the names show on hover; by keyboard they must too
    <div role="img" tabIndex={0} aria-label={said} data-presence className="group relative flex items-center">
      {others.map((p) => (
        <span key={p.id} className="-ml-1 rounded-full ring-2 ring-paper flex">
          <Avatar name={p.name} />
        </span>
      ))}
      {rest ? <span className="num ml-1.5 text-12 text-ink-3">+{rest}</span> : null}
      <span
        aria-hidden
        className="absolute z-20 right-0 top-full mt-1.5 w-max max-w-60 rounded-md border border-rule bg-surface shadow-float px-2.5 py-1.5 text-13 hidden group-hover:block group-focus-visible:block"
      >
        {said}
      </span>
    </div>
  )
}
