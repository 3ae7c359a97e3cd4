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

/** A paragraph, heading or item; lengths in points. */
export type Block = {
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
