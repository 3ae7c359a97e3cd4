'use client'
import { Button } from '@/components/ui/button'
import type { Order, View } from '@/lib/explanations/rules/vocabulary'
import { Choice } from './choices'
import { useMatrix } from './context'
import { focusCell } from './use-keys'

const VIEWS: [View, string][] = [
  ['mine', 'Mine'],
  ['class', 'The class’s'],
  ['start', 'As the class starts'],
  ['differences', 'Differences'],
]
const ORDERS: [Order, string][] = [
  ['date', 'Date'],
  ['code', 'Code'],
  ['apart', 'What tells most apart'],
  ['disagreement', 'Most disagreement'],
]

type Props = {
  view: View
  order: Order
  base: string
  counts: { own: number; classes: number }
  onHelp: () => void
}

/** Whose ratings, in which order; and what one does with one's own. */
export function Controls({ view, order, base, counts, onHelp }: Props) {
  const { ratings, canRate } = useMatrix()
  const href = (nextView: View, nextOrder: Order) =>
    `${base}?${new URLSearchParams({ view: nextView, sort: nextOrder })}`
  const numbered = (name: View, text: string) =>
    name === 'mine' && counts.own ? `${text} (${counts.own})` : text
  const undo = () => {
    const back = ratings.undo()
    if (back) focusCell(back)
  }
  return (
    <div className="mt-6 mb-4 flex flex-wrap items-center gap-x-8 gap-y-2 border-y border-rule py-2 print:hidden">
      <Choice
        label="Ratings"
        items={VIEWS.filter(([name]) => canRate || name !== 'differences').map(([name, text]) => ({
          text: numbered(name, text),
          href: href(name, order),
          on: name === view,
        }))}
      />
      <Choice
        label="Order"
        items={ORDERS.map(([name, text]) => ({ text, href: href(view, name), on: name === order }))}
      />
      {view === 'mine' && canRate ? (
        <span className="ml-auto flex items-center gap-2">
          <span role="status" className="text-12 text-ink-3">
            {ratings.saving ? 'Saving' : ''}
          </span>
          <Button look="quiet" onClick={undo} disabled={!ratings.canUndo}>
            Undo
          </Button>
          <Button look="quiet" className="pointer-coarse:hidden" onClick={onHelp}>
            Keyboard
          </Button>
        </span>
      ) : null}
    </div>
  )
}
