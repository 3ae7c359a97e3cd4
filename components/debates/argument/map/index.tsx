'use client'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { foldedAtFirst, rows as rowsOf } from '@/lib/debates/rules/outline'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { mayChange, useArgument } from '../context'
import { actByKey, keyAtClaim } from '../keys'
import { useActs } from '../use-acts'
import { POINTING } from '../words'
import { Card, MotionCard } from './card'
import { Controls } from './controls'
import { Edges } from './edges'
import { neighbour, steerByKey } from './keys'
import { Labels } from './labels'
import { branchBox, isFar, type Layout, layoutOf, meets, type Placed, ROOT } from './layout'
import { Minimap } from './minimap'
import { Panel } from './panel'
import { type Drag, useDrag } from './use-drag'
import { type MapControl, useZoom } from './use-zoom'

/** So many cards can be read on a screen; a larger argument opens folded. */
const READABLE = 40

/** Folds a large argument when its map is first opened. */
function useFirstFold(): void {
  const { placed, ui, steer } = useArgument()
  const done = useRef(false)
  useLayoutEffect(() => {
    if (done.current || !placed.length) return
    done.current = true
    if (ui.folded.size === 0) steer.change({ folded: foldedAtFirst(placed, READABLE) })
  }, [placed, ui.folded, steer])
}

/** What one looks at stays where it is when the map is laid out anew: a branch was folded, or somebody added a claim. */
function useSteady(layout: Layout, current: string | null, control: MapControl): void {
  const before = useRef<Layout>(layout)
  useLayoutEffect(() => {
    const old = before.current
    before.current = layout
    if (old === layout) return
    const anchor = anchorOf(old, current, control)
    const now = anchor && layout.byId.get(anchor.id)
    if (now) control.hold(anchor, now)
    else control.fit(0.85)
  }, [layout, current, control])
}

function anchorOf(layout: Layout, current: string | null, control: MapControl): Placed | undefined {
  const chosen = current ? layout.byId.get(current) : undefined
  if (chosen && control.inSight(chosen)) return chosen
  const [x, y] = control.middle()
  const far = (n: Placed) => Math.hypot(n.x - x, n.y - y)
  return layout.nodes.reduce<Placed | undefined>(
    (best, n) => (!best || far(n) < far(best) ? n : best),
    undefined,
  )
}

/** Under whom it would hang, and what that makes of it. */
function Ghost({ drag, words }: { drag: Drag; words: string }) {
  const { refused, over } = drag
  return (
    <p
      className={`rounded-md border bg-surface shadow-float px-3 py-1.5 text-13 max-w-80 ${
        refused ? 'border-bad text-bad' : over ? 'border-accent' : 'border-rule-strong'
      }`}
    >
      {words}
    </p>
  )
}

function ghostWords({ node, over, refused }: Drag): string {
  const claim = node.row?.claim
  if (!claim) return ''
  const code = claimCode(claim.number)
  if (!over) return `${code}: let it go on another claim.`
  if (refused) return refused
  if (over.id === ROOT) return `${code} → ${POINTING[claim.relation].word} the motion`
  const target = over.row?.claim
  if (!target) return ''
  const helps = claim.relation === 'SUPPORTS' ? target.helps : target.helps === 'FOR' ? 'AGAINST' : 'FOR'
  return `${code} → ${POINTING[claim.relation].word} ${claimCode(target.number)}; helps ${helps === 'FOR' ? 'For' : 'Against'} there`
}

