/** W3C Web Annotation Data Model: TextQuoteSelector, TextPositionSelector; offsets are UTF-16 code units. */
export type Selectors = {
  quote: { exact: string; prefix: string; suffix: string }
  position: { start: number; end: number }
}

/** Where the words are now. `uncertain` asks a person; `orphaned` says that the words are gone. */
export type Placement =
  | { state: 'exact' | 'moved' | 'uncertain'; start: number; end: number }
  | { state: 'orphaned' }
