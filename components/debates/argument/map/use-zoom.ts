'use client'
import { type Selection, select } from 'd3-selection'
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Box, CARD, type Detail, detailAt, isFar, type Layout, type Placed } from './layout'

/** So far off that a thousand claims are in the frame, and nearer than anybody needs. */
const SCALES: [number, number] = [0.008, 2]
/** Nearer than this nobody is brought without asking, and further off words could not be read. */
const FIRST = { least: 0.85, most: 1 }
/** On a phone one begins with a look at two columns. */
const NARROW = { below: 640, least: 0.5 }
/** Under a map that is seen whole: its buttons. */
const FOOT = 52
const MARGIN = 48
const MOVE_MS = 180

/** Beside a map that is too far off for words, those of its branches. */
const LABELS = 300
/** Labels are chosen anew when the scale has changed by a fifth. */
const stepOf = (k: number): number => 1.2 ** Math.floor(Math.log(k) / Math.log(1.2))

/** What is drawn: the cards of this part of the map, in this much detail; `scale` is about that of the map. */
export type Seen = { box: Box; detail: Detail; scale: number }

type Frame = { width: number; height: number }
type Zoomed = {
  selection: Selection<HTMLDivElement, unknown, null, undefined>
  zoomer: ZoomBehavior<HTMLDivElement, unknown>
}

/** The part of the map in the frame, and half a frame around it: a little panning draws nothing new. */
function seenBy({ x, y, k }: ZoomTransform, { width, height }: Frame): Seen {
  const box = {
    x: -x / k - width / k / 2,
    y: -y / k - height / k / 2,
    width: (width / k) * 2,
    height: (height / k) * 2,
  }
  return { box, detail: detailAt(k), scale: stepOf(k) }
}

const inFrame = ({ x, y, k }: ZoomTransform, { width, height }: Frame): Box => ({
  ...{ x: -x / k, y: -y / k, width: width / k, height: height / k },
})

const holds = (box: Box, { x, y, k }: ZoomTransform, { width, height }: Frame): boolean =>
  box.x <= -x / k &&
  box.y <= -y / k &&
  box.x + box.width >= (width - x) / k &&
  box.y + box.height >= (height - y) / k

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Zooming and panning by d3-zoom (wheel, pinch, dragging). Each frame moves the stage and nothing else; React draws
 * anew only when other cards come into sight or they show more or less.
 */
