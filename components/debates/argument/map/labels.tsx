'use client'
import { memo } from 'react'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode } from '@/lib/debates/rules/tree'
import { Mark } from '../mark'
import { POINTING } from '../words'
import { CARD, type Layout, named } from './layout'

type Props = {
  layout: Layout
  scale: number
  /** Goes near to a branch. */
  onOpen: (id: string) => void
}

/**
 * Of a map too far off for words on its cards: the words of its largest branches, beside it, at the height where they
 * stand. They follow the map by the frame's `--k`, `--x` and `--y`.
 */
export const Labels = memo(function Labels({ layout, scale, onOpen }: Props) {
  const { box } = layout
  return (
    <div
      className="absolute top-0 w-[min(60%,280px)]"
      style={{
        left: `min(calc(var(--x) * 1px + var(--k) * ${box.x + box.width}px + 20px), 100% - min(60%, 280px))`,
      }}
    >
      {named(layout, scale).map(({ id, y, row }) => {
        if (!row) return null
        const { relation, number, text } = row.claim
        return (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            onClick={() => onOpen(id)}
            className="absolute left-0 right-2 top-0 -mt-[17px] h-[34px] text-left text-12 leading-[17px] line-clamp-2 rounded-sm bg-paper/85 px-1 cursor-pointer hover:text-accent"
            style={{ transform: `translateY(calc(var(--y) * 1px + var(--k) * ${y + CARD.height / 2}px))` }}
          >
            <span className={`num font-semibold ${POINTING[relation].text}`}>
              <Mark relation={relation} className="mr-0.5" />
              {claimCode(number)}
            </span>{' '}
            {excerptOf(text, 70)}
            {row.below ? <span className="num text-ink-3"> +{row.below}</span> : null}
          </button>
        )
      })}
    </div>
  )
})
