'use client'
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { Chip } from '@/components/ui/bits'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Section } from '@/components/ui/page'
import { toast } from '@/components/ui/toasts'
import type { HandDto } from '@/lib/debates/session/schema'
import type { HandAct } from '../api'
import { useSession } from '../session-room'
import { TimeSince } from '../time-left'
import { useHands } from './use-control'

type Act = (change: HandAct) => Promise<boolean>

export const SideName = ({ side }: { side: HandDto['side'] }) =>
  side === null ? null : (
    <Chip tone={side === 'FOR' ? 'for' : 'against'}>{side === 'FOR' ? 'For' : 'Against'}</Chip>
  )

const spoke = (times: number): string =>
  times === 0 ? 'has not spoken yet' : times === 1 ? 'has spoken once' : `has spoken ${times} times`

function Speaking({ hand, act }: { hand: HandDto; act: Act }) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 border-l-2 border-accent bg-accent-soft px-3 py-2">
      <p className="min-w-0 flex-1 basis-40">
        <span className="block text-13 text-ink-2">Speaking</span>
        <span className="font-semibold">{hand.name}</span>
      </p>
      <TimeSince since={hand.calledAt ?? 0} className="text-19 font-semibold" />
      <div className="ml-auto flex gap-2">
        <Button look="quiet" onClick={() => void act({ act: 'wait', hand: hand.id })}>
          Put back
        </Button>
        <Button look="main" onClick={() => void act({ act: 'done', hand: hand.id })}>
          Has finished
        </Button>
      </div>
    </div>
  )
}

function Tool({
  label,
  off,
  onClick,
  children,
}: {
  label: string
  off?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
      className={cx(
        'grid size-8 pointer-coarse:size-11 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink cursor-pointer',
        off && 'opacity-35 cursor-default',
      )}
    >
      {children}
    </button>
  )
}

type Drag = { from: number | null; over: number | null }

/** One who waits: by buttons for thumb and keyboard, and by dragging with a mouse. */
function Row(props: {
  hand: HandDto
  index: number
  last: number
  act: Act
  drag: Drag
  onDrag: (drag: Drag) => void
  onDrop: () => void
}) {
  const { hand, index, last, act, drag, onDrag, onDrop } = props
  const { id, name } = hand
  const to = (place: number) => void act({ act: 'move', hand: id, to: place })
  const lower = async () => {
    if (await act({ act: 'lower', hand: id }))
      toast(`${name}’s hand is down.`, { undo: () => void act({ act: 'wait', hand: id }) })
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    if (drag.over !== index) onDrag({ ...drag, over: index })
  }
  return (
    <li
      draggable
      onDragStart={() => onDrag({ from: index, over: index })}
      onDragOver={over}
      onDragEnd={() => onDrag({ from: null, over: null })}
      onDrop={onDrop}
      className={cx(
        'flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-rule py-2',
        drag.over === index && drag.from !== index && 'bg-sunk',
        drag.from === index && 'opacity-55',
      )}
    >
      <GripVertical size={16} aria-hidden className="shrink-0 cursor-grab text-ink-3 max-sm:hidden" />
      <span className="num w-5 shrink-0 text-right text-ink-3">{index + 1}</span>
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{name}</span>
          <SideName side={hand.side} />
        </p>
        <p className="text-13 text-ink-3">
          {spoke(hand.times)}
          {hand.placed ? ' · moved by hand' : null}
        </p>
      </div>
      <div className="ml-auto flex items-center">
        <Tool label={`Move ${name} up`} off={index === 0} onClick={() => to(index - 1)}>
          <ArrowUp size={16} aria-hidden />
        </Tool>
        <Tool label={`Move ${name} down`} off={index === last} onClick={() => to(index + 1)}>
          <ArrowDown size={16} aria-hidden />
        </Tool>
        <Tool label={`Put ${name}’s hand down`} onClick={() => void lower()}>
          <X size={16} aria-hidden />
        </Tool>
        <Button
          look={index === 0 ? 'main' : 'plain'}
          className="ml-1"
          onClick={() => void act({ act: 'call', hand: id })}
        >
          Call<span className="sr-only"> {name}</span>
        </Button>
      </div>
    </li>
  )
}

/** Who speaks and who waits, in the order of the rule or of the chair. */
export function Queue() {
  const { floor } = useSession()
  const { act } = useHands()
  const [drag, setDrag] = useState<Drag>({ from: null, over: null })
  const { waiting, speaking } = floor
  const drop = () => {
    const hand = drag.from === null ? undefined : waiting[drag.from]
    if (hand && drag.over !== null && drag.over !== drag.from)
      void act({ act: 'move', hand: hand.id, to: drag.over })
    setDrag({ from: null, over: null })
  }
  return (
    <Section
      id="queue"
      title="Queue"
      sub="Those who have spoken least come first, then whose hand went up first. Whoever you move stays where you put them."
    >
      {speaking ? <Speaking hand={speaking} act={act} /> : null}
      {waiting.length === 0 ? (
        <p className="text-ink-3">No hand is up.</p>
      ) : (
        <ol aria-label="Waiting to speak" className="border-t border-rule">
          {waiting.map((hand, i) => (
            <Row
              key={hand.id}
              {...{ hand, act, drag }}
              index={i}
              last={waiting.length - 1}
              onDrag={setDrag}
              onDrop={drop}
            />
          ))}
        </ol>
      )}
    </Section>
  )
}
