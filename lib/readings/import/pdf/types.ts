/** What a font's name says about it; PDF has no flag for bold that producers set. */
export type FontFacts = { bold: boolean; italic: boolean; mono: boolean; math: boolean; caps: boolean }

/** A piece of text as PDF.js gives it: one font, one baseline. Points, from the top left of the upright page. */
export type Span = {
  x: number
  right: number
  y: number
  size: number
  text: string
  font: FontFacts
  mark?: string
}

export type PageText = { number: number; width: number; height: number; spans: Span[]; turned: number }

export type Cell = { x: number; right: number; text: string }

/** 'left' and 'right' of two columns; 'whole' lines cross the page, or the page has one column. */
export type Column = 'left' | 'right' | 'whole'

export type Line = {
  page: number
  column: Column
  x: number
  right: number
  y: number
  /** Its cells with raised letters, which are marks after names, as commas; only where there are some. */
  names?: string[]
  /** Size of most of its characters. */
  size: number
  text: string
  /** Parts set off by wide gaps, as in a table; one for a line of prose. */
  cells: Cell[]
  /** The same with a smaller gap: parts that a table's columns may claim. */
  bits: Cell[]
  bold: boolean
  italic: boolean
  mono: boolean
  caps: boolean
  /** Share of characters from mathematical fonts, 0 to 1. */
  math: number
  /** The edges of the column that it stands in, filled in once the page is known. */
  edges: { x: number; right: number }
}

/** Lines that belong together: a paragraph, a heading, a row of a list … */
export type Group = { lines: Line[]; kind?: 'table' | 'code' | 'equation' }

export type BodyStyle = { size: number; leading: number; indents: boolean }
