import type { PathCommand, RawGlyph } from 'fontkit'

type Point = { x: number; y: number; on: boolean }

/** Contours of whole units with what lies on the curve marked, as a TrueType glyph has them. */
export function contoursOf(commands: readonly PathCommand[]): Point[][] {
  const contours: Point[][] = []
  let open: Point[] = []
  const add = (x = 0, y = 0, on = true) => open.push({ x: Math.round(x), y: Math.round(y), on })
  const close = () => {
    const [first, last] = [open[0], open.at(-1)]
    if (open.length > 1 && first && last?.on && first.x === last.x && first.y === last.y) open.pop()
    if (open.length > 0) contours.push(open)
    open = []
  }
  for (const { command, args } of commands) {
    const [a, b, c, d] = args
    if (command === 'moveTo') {
      close()
      add(a, b)
    } else if (command === 'lineTo') add(a, b)
    else if (command === 'quadraticCurveTo') {
      add(a, b, false)
      add(c, d)
    } else if (command === 'closePath') close()
    else throw new RangeError('A TrueType outline has no cubic curves.')
  }
  close()
  return contours
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])

/** The number of contours and the box around the points. */
function header(contours: number, points: readonly Point[]): Buffer {
  const bytes = Buffer.alloc(10)
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)]
  const box = points.length > 0 ? [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] : []
  for (const [i, n] of [contours, ...box].entries()) bytes.writeInt16BE(n, 2 * i)
  return bytes
}

/** Each as its distance from the one before. */
function steps(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [i, value] of values.entries()) bytes.writeInt16BE(value - (values[i - 1] ?? 0), 2 * i)
  return bytes
}

/** A simple glyph of the `glyf` table (OpenType 1.9), every point spelt out; nothing for an empty one. */
export function glyphBytes(contours: readonly Point[][]): Buffer {
  const points = contours.flat()
  if (points.length === 0) return Buffer.alloc(0)
  const ends = Buffer.alloc(2 * contours.length + 2)
  let end = -1
  for (const [i, contour] of contours.entries()) {
    end += contour.length
    ends.writeUInt16BE(end, 2 * i)
  }
  const flags = Buffer.from(points.map((p) => (p.on ? 1 : 0)))
  const [xs, ys] = [steps(points.map((p) => p.x)), steps(points.map((p) => p.y))]
  return padded(Buffer.concat([header(contours.length, points), ends, flags, xs, ys]))
}

function rawContours(points: NonNullable<RawGlyph['points']>): Point[][] {
  const contours: Point[][] = [[]]
  for (const { x, y, onCurve, endContour } of points) {
    contours.at(-1)?.push({ x, y, on: onCurve })
    if (endContour) contours.push([])
  }
  return contours.filter((c) => c.length > 0)
}

const WORDS_XY = 0x0003
const MORE = 0x0020
const TWO_BY_TWO = 0x0080

function component(of: NonNullable<RawGlyph['components']>[number], more: boolean): Buffer {
  const { glyphID, dx, dy, scaleX, scale01, scale10, scaleY } = of
  const scaled = scaleX !== 1 || scaleY !== 1 || scale01 !== 0 || scale10 !== 0
  const bytes = Buffer.alloc(scaled ? 16 : 8)
  bytes.writeUInt16BE(WORDS_XY | (more ? MORE : 0) | (scaled ? TWO_BY_TWO : 0), 0)
  bytes.writeUInt16BE(glyphID, 2)
  bytes.writeInt16BE(dx, 4)
  bytes.writeInt16BE(dy, 6)
  if (scaled)
    for (const [i, n] of [scaleX, scale01, scale10, scaleY].entries())
      bytes.writeInt16BE(Math.round(n * 0x4000), 8 + 2 * i)
  return bytes
}

/** A glyph point by point and part by part as it was, so that what varies it still fits. */
export function rawBytes({ points, components }: RawGlyph): Buffer {
  if (points) return glyphBytes(rawContours(points))
  if (!components?.length) return Buffer.alloc(0)
  const parts = components.map((c, i) => component(c, i < components.length - 1))
  return padded(Buffer.concat([header(-1, []), ...parts]))
}
