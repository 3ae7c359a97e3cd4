import { memo } from 'react'
import { type Bracket, CARD, type Layout, type Link, type Placed } from './layout'

const STROKE = { SUPPORTS: 'stroke-for', OPPOSES: 'stroke-against', UNDERCUTS: 'stroke-against' } as const
const BRACKET = 18

const mid = (node: Placed): number => node.y + CARD.height / 2

function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const half = (fromX + toX) / 2
  return `M${fromX} ${fromY}C${half} ${fromY} ${half} ${toY} ${toX} ${toY}`
}

function Edge({ link: { from, to } }: { link: Link }) {
  const relation = to.row?.claim.relation ?? 'SUPPORTS'
  return (
    <path
      d={curve(from.x + CARD.width, mid(from), to.x, mid(to))}
      className={STROKE[relation]}
      strokeDasharray={relation === 'UNDERCUTS' ? '6 4' : undefined}
    />
  )
}

/** One line to what they speak to together, and a bracket from which each hangs. */
function Joined({ bracket: { from, members } }: { bracket: Bracket }) {
  const [first, last] = [members[0], members.at(-1)]
  if (!first || !last) return null
  const x = first.x - BRACKET
  const relation = first.row?.claim.relation ?? 'SUPPORTS'
  return (
    <g className={STROKE[relation]}>
      <path d={curve(from.x + CARD.width, mid(from), x, (mid(first) + mid(last)) / 2)} />
      <path d={`M${x} ${mid(first)}V${mid(last)}`} strokeWidth={4} />
      {members.map((m) => (
        <path key={m.id} d={`M${x} ${mid(m)}H${m.x}`} />
      ))}
    </g>
  )
}

/** The lines of the map: only those one of whose ends is drawn. */
export const Edges = memo(function Edges({ layout, shown }: { layout: Layout; shown: ReadonlySet<string> }) {
  const { box } = layout
  const seen = ({ from, to }: Link) => shown.has(from.id) || shown.has(to.id)
  return (
    <svg
      aria-hidden
      className="absolute overflow-visible fill-none stroke-[1.75] pointer-events-none"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
    >
      {layout.links.filter(seen).map((link) => (
        <Edge key={link.to.id} link={link} />
      ))}
      {layout.brackets
        .filter((b) => b.members.some((m) => shown.has(m.id)) || shown.has(b.from.id))
        .map((bracket) => (
          <Joined key={bracket.id} bracket={bracket} />
        ))}
    </svg>
  )
})
