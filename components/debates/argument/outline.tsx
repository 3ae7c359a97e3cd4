'use client'
import { type KeyboardEvent, useMemo } from 'react'
import { type Row, rows as rowsOf } from '@/lib/debates/rules/outline'
import { claimCode, type Relation, type SideCount } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { sideSentence } from '../words'
import { ClaimRow } from './claim-row'
import { useArgument } from './context'
import { actByKey, goByKey, keyAtClaim } from './keys'
import { RootTools } from './root-tools'
import { useActs } from './use-acts'
import { useLinked } from './use-linked'

const SIDES = {
  SUPPORTS: {
    title: 'For the motion',
    look: 'text-for border-for',
    none: 'Nobody has spoken for the motion yet.',
    filtered: 'No claim on this side passes the filter.',
  },
  OPPOSES: {
    title: 'Against the motion',
    look: 'text-against border-against',
    none: 'Nobody has spoken against the motion yet.',
    filtered: 'No claim on this side passes the filter.',
  },
} as const
type SideOf = keyof typeof SIDES

/** A side's claims with their answers: the roots that point this way, and all below them. */
function sideOf(rows: readonly Row<ClaimDto>[], relation: Relation): Row<ClaimDto>[] {
  let inside = false
  return rows.filter((row) => {
    if (row.level === 0) inside = row.claim.relation === relation
    return inside
  })
}

type TreeProps = { label: string; rows: readonly Row<ClaimDto>[]; all: readonly Row<ClaimDto>[] }

/** Claims as a tree: arrows move and fold, single keys act on the claim that has the keyboard. */
function Tree({ label, rows, all }: TreeProps) {
  const { ui, steer, viewer, byId } = useArgument()
  const { remove } = useActs()
  const linked = useLinked()
  const entry = rows.some((r) => r.claim.id === ui.current) ? ui.current : rows[0]?.claim.id
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const claim = byId.get(target.dataset.claim ?? '')
    const key = claim ? keyAtClaim(event.nativeEvent) : null
    if (!claim || !key) return leave(event)
    const at = { rows: all, claim, viewer, focus: ui.focus, steer, remove: (c: ClaimDto) => void remove(c) }
    if (key === 'Enter') target.querySelector<HTMLElement>('button:not([tabindex="-1"])')?.focus()
    else if (!goByKey(key, at) && !actByKey(key, at)) return
    event.preventDefault()
  }
  return (
    <div role="tree" aria-label={label} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <ClaimRow
          key={row.claim.id}
          row={row}
          linked={linked(row.claim)}
          current={row.claim.id === ui.current}
          entry={row.claim.id === entry}
          open={row.claim.id === ui.open?.id}
          steer={steer}
        />
      ))}
    </div>
  )
}

/** Escape goes from what is inside a claim back to the claim. */
function leave(event: KeyboardEvent) {
  if (event.key !== 'Escape') return
  ;(event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]')?.focus()
}

function Side(props: { relation: SideOf; count: SideCount; rows: readonly Row<ClaimDto>[] }) {
  const { viewer, ui } = useArgument()
  const { title, look, none, filtered } = SIDES[props.relation]
  const mine = sideOf(props.rows, props.relation)
  const isFiltered = ui.filter.of !== 'ALL' || ui.filter.side !== null
  return (
    <section className="min-w-0">
      <h3 className={`border-b pb-1.5 text-19 ${look}`}>{title}</h3>
      <p className="mt-2 mb-3 text-13 text-ink-3">
        {props.count.claims > 0 ? sideSentence(props.count) : none}
      </p>
      {viewer.add && !isFiltered ? <RootTools relation={props.relation} /> : null}
      {mine.length ? <Tree label={title} rows={mine} all={props.rows} /> : null}
      {isFiltered && !mine.length ? <p className="text-13 text-ink-3">{filtered}</p> : null}
    </section>
  )
}

/** The argument as an outline, one side beside the other; or one branch of it alone. */
export function Outline(props: {
  matching: ReadonlySet<string> | null
  counts: { for: SideCount; against: SideCount }
}) {
  const { placed, ui } = useArgument()
  const { folded, focus } = ui
  const { matching, counts } = props
  const rows = useMemo(() => rowsOf(placed, { folded, focus, matching }), [placed, folded, focus, matching])
  const base = focus ? placed.find((c) => c.id === focus) : null
  if (base) return <Tree label={`${claimCode(base.number)} and its answers`} rows={rows} all={rows} />
  return (
    <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
      <Side relation="SUPPORTS" count={counts.for} rows={rows} />
      <Side relation="OPPOSES" count={counts.against} rows={rows} />
    </div>
  )
}
