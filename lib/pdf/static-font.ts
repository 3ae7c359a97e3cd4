import { create, type Font } from 'fontkit'
import { contoursOf, glyphBytes, rawBytes } from './outline'
import { assemble, edited, metrics, nameTable, withOffsets } from './tables'

/** Kept as they are: what maps characters, and shapes and spaces glyphs. */
const KEPT = ['cmap', 'GDEF', 'GPOS', 'GSUB', 'OS/2', 'post']
/** What makes it variable. */
const VARIES = ['avar', 'fvar', 'gvar', 'HVAR']

function tablesOf(font: Font): Map<string, Buffer> {
  const bytes = font.stream.buffer
  return new Map(
    Object.entries(font.directory.tables).map(([tag, { offset, length }]) => [
      tag,
      Buffer.from(bytes.subarray(offset, offset + length)),
    ]),
  )
}

type Outlines = { records: Buffer[]; widths: number[]; lefts: number[]; points: number; contours: number }

function withOutlines(tables: Map<string, Buffer>, kept: string[], made: Outlines, name?: string): Buffer {
  const { records, widths, lefts, points, contours } = made
  const out = new Map([...tables].filter(([tag]) => kept.includes(tag)))
  const { glyf, loca } = withOffsets(records)
  if (name) out.set('name', nameTable(name))
  out.set('glyf', glyf).set('loca', loca).set('hmtx', metrics(widths, lefts))
  // long offsets into glyf; a width for every glyph; what the largest glyph needs, and no program
  const head = edited(tables, 'head', (b) => b.writeInt16BE(1, 50))
  const hhea = edited(tables, 'hhea', (b) => b.writeUInt16BE(widths.length, 34))
  const maxp = edited(tables, 'maxp', (b) => {
    b.writeUInt16BE(points, 6)
    b.writeUInt16BE(contours, 8)
  })
  return assemble(out.set('head', head).set('hhea', hhea).set('maxp', maxp))
}

const idsOf = ({ numGlyphs }: Font): number[] => Array.from({ length: numGlyphs }, (_, id) => id)

/** The font without WOFF2's compression, still variable. */
function uncompressed(woff2: Uint8Array): Buffer {
  const font = create(woff2)
  const widths = idsOf(font).map((id) => font.getGlyph(id).advanceWidth)
  font._transformGlyfTable()
  const glyphs = font._transformedGlyphs
  const lefts = glyphs.map(({ points }) => Math.min(...(points?.map((p) => p.x) ?? [0])))
  return withOutlines(tablesOf(font), [...KEPT, ...VARIES, 'name'], {
    records: glyphs.map(rawBytes),
    ...{ widths, lefts },
    points: Math.max(0, ...glyphs.map((g) => g.points?.length ?? 0)),
    contours: Math.max(0, ...glyphs.map((g) => g.numberOfContours)),
  })
}

/**
 * A variable WOFF2 font at one weight as a plain TrueType font, which is what can be embedded in a PDF: fontkit sets text
 * in the other kinds, but cannot take glyphs out of them. Kerning and ligatures stay; hints go, for paper needs none.
 * @param name what the font is called from now on: letters, digits and hyphens, one of its own.
 * @param axes "wght" and others; taken into the range that the font has, and left out where it has none.
 * @throws RangeError for a font without TrueType outlines.
 */
export function staticFont(woff2: Uint8Array, axes: Record<string, number>, name: string): Buffer {
  const variable = create(uncompressed(woff2))
  const settings = Object.entries(variable.variationAxes).flatMap(([name, { min, max }]) => {
    const asked = axes[name]
    return asked === undefined ? [] : [[name, Math.min(max, Math.max(min, asked))] as const]
  })
  const font = variable.getVariation(Object.fromEntries(settings))
  const glyphs = idsOf(font).map((id) => font.getGlyph(id))
  const contours = glyphs.map((g) => contoursOf(g.path.commands))
  return withOutlines(
    tablesOf(variable),
    KEPT,
    {
      records: contours.map(glyphBytes),
      widths: glyphs.map((g) => g.advanceWidth),
      lefts: contours.map((c) => Math.min(...c.flat().map((p) => p.x), ...(c.length > 0 ? [] : [0]))),
      points: Math.max(0, ...contours.map((c) => c.flat().length)),
      contours: Math.max(0, ...contours.map((c) => c.length)),
    },
    name,
  )
}
