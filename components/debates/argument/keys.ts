import { keyOf } from '@/components/reader/shortcut-keys'
import type { Row } from '@/lib/debates/rules/outline'
import type { ClaimDto } from '@/lib/debates/schema'
import { mayChange, mayRead, type Steer, type Viewer, type What } from './context'

type At = {
  rows: readonly Row<ClaimDto>[]
  claim: ClaimDto
  viewer: Viewer
  focus: string | null
  steer: Steer
  remove: (claim: ClaimDto) => void
}

type May = (v: Viewer, c: ClaimDto) => boolean

/** Of a claim whose words everybody reads. */
const shown =
  (may: May): May =>
  (v, c) =>
    !c.hidden && may(v, c)
const adds = shown((v) => v.add)

/** Whose keys open what, and who may. */
const OPENS: Record<string, { what: What; sources?: boolean; may: May }> = {
  f: { what: 'SUPPORTS', may: adds },
  a: { what: 'OPPOSES', may: adds },
  u: { what: 'UNDERCUTS', may: adds },
  e: { what: 'EDIT', may: shown(mayChange) },
  s: { what: 'EDIT', sources: true, may: shown(mayChange) },
  j: { what: 'JUDGE', may: shown(() => true) },
  m: { what: 'MOVE', may: mayChange },
  l: { what: 'LINK', may: shown(mayChange) },
  g: { what: 'MERGE', may: shown((v) => v.merge) },
  h: { what: 'HISTORY', may: mayRead },
}

/** What the single keys do at a claim, in an outline and in a map alike. True where the key meant something. */
export function actByKey(key: string, at: At): boolean {
  const { claim, viewer, steer, focus } = at
  const opens = OPENS[key]
  if (opens?.may(viewer, claim)) {
    steer.change({ open: { id: claim.id, what: opens.what, sources: opens.sources } })
    return true
  }
  if (key === 'b') steer.change({ focus: focus === claim.id ? null : claim.id })
  else if (key === 'Delete' && mayChange(viewer, claim)) at.remove(claim)
  else return false
  return true
}

/** Where the arrow keys lead in an outline: along the lines, in and out. */
export function goByKey(key: string, { rows, claim, steer }: At): boolean {
  const i = rows.findIndex((row) => row.claim.id === claim.id)
  const row = rows[i]
  if (!row) return false
  const go = (to: Row<ClaimDto> | undefined) => to && steer.choose(to.claim.id, true)
  switch (key) {
    case 'ArrowDown':
      go(rows[i + 1])
      return true
    case 'ArrowUp':
      go(rows[i - 1])
      return true
    case 'Home':
      go(rows[0])
      return true
    case 'End':
      go(rows.at(-1))
      return true
    case 'ArrowRight':
      if (row.folded) steer.toggle(claim.id, false)
      else if (row.answers) go(rows[i + 1])
      return true
    case 'ArrowLeft':
      if (row.answers && !row.folded) steer.toggle(claim.id, true)
      else go(rows.find((r) => r.claim.id === claim.parentId))
      return true
    default:
      return false
  }
}

/** A single key at a claim itself: not in a form or on a button inside it. */
export const keyAtClaim = (event: KeyboardEvent): string | null =>
  event.ctrlKey || event.metaKey || event.altKey
    ? null
    : /^(Arrow|Home|End|Enter|Delete)/.test(event.key)
      ? event.key
      : keyOf(event)
