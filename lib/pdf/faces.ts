import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { shownCodes, visible } from './missing'
import type { Run, Style } from './model'
import { staticFont } from './static-font'

/** One file of a typeface, at one weight. */
type Face = { name: string; file: string; weight: number }
type Shape = 'upright' | 'italic'

const FONTS = join(process.cwd(), 'node_modules', '@fontsource-variable')
const LATIN = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese']
const WEIGHTS = { normal: 400, bold: 650 }
/** Optical size in points: the letters that are made for reading at that size. */
const OPTICAL = 11

type Ranges = [from: number, to: number][]
const rangesOf = (css: string): Ranges =>
  css.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

type Piece = { file: (shape: Shape) => string; ranges: Ranges; key: string }

async function unicodeOf(family: string): Promise<[string, Ranges][]> {
  const text = await readFile(join(FONTS, family, 'unicode.json'), 'utf8')
  return Object.entries(JSON.parse(text) as Record<string, string>).map(([key, css]) => [key, rangesOf(css)])
}

let pieces: Promise<Piece[]> | undefined

/** Source Serif first, then Noto Serif KR, which comes in over a hundred files. Read once a process. */
async function readPieces(): Promise<Piece[]> {
  const [latin, korean] = await Promise.all([unicodeOf('source-serif-4'), unicodeOf('noto-serif-kr')])
  const path = (family: string, file: string) => join(FONTS, family, 'files', `${family}-${file}.woff2`)
  return [
    ...LATIN.flatMap((key) => {
      const ranges = latin.find(([name]) => name === key)?.[1]
      const file = (shape: Shape) =>
        path('source-serif-4', `${key}-opsz-${shape === 'italic' ? 'italic' : 'normal'}`)
      return ranges ? [{ key: `SourceSerif-${key}`, file, ranges }] : []
    }),
    ...korean.map(([name, ranges]) => {
      const key = name.replace(/[[\]]/g, '')
      return { key: `NotoSerifKR-${key}`, file: () => path('noto-serif-kr', `${key}-wght-normal`), ranges }
    }),
  ]
}

const within = (ranges: Ranges, codePoint: number): boolean =>
  ranges.some(([from, to]) => codePoint >= from && codePoint <= to)

/** Made once and kept: a piece takes some tenths of a second. About 20 MB if a text ever used them all. */
const made = new Map<string, Promise<Buffer>>()

function fontOf({ name, file, weight }: Face): Promise<Buffer> {
  const known = made.get(name)
  if (known) return known
  const font = readFile(file).then((woff2) => staticFont(woff2, { wght: weight, opsz: OPTICAL }, name))
  made.set(name, font)
  font.catch(() => made.delete(name))
  return font
}

/** A piece as it is packed, to ask what it has: the ranges that a browser is told of are wider than that. */
const opened = new Map<string, Promise<Font>>()

async function has(piece: Piece, codePoint: number): Promise<boolean> {
  if (!within(piece.ranges, codePoint)) return false
  const file = piece.file('upright')
  const known = opened.get(file)
  const font = known ?? readFile(file).then((bytes) => create(bytes))
  if (!known) {
    opened.set(file, font)
    font.catch(() => opened.delete(file))
  }
  return (await font).hasGlyphForCodePoint(codePoint)
}

async function pieceFor(all: readonly Piece[], codePoint: number): Promise<Piece | undefined> {
  for (const piece of all) if (await has(piece, codePoint)) return piece
}

const faces = new Map<string, Face | undefined>()

/** Looked for once for every character and style that a text has. */
async function faceFor(all: readonly Piece[], char: string, style: Style): Promise<Face | undefined> {
  const key = `${char}${style.bold ? 'b' : ''}${style.italic ? 'i' : ''}`
  if (!faces.has(key)) faces.set(key, await findFace(all, char, style))
  return faces.get(key)
}

async function findFace(
  all: readonly Piece[],
  char: string,
  { bold, italic }: Style,
): Promise<Face | undefined> {
  const piece = await pieceFor(all, char.codePointAt(0) ?? 0)
  if (!piece) return undefined
  const shape: Shape = italic && piece.key.startsWith('SourceSerif') ? 'italic' : 'upright'
  const weight = bold ? WEIGHTS.bold : WEIGHTS.normal
  return {
    name: `${piece.key}-${shape}-${weight}`,
    ...{ file: piece.file(shape), weight },
  }
}

/** A run with the font that has all its characters. */
export type Faced = Run & { font: string }

type Made = { faced: Faced[]; fonts: Map<string, Buffer>; missing: boolean }

/**
 * Cuts runs where the font changes, and makes the fonts; after each the process may do something else. What no font
 * has is given by its number (`missing`): a blank box would say nothing, and leaving it out would hide it.
 */
export async function facedRuns(runs: readonly Run[]): Promise<Made> {
  pieces ??= readPieces()
  const all = await pieces
  const made: Made = { faced: [], fonts: new Map(), missing: false }
  for (const run of runs) {
    let open: { face: Face; text: string } | undefined
    const close = () => open && made.faced.push({ ...run, text: open.text, font: open.face.name })
    const put = async (char: string, style: Style) => {
      const face = await faceFor(all, char, style)
      if (!face) return false
      if (open?.face.name === face.name) open.text += char
      else {
        close()
        open = { face, text: char }
        if (!made.fonts.has(face.name)) made.fonts.set(face.name, await fontOf(face))
      }
      return true
    }
    let lost = ''
    const say = async () => {
      for (const char of shownCodes(lost)) await put(char, run)
      made.missing ||= lost !== ''
      lost = ''
    }
    for (const char of visible(run.text)) {
      if (open && /\s/.test(char)) {
        await say()
        open.text += char
      } else if (await faceFor(all, char, run)) {
        await say()
        await put(char, run)
      } else lost += char
    }
    await say()
    close()
  }
  return made
}