export function useZoom(
  frame: RefObject<HTMLDivElement | null>,
  stage: RefObject<HTMLDivElement | null>,
  layout: Layout,
  still: RefObject<boolean>,
) {
  const now = useRef<ZoomTransform>(zoomIdentity)
  const zoomed = useRef<Zoomed>(null)
  const [seen, setSeen] = useState<Seen | null>(null)
  const sizeOf = useCallback(
    (): Frame => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
    [frame],
  )
  const watcher = useRef<((seen: Box) => void) | null>(null)
  const latest = useRef(layout)
  latest.current = layout

  const show = useCallback(
    (transform: ZoomTransform) => {
      now.current = transform
      const { x, y, k } = transform
      if (stage.current) stage.current.style.transform = `translate(${x}px,${y}px) scale(${k})`
      for (const [name, value] of Object.entries({ x, y, k }))
        frame.current?.parentElement?.style.setProperty(`--${name}`, `${value}`)
      const size = sizeOf()
      watcher.current?.(inFrame(transform, size))
      setSeen((old) => {
        const same =
          old &&
          old.detail === detailAt(k) &&
          (!isFar(old.detail) || old.scale === stepOf(k)) &&
          holds(old.box, transform, size)
        return same ? old : seenBy(transform, size)
      })
    },
    [frame, stage, sizeOf],
  )

  const fitIn = useCallback(
    (least: number = SCALES[0], most = 1) => {
      const { selection, zoomer } = zoomed.current ?? {}
      if (!selection || !zoomer) return
      selection.call(zoomer.transform, fitting(latest.current, sizeOf(), least, most))
    },
    [sizeOf],
  )

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const selection = select<HTMLDivElement, unknown>(element)
    const zoomer = zoom<HTMLDivElement, unknown>()
      .scaleExtent(SCALES)
      .filter((event: MouseEvent) => {
        if (event.type === 'mousedown' && (event.target as Element).closest('[data-drag]')) return false
        return (!event.ctrlKey || event.type === 'wheel') && !event.button
      })
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
        // a card is being dragged by touch: the map stays where it is
        if (still.current) Reflect.set(element, '__zoom', now.current)
        else show(transform)
      })
    selection.call(zoomer).on('dblclick.zoom', null)
    zoomed.current = { selection, zoomer }
    fitIn(element.clientWidth < NARROW.below ? NARROW.least : FIRST.least, FIRST.most)
    const watch = new ResizeObserver(() => show(now.current))
    watch.observe(element)
    return () => {
      watch.disconnect()
      selection.on('.zoom', null)
    }
  }, [frame, show, fitIn, still])

  const control = useMemo(() => {
    const run = (act: (z: Zoomed) => void) => zoomed.current && act(zoomed.current)
    /** Lets the eye follow: the stage glides to where it is put next. */
    const slow = ({ selection }: Zoomed) => {
      const style = stage.current?.style
      if (style && !calm()) {
        style.transition = `transform ${MOVE_MS}ms ease-out`
        setTimeout(() => {
          style.transition = ''
        }, MOVE_MS)
      }
      return selection
    }
    return {
      fit: fitIn,
      /** About the point given, so that what is there stays; else about the middle. */
      by: (factor: number, about?: Placed) =>
        run((z) => {
          const { x, y, k } = now.current
          const at: [number, number] | undefined = about && [
            (about.x + CARD.width / 2) * k + x,
            (about.y + CARD.height / 2) * k + y,
          ]
          z.zoomer.scaleBy(slow(z), factor, at)
        }),
      pan: (dx: number, dy: number) =>
        run(({ selection, zoomer }) => zoomer.translateBy(selection, dx / now.current.k, dy / now.current.k)),
      /** Keeps a card where it is on the screen although the map was laid out anew. */
      hold: (before: { x: number; y: number }, after: { x: number; y: number }) =>
        run(({ selection, zoomer }) => zoomer.translateBy(selection, before.x - after.x, before.y - after.y)),
      /** Brings a card into sight, and near enough to be read. */
      reveal: (node: Placed) =>
        run((z) => {
          const { k } = now.current
          if (k < FIRST.least / 2) return z.zoomer.transform(slow(z), centred(node, sizeOf(), FIRST.least))
          const [dx, dy] = [short(node.x, CARD.width, 'x'), short(node.y, CARD.height, 'y')]
          if (dx || dy) z.zoomer.translateBy(slow(z), dx / k, dy / k)
        }),
      /** As near to a part of the map as shows all of it, and not nearer than words need. */
      near: (box: Box) =>
        run((z) => {
          const size = sizeOf()
          const room = Math.min(
            (size.width - 2 * MARGIN) / box.width,
            (size.height - 2 * MARGIN) / box.height,
          )
          const k = Math.min(1, Math.max(FIRST.least / 2, room))
          const tall = box.height * k > size.height
          const top = tall ? MARGIN - box.y * k : size.height / 2 - (box.y + box.height / 2) * k
          z.zoomer.transform(slow(z), zoomIdentity.translate(MARGIN - box.x * k, top).scale(k))
        }),
      centre: (x: number, y: number) => run(({ selection, zoomer }) => zoomer.translateTo(selection, x, y)),
      /** Hears which part of the map is in the frame, one at a time; returns how to stop. */
      watch: (hear: (seen: Box) => void) => {
        watcher.current = hear
        hear(inFrame(now.current, sizeOf()))
        return () => {
          if (watcher.current === hear) watcher.current = null
        }
      },
      /** From a point of the screen to one of the map. */
      point: (clientX: number, clientY: number): [number, number] => {
        const rect = frame.current?.getBoundingClientRect()
        return now.current.invert([clientX - (rect?.left ?? 0), clientY - (rect?.top ?? 0)])
      },
      inSight: (node: Placed): boolean => !short(node.x, CARD.width, 'x') && !short(node.y, CARD.height, 'y'),
      middle: (): [number, number] => {
        const { width, height } = sizeOf()
        return now.current.invert([width / 2, height / 2])
      },
    }
    /** How many pixels the map must move for the card to be in the frame. */
    function short(from: number, length: number, axis: 'x' | 'y'): number {
      const { k } = now.current
      const size = axis === 'x' ? sizeOf().width : sizeOf().height
      const start = from * k + now.current[axis]
      if (start < MARGIN) return MARGIN - start
      return Math.min(0, size - MARGIN - (start + length * k))
    }
  }, [fitIn, frame, stage, sizeOf])

  return { seen, control }
}

export type MapControl = ReturnType<typeof useZoom>['control']

const centred = ({ x, y }: Placed, { width, height }: Frame, k: number): ZoomTransform =>
  zoomIdentity
    .translate(width / 2 - (x + CARD.width / 2) * k, height / 2 - (y + CARD.height / 2) * k)
    .scale(k)

/** All of it in the frame, as far as the bounds of scale let; else its beginning, which is at the left. */
function fitting(
  { box, nodes }: Layout,
  { width, height }: Frame,
  least: number,
  most: number,
): ZoomTransform {
  const margin = Math.min(MARGIN, width * 0.04)
  const scaleIn = (room: Frame) =>
    Math.min(most, Math.max(least, Math.min(room.width / box.width, room.height / box.height)))
  // too far off for words on cards, there is room beside them for those of branches
  const far = isFar(detailAt(scaleIn({ width, height })))
  const foot = far ? FOOT : 0
  const room = {
    width: width - 2 * margin - (far ? Math.min(LABELS, width * 0.6) : 0),
    height: height - 2 * margin - foot,
  }
  const k = scaleIn(room)
  const root = nodes[0]
  const tall = box.height * k > room.height
  const middle = tall && root ? root.y + CARD.height / 2 : box.y + box.height / 2
  const left =
    box.width * k > room.width ? margin - box.x * k : margin + (room.width - box.width * k) / 2 - box.x * k
  return zoomIdentity.translate(left, (height - foot) / 2 - middle * k).scale(k)
}
