'use client'
import './reviews.css'
import { type MouseEvent, type ReactNode, useMemo, useRef } from 'react'
import { useWide } from '@/components/reader/use-wide'
import { SafeHtml } from '@/components/ui/bits'
import { type FieldSpan, placeAt, rangeOf } from './text-range'
import { useMarks } from './use-marks'
import { useStack } from './use-stack'

export type Field = { code: string; title: string; html: string }
/** Something said about words of a field: the card that stands beside them. `lost`: the words are no longer there. */
export type Card = FieldSpan & { id: string; exact: string; lost: boolean; body: ReactNode }

type Props = {
  fields: Field[]
  cards: Card[]
  active: string | null
  onActive: (id: string | null) => void
  /** Beside a field's title: choosing words of it. */
  tools?: (field: Field) => ReactNode
  /** Over the text: what is offered for selected words. */
  children?: ReactNode
  textRef?: React.RefObject<HTMLDivElement | null>
}

/** A critique with what is said about its words: in the margin beside them where there is room, below the field where not. */
export function RemarkedText({ fields, cards, active, onActive, tools, children, textRef }: Props) {
  const own = useRef<HTMLDivElement>(null)
  const text = textRef ?? own
  const stack = useRef<HTMLDivElement>(null)
  const wide = useWide()
  const placed = useMemo(() => cards.filter((c) => !c.lost), [cards])
  useMarks(text, placed, placed.find((c) => c.id === active) ?? null)
  const inStack = useMemo(() => cards.map((c) => ({ id: c.id, span: c.lost ? null : c })), [cards])
  useStack(text, stack, inStack, active, wide)
  const pick = ({ clientX, clientY }: MouseEvent) => {
    if (!text.current || document.getSelection()?.isCollapsed === false) return
    const at = placeAt(text.current, clientX, clientY)
    const hit = placed.find((c) => at && c.fieldCode === at.fieldCode && c.start <= at.at && at.at <= c.end)
    onActive(hit?.id ?? null)
    if (hit && !wide) document.getElementById(`remark-${hit.id}`)?.scrollIntoView({ block: 'center' })
  }
  const show = (card: Card) => {
    onActive(card.id)
    const rect = text.current && rangeOf(text.current, card)?.getBoundingClientRect()
    if (rect && (rect.top < 70 || rect.bottom > innerHeight)) scrollBy({ top: rect.top - innerHeight / 3 })
  }
  const draw = (card: Card) => (
    <CardBox key={card.id} card={card} active={active} show={show} quoted={!wide} />
  )
  return (
    <div className="remarked" data-margin={cards.length > 0 || tools ? '' : undefined}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for the mouse; cards are reached by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div ref={text} className="relative grid gap-7 min-w-0" onClick={pick}>
        {fields.map((field) => (
          <section key={field.code} className="break-inside-avoid-page">
            <div className="flex flex-wrap items-baseline gap-x-4">
              <h2 className="text-16">
                <span className="num font-sans text-13 font-normal text-ink-3 mr-2.5">{field.code}</span>
                {field.title}
              </h2>
              {tools?.(field)}
            </div>
            {field.html ? (
              <div data-words={field.code} className="mt-1">
                <SafeHtml html={field.html} className="prose-serif measure" />
              </div>
            ) : (
              <p className="mt-1 text-ink-3">Empty.</p>
            )}
            {wide ? null : (
              <div className="mt-4 grid gap-4 empty:hidden">
                {cards.filter((c) => c.fieldCode === field.code).map(draw)}
              </div>
            )}
          </section>
        ))}
        {children}
      </div>
      {wide && cards.length > 0 ? (
        <aside aria-label="Remarks">
          <div ref={stack} className="remark-stack">
            {cards.map(draw)}
          </div>
        </aside>
      ) : null}
    </div>
  )
}

function CardBox(props: { card: Card; active: string | null; show: (card: Card) => void; quoted: boolean }) {
  const { card, active, show, quoted } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus does the same for the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      id={`remark-${card.id}`}
      data-card={card.id}
      data-active={card.id === active ? '' : undefined}
      className="remark-card text-14 scroll-mt-24"
      onClick={() => show(card)}
      onFocus={() => show(card)}
    >
      {card.lost ? (
        <p className="text-13 text-ink-3">
          On words that are no longer there: <q className="font-serif italic">{card.exact}</q>
        </p>
      ) : (
        <p className={quoted ? 'text-13 text-ink-3' : 'sr-only print:not-sr-only print:text-13'}>
          On <q className="font-serif italic">{card.exact}</q>
        </p>
      )}
      {card.body}
    </div>
  )
}
