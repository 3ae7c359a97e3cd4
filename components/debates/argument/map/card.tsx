'use client'
import { memo, type PointerEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode } from '@/lib/debates/rules/tree'
import { counted } from '../../words'
import type { Steer } from '../context'
import { judgedShort } from '../distribution'
import { Mark } from '../mark'
import { POINTING } from '../words'
import { CARD, type Detail, isFar, type Placed } from './layout'

export type CardProps = {
  node: Placed
  detail: Detail
  current: boolean
  entry: boolean
  /** May be dragged by who looks at it. */
  drags: boolean
  /** Under the card that is being dragged: whether that may be let go here. */
  target: 'yes' | 'no' | null
  lifted: boolean
  steer: Steer
  onLift: (event: PointerEvent<HTMLDivElement>, node: Placed) => void
}

const TONE = {
  SUPPORTS: 'border-l-for',
  OPPOSES: 'border-l-against',
  UNDERCUTS: 'border-l-against border-dashed',
} as const
const FAR = {
  SUPPORTS: 'bg-for-soft',
  OPPOSES: 'bg-against-soft',
  UNDERCUTS: 'bg-against-soft',
} as const
const DOT = { SUPPORTS: 'bg-for', OPPOSES: 'bg-against', UNDERCUTS: 'bg-against' } as const

/** Words that are as large on the screen as those of the page, however far off the card is. */
const SIZES = {
  brief: ['text-[22px] leading-[26px] line-clamp-3', 'size-5'],
  few: ['text-[34px] leading-[38px] line-clamp-2', 'size-8'],
} as const

function Words({ node, detail }: { node: Placed; detail: Detail }) {
  const { claim } = node.row!
  const { text, word } = POINTING[claim.relation]
  const code = claimCode(claim.number)
  if (detail === 'dot') return null
  if (detail === 'code')
    return (
      <p className={cx('num h-full flex items-center justify-center gap-4 text-[52px] font-semibold', text)}>
        <Mark relation={claim.relation} className="size-10" />
        {code}
      </p>
    )
  if (detail !== 'full') {
    const [words, mark] = SIZES[detail]
    return (
      <p className={cx('wrap-anywhere', words)}>
        <span className={cx('num font-semibold', text)}>
          <Mark relation={claim.relation} className={cx(mark, 'mr-1.5')} />
          {code}
        </span>{' '}
        {excerptOf(claim.text, 90)}
      </p>
    )
  }
  const judged = judgedShort(claim)
  return (
    <>
      <p className="flex items-baseline gap-x-1.5 text-12 whitespace-nowrap overflow-hidden">
        <span className="num font-semibold">{code}</span>
        <span className={cx('font-medium', text)}>
          <Mark relation={claim.relation} className="mr-0.5" />
          {word}
        </span>
        {claim.sourced ? null : <span className="text-warn">no source</span>}
        <span className="text-ink-3 overflow-hidden text-ellipsis">{judged ?? claim.author}</span>
      </p>
      <p className="mt-0.5 font-serif text-14 leading-[19px] line-clamp-3 wrap-anywhere">
        {excerptOf(claim.text, 150)}
      </p>
    </>
  )
}

function Fold({ node, detail, steer }: Pick<CardProps, 'node' | 'detail' | 'steer'>) {
  const row = node.row!
  if (!row.answers || detail === 'dot') return null
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation()
        steer.toggle(row.claim.id)
      }}
      className={cx(
        'num absolute left-full top-1/2 -translate-y-1/2 translate-x-1 rounded-full border border-rule-strong bg-surface text-ink-2 hover:border-ink-3 cursor-pointer',
        detail === 'full' ? 'h-6 min-w-6 px-1.5 text-12' : 'h-10 min-w-10 px-2 text-[24px]',
      )}
    >
      <span aria-hidden>{row.folded ? `+${row.below}` : '‹'}</span>
      <span className="sr-only">
        {row.folded ? `Unfold ${counted(row.answers, 'answer')}` : 'Fold the answers'} of{' '}
        {claimCode(row.claim.number)}
      </span>
    </button>
  )
}

/** A claim on the map. It shows less the further off one is. */
export const Card = memo(function Card(props: CardProps) {
  const { node, detail, current, entry, drags, target, lifted, steer, onLift } = props
  const row = node.row!
  const { claim } = row
  const code = claimCode(claim.number)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the map hears the keys
    <div
      role="treeitem"
      id={code}
      data-claim={claim.id}
      data-card
      data-drag={drags || undefined}
      aria-label={`${code}, ${POINTING[claim.relation].word} ${claim.parentNumber === null ? 'the motion' : claimCode(claim.parentNumber)}: ${excerptOf(claim.text, 300)}`}
      aria-level={row.level + 1}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={row.answers ? !row.folded : undefined}
      aria-selected={current}
      tabIndex={entry ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && steer.choose(claim.id)}
      onClick={() => steer.choose(claim.id)}
      onPointerDown={(event) => drags && onLift(event, node)}
      className={cx(
        'absolute rounded-md border border-l-4 select-none cursor-pointer outline-offset-2',
        TONE[claim.relation],
        detail === 'dot' ? DOT[claim.relation] : detail === 'code' ? FAR[claim.relation] : 'bg-surface',
        isFar(detail) ? 'px-1' : 'px-2.5 py-1.5',
        current ? 'border-accent shadow-float ring-2 ring-accent' : 'border-rule-strong hover:border-ink-3',
        target === 'yes' && 'ring-4 ring-accent bg-accent-soft',
        target === 'no' && 'ring-4 ring-bad',
        (lifted || row.way) && 'opacity-50',
      )}
      style={{ left: node.x, top: node.y, width: CARD.width, height: CARD.height }}
    >
      <Words node={node} detail={detail} />
      <Fold node={node} detail={detail} steer={steer} />
    </div>
  )
})

/** What everything speaks to, at the left. */
export function MotionCard({
  node,
  motion,
  detail,
  target,
}: { node: Placed; motion: string } & Pick<CardProps, 'detail' | 'target'>) {
  return (
    <div
      aria-hidden
      data-card
      className={cx(
        'absolute grid items-center rounded-md bg-sunk border border-ink-3 px-3',
        target === 'yes' && 'ring-4 ring-accent bg-accent-soft',
        target === 'no' && 'ring-4 ring-bad',
      )}
      style={{ left: node.x, top: node.y, width: CARD.width, height: CARD.height }}
    >
      {detail === 'full' ? (
        <p className="font-serif text-14 leading-[19px] font-semibold line-clamp-4">{motion}</p>
      ) : detail === 'dot' ? null : (
        <p className="text-center font-serif font-semibold text-[36px]">The motion</p>
      )}
    </div>
  )
}
