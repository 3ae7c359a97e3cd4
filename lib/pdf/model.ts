/** A stretch of text set in one way. `href` leads somewhere; `raised` stands above the line. */
export type Style = {
  bold?: boolean
  italic?: boolean
  struck?: boolean
  raised?: boolean
  muted?: boolean
  href?: string
}
export type Run = Style & { text: string }

/** What several blocks stand in, for those who hear the file read: compared by identity. */
export type Container = { tag: 'BlockQuote' | 'L' | 'LI' | 'LBody' }
export type Tag = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Code'

/** A paragraph, heading or item; lengths in points. */
export type Block = {
  /** What it is, where it is no paragraph. */
  tag?: Tag
  /** What it stands in, the outermost first. */
  within?: readonly Container[]
  runs: Run[]
  size: number
  /** White space above it. */
  before: number
  indent: number
  /** Stands in the margin of its first line: a bullet, a number, a field's code. */
  mark?: string
  /** A rule at its left, as quotations have. */
  bar?: boolean
  /** Not the last on a page: a heading. */
  keep?: boolean
}
