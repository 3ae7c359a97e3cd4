'use client'
import { memo, type PointerEvent, useEffect, useRef } from 'react'
import { CARD, type Layout } from './layout'
import type { MapControl } from './use-zoom'

const FILL = { SUPPORTS: 'fill-for', OPPOSES: 'fill-against', UNDERCUTS: 'fill-against' } as const

/** All of the map at once, and which part of it is in the frame: pressed or dragged, the map goes there. */
export const Minimap = memo(function Minimap({ layout, control }: { layout: Layout; control: MapControl }) {
  const svg = useRef<SVGSVGElement>(null)
  const view = useRef<SVGRectElement>(null)
  const { box, nodes } = layout
  useEffect(
    () =>
      control.watch((seen) => {
        const rect = view.current
        if (!rect) return
        for (const [name, value] of Object.entries(seen)) rect.setAttribute(name, `${value}`)
        const all =
          seen.x <= box.x &&
          seen.y <= box.y &&
          seen.x + seen.width >= box.x + box.width &&
          seen.y + seen.height >= box.y + box.height
        if (svg.current) svg.current.style.visibility = all ? 'hidden' : ''
      }),
    [control, box],
  )
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (!(event.buttons & 1)) return
    const rect = event.currentTarget.getBoundingClientRect()
    control.centre(
      box.x + ((event.clientX - rect.left) / rect.width) * box.width,
      box.y + ((event.clientY - rect.top) / rect.height) * box.height,
    )
  }
  return (
    <svg
      ref={svg}
      aria-hidden
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      preserveAspectRatio="none"
      className="absolute left-3 bottom-3 w-28 h-36 overflow-hidden rounded-md border border-rule-strong bg-surface/90 cursor-pointer touch-none max-sm:hidden print:hidden"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      {nodes.map(({ id, x, y, row }) => (
        <rect
          key={id}
          {...{ x, y, width: CARD.width, height: CARD.height }}
          className={row ? FILL[row.claim.relation] : 'fill-ink-3'}
        />
      ))}
      <rect
        ref={view}
        className="fill-accent/15 stroke-accent"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
})
