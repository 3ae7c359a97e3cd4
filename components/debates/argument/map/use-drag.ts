'use client'
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { refusedMove } from '@/lib/debates/rules/move'
import type { ClaimDto } from '@/lib/debates/schema'
import { at, type Layout, type Placed, ROOT } from './layout'
import type { MapControl } from './use-zoom'

const THRESHOLD = 6
/** With a finger one moves the map; a card is taken by holding it. */
const HOLD_MS = 400
const EDGE = 44
const EDGE_STEP = 9

export type Drag = {
  node: Placed
  /** Under what it would hang; undefined over nothing. */
  over: Placed | undefined
  /** Null: it may. */
  refused: string | null
}

const WHY = {
  ITSELF: '',
  BELOW: 'That claim answers this one.',
  UNKNOWN: 'That claim is gone.',
} as const

function refusal(placed: readonly ClaimDto[], claim: ClaimDto, over: Placed): string | null {
  const parentId = over.id === ROOT ? null : over.id
  if (parentId === claim.parentId) return 'It hangs there already.'
  if (parentId === null && claim.relation === 'UNDERCUTS') return 'Nothing undercuts the motion.'
  const refused = refusedMove(placed, claim.id, parentId)
  return refused && WHY[refused]
}

type Given = {
  frame: RefObject<HTMLDivElement | null>
  layout: Layout
  placed: readonly ClaimDto[]
  control: MapControl
  still: RefObject<boolean>
  onDrop: (claim: ClaimDto, over: Placed) => void
}

/** Dragging a card onto another. Escape lets it go where it was. */
export function useDrag(given: Given) {
  const latest = useRef(given)
  latest.current = given
  const [drag, setDrag] = useState<Drag | null>(null)
  const held = useRef<Drag | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  const set = useCallback((next: Drag | null) => {
    const before = held.current
    held.current = next
    if (before?.over?.id !== next?.over?.id || !before !== !next) setDrag(next)
  }, [])

  const lift = useCallback(
    (down: PointerEvent<HTMLDivElement>, node: Placed) => {
      if (down.button !== 0 || (down.target as Element).closest('button')) return
      const touch = down.pointerType !== 'mouse'
      const start = { x: down.clientX, y: down.clientY }
      let pointer = start
      let lifted = false
      let frame = 0
      const over = (): Placed | undefined => {
        const { layout, control } = latest.current
        return at(layout, ...control.point(pointer.x, pointer.y))
      }
      const follow = () => {
        if (ghost.current) {
          // above the finger, which would cover it; never past the window's edge
          const x = Math.max(8, Math.min(pointer.x + 14, innerWidth - ghost.current.offsetWidth - 8))
          ghost.current.style.transform = `translate(${x}px,${pointer.y + (touch ? -64 : 10)}px)`
        }
        const under = over()
        const claim = node.row?.claim
        const self = under?.id === node.id
        set({
          node,
          over: self ? undefined : under,
          refused: under && claim && !self ? refusal(latest.current.placed, claim, under) : null,
        })
      }
      /** Near the edge of the frame the map moves on. */
      const drift = () => {
        const rect = latest.current.frame.current?.getBoundingClientRect()
        if (rect) {
          const dx = pointer.x < rect.left + EDGE ? EDGE_STEP : pointer.x > rect.right - EDGE ? -EDGE_STEP : 0
          const dy = pointer.y < rect.top + EDGE ? EDGE_STEP : pointer.y > rect.bottom - EDGE ? -EDGE_STEP : 0
          if (dx || dy) {
            latest.current.still.current = false
            latest.current.control.pan(dx, dy)
            latest.current.still.current = true
            follow()
          }
        }
        frame = requestAnimationFrame(drift)
      }
      const begin = () => {
        lifted = true
        latest.current.still.current = true
        document.body.style.cursor = 'grabbing'
        follow()
        frame = requestAnimationFrame(drift)
      }
      const hold = touch ? setTimeout(begin, HOLD_MS) : undefined
      const move = (event: globalThis.PointerEvent) => {
        if (event.pointerId !== down.pointerId) return
        pointer = { x: event.clientX, y: event.clientY }
        const far = Math.hypot(pointer.x - start.x, pointer.y - start.y) > THRESHOLD
        if (!lifted && far) {
          if (touch) return end()
          begin()
        }
        if (lifted) follow()
      }
      const end = () => {
        clearTimeout(hold)
        cancelAnimationFrame(frame)
        latest.current.still.current = false
        document.body.style.cursor = ''
        removeEventListener('pointermove', move)
        removeEventListener('pointerup', up)
        removeEventListener('pointercancel', end)
        removeEventListener('keydown', key, true)
        set(null)
      }
      const up = () => {
        const { over: target, refused } = held.current ?? {}
        const claim = node.row?.claim
        const dropped = lifted
        end()
        if (dropped) swallowClick()
        if (dropped && target && claim && refused === null) latest.current.onDrop(claim, target)
      }
      const key = (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !lifted) return
        event.stopPropagation()
        end()
      }
      addEventListener('pointermove', move)
      addEventListener('pointerup', up)
      addEventListener('pointercancel', end)
      addEventListener('keydown', key, true)
      stop.current = end
    },
    [set],
  )

  return { drag, ghost, lift }
}

/** The click that follows a drop was not meant as one. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}