/** The argument as a map: the motion at the left, every answer to the right of what it answers. */
export default function ArgumentMap({ matching }: { matching: ReadonlySet<string> | null }) {
  const { placed, byId, ui, steer, viewer, motion } = useArgument()
  const { move, remove } = useActs()
  const { folded, focus, current } = ui
  useFirstFold()
  const layout = useMemo(() => {
    performance.mark('map-layout-start')
    const made = layoutOf(rowsOf(placed, { folded, focus, matching }), focus)
    performance.measure('map-layout', 'map-layout-start')
    return made
  }, [placed, folded, focus, matching])
  const frame = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const still = useRef(false)
  const { seen, control } = useZoom(frame, stage, layout, still)
  useSteady(layout, current, control)
  const onDrop = (claim: ClaimDto, over: Placed) =>
    void move(claim, { parentId: over.id === ROOT ? null : over.id, relation: claim.relation })
  const { drag, ghost, lift } = useDrag({ frame, layout, placed, control, still, onDrop })

  const latest = useRef(layout)
  latest.current = layout
  // that others moved is no reason to look at it again
  useEffect(() => {
    const node = current ? latest.current.byId.get(current) : undefined
    if (node) control.reveal(node)
  }, [current, control])

  const near = useCallback(
    (id: string) => {
      steer.choose(id)
      control.near(branchBox(latest.current, id))
    },
    [steer, control],
  )

  const shown = useMemo(() => {
    const nodes = seen ? layout.nodes.filter((n) => meets(n, seen.box) || n.id === current) : []
    return { nodes, ids: new Set(nodes.map((n) => n.id)) }
  }, [layout, seen, current])
  const entry = shown.ids.has(current ?? '') ? current : shown.nodes.find((n) => n.row)?.id

  const onCard = (key: string, { id }: ClaimDto): boolean => {
    if (key === ' ') steer.toggle(id)
    else if (key === 'Enter') toPanel(frame.current)
    else {
      const to = neighbour(key, layout, id)
      if (to?.row) steer.choose(to.id, true)
      return to !== undefined
    }
    return true
  }
  // nearer to what one looks at, not to the gap beside it
  const steering = {
    ...control,
    by: (factor: number) => control.by(factor, anchorOf(layout, current, control)),
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement
    const claim = byId.get(target.dataset.claim ?? '')
    const isFrame = target === frame.current
    if (!claim && !isFrame) return
    const key = event.key === ' ' ? ' ' : keyAtClaim(event.nativeEvent)
    if (!key) return
    const at = { rows: [], viewer, focus, steer, remove: (c: ClaimDto) => void remove(c) }
    const did =
      steerByKey(key, isFrame || event.shiftKey, steering) ||
      (claim && (onCard(key, claim) || actByKey(key, { ...at, claim })))
    if (did) event.preventDefault()
  }
  const detail = seen?.detail ?? 'full'
  const lifted = drag?.node.id
  const targetOf = (id: string) => (drag?.over?.id === id ? (drag.refused === null ? 'yes' : 'no') : null)
  const chosen = current ? byId.get(current) : undefined
  return (
    // as wide as the window, whatever the page around it
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_340px] xl:mx-[calc(50%-min(820px,50vw-32px))]">
      <div className="relative">
        <div
          ref={frame}
          role="tree"
          aria-label="Map of the argument"
          tabIndex={-1}
          onKeyDown={onKeyDown}
          className="relative h-[max(420px,72dvh)] overflow-hidden rounded-md border border-rule bg-paper touch-none cursor-grab active:cursor-grabbing"
        >
          <div
            ref={stage}
            role="presentation"
            className="absolute inset-0 origin-top-left"
            data-detail={detail}
          >
            <Edges layout={layout} shown={shown.ids} />
            {shown.nodes.map((node) =>
              node.row ? (
                <Card
                  key={node.id}
                  node={node}
                  detail={detail}
                  current={node.id === current}
                  entry={node.id === entry}
                  drags={mayChange(viewer, node.row.claim)}
                  target={targetOf(node.id)}
                  lifted={node.id === lifted}
                  steer={steer}
                  onLift={lift}
                />
              ) : (
                <MotionCard
                  key={node.id}
                  node={node}
                  motion={motion}
                  detail={detail}
                  target={targetOf(node.id)}
                />
              ),
            )}
          </div>
          {seen && isFar(detail) ? (
            <div aria-hidden>
              <Labels layout={layout} scale={seen.scale} onOpen={near} />
            </div>
          ) : null}
        </div>
        {layout.nodes.length > READABLE / 2 ? <Minimap layout={layout} control={control} /> : null}
        <Controls control={steering} />
      </div>
      <aside aria-label="Chosen claim" className="min-w-0 lg:max-h-[72dvh] lg:overflow-y-auto" data-panel>
        <Panel claim={chosen} />
      </aside>
      <div ref={ghost} aria-hidden className="fixed left-0 top-0 w-max z-50 pointer-events-none">
        {drag ? <Ghost drag={drag} words={ghostWords(drag)} /> : null}
      </div>
    </div>
  )
}

/** To what can be done with the chosen claim. */
function toPanel(frame: HTMLElement | null): void {
  frame?.parentElement?.parentElement?.querySelector<HTMLElement>('[data-panel] button')?.focus()
}
