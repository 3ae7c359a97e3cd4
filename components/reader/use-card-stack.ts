'use client'
import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { lineEstimates, lineTop, type Span } from './positions'
import { inSlices } from './slices'
import { stackCards, type Wanted } from './stack'

/** What stands in the margin: a thread, or the composer. `height` is a guess until it has been seen. */
export type Card = Span & { id: string; height: number }

/**
 * `beside`: each card beside its line. `list`: one under the other in a column that scrolls by itself: the sheet on a
 * narrow screen, and the margin where there are so many notes that no card could be near its line.
 */
export type Layout = 'beside' | 'list'

type Options = {
  article: RefObject<HTMLElement | null>
  column: RefObject<HTMLElement | null>
  stack: RefObject<HTMLElement | null>
  cards: readonly Card[]
  /** Gets its line; the others make room. */
  anchorId: string | null
  /** Shown wherever they are: what has just come, what is being written. */
  pinned: ReadonlySet<string>
  layout: Layout
  /** The sheet is shown. */
  open: boolean
}

/** Up to here every card is there, so that the browser's own search and the Tab key reach all of them. */
const ALL = 60

const elementsIn = (stack: HTMLElement): HTMLElement[] => [
  ...stack.querySelectorAll<HTMLElement>(':scope > [data-card]'),
]
const idOf = (element: HTMLElement): string => element.dataset.card ?? ''
const inUse = (element: HTMLElement): boolean =>
  element.contains(document.activeElement) || element.querySelector('form') !== null

/**
 * Places the margin's cards and says which of them need to be there at all: those near the screen. A card's line and
 * height are guessed first and measured in slices of time; positions are written straight to the elements.
 */
export function useCardStack(options: Options): {
  shown: ReadonlySet<string>
  topOf: (id: string) => number
} {
  const { article, column, stack, cards, anchorId, pinned, layout, open } = options
  const latest = useRef(options)
  latest.current = options
  const lines = useRef(new Map<number, number>())
  const heights = useRef(new Map<string, number>())
  const places = useRef<{ wanted: Wanted[]; tops: Map<string, number> }>({ wanted: [], tops: new Map() })
  const [shown, setShown] = useState<ReadonlySet<string>>(() => new Set())

  const act = useRef({ place: () => {}, choose: () => {} })
  act.current.choose = () => {
    const { column, stack, pinned, layout } = latest.current
    if (!column.current || !stack.current) return
    const { wanted, tops } = places.current
    const [from, to] = windowOf(column.current, stack.current, layout)
    const keep = new Set(elementsIn(stack.current).filter(inUse).map(idOf))
    const next = wanted.filter(({ id, height }) => {
      const top = tops.get(id) ?? 0
      const near = wanted.length <= ALL || (top + height > from && top < to)
      return near || pinned.has(id) || keep.has(id)
    })
    setShown((now) =>
      now.size === next.length && next.every(({ id }) => now.has(id))
        ? now
        : new Set(next.map(({ id }) => id)),
    )
  }
  act.current.place = () => {
    const { article, stack, cards, anchorId, layout } = latest.current
    if (!article.current || !stack.current) return
    const lineOf = layout === 'beside' ? lineFinder(article.current, stack.current, lines.current) : () => 0
    const wanted = cards.map(({ id, start, height }) => ({
      id,
      top: lineOf(start),
      height: heights.current.get(id) ?? height,
    }))
    const tops = stackCards(wanted, layout === 'beside' ? anchorId : null)
    places.current = { wanted, tops }
    write(stack.current, places.current)
    act.current.choose()
  }

  const resized = useRef<ResizeObserver | null>(null)
  useLayoutEffect(() => {
    const observer = new ResizeObserver((entries) => {
      let changed = false
      for (const { target, borderBoxSize } of entries) {
        if (target === article.current) lines.current.clear()
        else if (target.isConnected && borderBoxSize[0]?.blockSize)
          heights.current.set(idOf(target as HTMLElement), borderBoxSize[0].blockSize)
        changed = true
      }
      if (changed) act.current.place()
    })
    resized.current = observer
    if (article.current) observer.observe(article.current)
    return () => observer.disconnect()
  }, [article])

  // Elements come and go with `shown`: they get their place before they are painted.
  useLayoutEffect(() => {
    if (!stack.current) return
    write(stack.current, places.current)
    for (const element of elementsIn(stack.current)) resized.current?.observe(element)
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` reads the latest of everything; these say when
  useLayoutEffect(() => {
    const begin = () => {
      const text = article.current
      const stop = new AbortController()
      const missing = new Set(cards.map((card) => card.start).filter((start) => !lines.current.has(start)))
      const measured =
        text && layout === 'beside'
          ? inSlices(missing, (start) => lines.current.set(start, lineTop(text, start)), stop.signal)
          : null
      act.current.place()
      measured?.then((whole) => {
        if (whole && missing.size) act.current.place()
      })
      return () => stop.abort()
    }
    // Very many notes at once: first the page is painted with them counted, then their cards come.
    return places.current.wanted.length === 0 && cards.length > ALL ? afterPaint(begin) : begin()
  }, [article, cards, anchorId, pinned, layout, open])

  useEffect(() => {
    let frame = 0
    const look = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        act.current.choose()
      })
    }
    const own = column.current
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    own?.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
      own?.removeEventListener('scroll', look)
    }
  }, [column])

  const topOf = useCallback((id: string) => places.current.tops.get(id) ?? 0, [])
  return { shown, topOf }
}

/** Does it a moment later, what follows from it in slices. @returns a function that calls it off. */
function afterPaint(begin: () => () => void): () => void {
  let stop = () => {}
  const timer = setTimeout(() =>
    startTransition(() => {
      stop = begin()
    }),
  )
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** A line's place from the head of the margin: measured, or guessed as long as it is not. */
function lineFinder(article: HTMLElement, stack: HTMLElement, lines: ReadonlyMap<number, number>) {
  const apart = article.getBoundingClientRect().top - stack.getBoundingClientRect().top
  let guess: ((offset: number) => number) | null = null
  return (start: number): number => {
    const known = lines.get(start)
    if (known !== undefined) return known + apart
    guess ??= lineEstimates(article)
    return guess(start) + apart
  }
}

/** What is on the screen and a screen more on either side, counted from the head of the margin. */
function windowOf(column: HTMLElement, stack: HTMLElement, layout: Layout): [number, number] {
  if (layout === 'beside') {
    const head = stack.getBoundingClientRect().top
    return [-head - innerHeight / 2, -head + innerHeight * 1.5]
  }
  const height = column.clientHeight
  return [column.scrollTop - height / 2, column.scrollTop + height * 1.5]
}

function write(stack: HTMLElement, { wanted, tops }: { wanted: Wanted[]; tops: Map<string, number> }): void {
  for (const element of elementsIn(stack)) {
    const top = tops.get(idOf(element))
    if (top !== undefined) element.style.transform = `translateY(${Math.round(top)}px)`
  }
  let foot = 0
  for (const { id, height } of wanted) foot = Math.max(foot, (tops.get(id) ?? 0) + height)
  stack.style.minHeight = `${Math.round(foot)}px`
}
