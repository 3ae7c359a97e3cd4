import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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

function faceFor(all: readonly Piece[], char: string, { bold, italic }: Style): Face | undefined {
  const codePoint = char.codePointAt(0) ?? 0
  const piece = all.find((p) => within(p.ranges, codePoint))
  if (!piece) return undefined
  const shape: Shape = italic && piece.key.startsWith('SourceSerif') ? 'italic' : 'upright'
  const weight = bold ? WEIGHTS.bold : WEIGHTS.normal
  return {
    name: `${piece.key}-${shape}-${weight}`,
    ...{ file: piece.file(shape), weight },
  }
}

/** What no font here has is shown as a replacement character, so that it shows that something is missing. */
const MISSING = '\ufffd'

/** A run with the font that has all its characters. */
export type Faced = Run & { font: string }

/** Cuts runs where the font changes, and makes the fonts; after each the process may do something else. */
export async function facedRuns(
  runs: readonly Run[],
): Promise<{ faced: Faced[]; fonts: Map<string, Buffer> }> {
  pieces ??= readPieces()
  const all = await pieces
  const fonts = new Map<string, Buffer>()
  const faced: Faced[] = []
  for (const run of runs) {
    let open: { face: Face; text: string } | undefined
    const close = () => open && faced.push({ ...run, text: open.text, font: open.face.name })
    for (const char of run.text.normalize('NFC')) {
      const face = faceFor(all, char, run)
      if (open && (face?.name === open.face.name || /\s/.test(char))) {
        open.text += char
        continue
      }
      close()
      open = face ? { face, text: char } : { face: faceFor(all, MISSING, run) as Face, text: MISSING }
      if (!fonts.has(open.face.name)) fonts.set(open.face.name, await fontOf(open.face))
    }
    close()
  }
  return { faced, fonts }
}
