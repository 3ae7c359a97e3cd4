import type { Layout, Placed } from './layout'
import { ROOT } from './layout'
import type { MapControl } from './use-zoom'

const PAN = 90
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [PAN, 0],
  ArrowRight: [-PAN, 0],
  ArrowUp: [0, PAN],
  ArrowDown: [0, -PAN],
}

/** Zooming, and moving the map. True where the key meant that. */
export function steerByKey(key: string, pans: boolean, control: MapControl): boolean {
  const arrow = ARROWS[key]
  if (key === '+' || key === '=') control.by(1.35)
  else if (key === '-' || key === '−') control.by(1 / 1.35)
  else if (key === '0') control.fit()
  else if (arrow && pans) control.pan(...arrow)
  else return false
  return true
}

/** Where an arrow leads from a card: out to an answer, back to what it answers, or to the next above or below. */
export function neighbour(key: string, layout: Layout, id: string): Placed | undefined {
  const node = layout.byId.get(id)
  if (!node) return
  const column = layout.nodes.filter((n) => n.x === node.x && n.id !== ROOT).sort((a, b) => a.y - b.y)
  const place = column.findIndex((n) => n.id === id)
  switch (key) {
    case 'ArrowUp':
      return column[place - 1]
    case 'ArrowDown':
      return column[place + 1]
    case 'ArrowLeft':
      return layout.byId.get(node.row?.claim.parentId ?? '')
    case 'ArrowRight':
      return layout.nodes.find((n) => n.row?.claim.parentId === id)
    case 'Home':
      return column[0]
    case 'End':
      return column.at(-1)
  }
}
