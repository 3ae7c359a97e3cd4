/** What is used of fontkit, which pdfkit itself sets text with; it has no types of its own. */
declare module 'fontkit' {
  export type PathCommand = {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    args: number[]
  }
  export type Glyph = { path: { commands: PathCommand[] }; advanceWidth: number }
  /** A glyph as WOFF2 holds it, decoded: `numberOfContours` is -1 for one that is put together from others. */
  export type RawGlyph = {
    numberOfContours: number
    points?: { x: number; y: number; onCurve: boolean; endContour?: boolean }[]
    components?: {
      glyphID: number
      dx: number
      dy: number
      scaleX: number
      scaleY: number
      scale01: number
      scale10: number
    }[]
  }
  export type Font = {
    numGlyphs: number
    variationAxes: Record<string, { min: number; default: number; max: number }>
    directory: { tables: Record<string, { offset: number; length: number }> }
    stream: { buffer: Uint8Array }
    getVariation: (settings: Record<string, number>) => Font
    getGlyph: (id: number) => Glyph
    hasGlyphForCodePoint: (codePoint: number) => boolean
    /** Makes `directory`, `stream` and the glyphs those of the font without WOFF2's compression. */
    _transformGlyfTable: () => void
    _transformedGlyphs: RawGlyph[]
  }
  export function create(data: Uint8Array): Font
}
