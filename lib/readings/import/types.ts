export type BlockKind = 'paragraph' | 'quote' | 'list' | 'table' | 'figure' | 'note' | 'equation' | 'code'
export type Block = { kind: BlockKind; text: string }
export type ImportedSection = { heading: string; level: number; blocks: Block[] }
export type ImportedReading = {
  title?: string
  authors: string[]
  abstract?: string
  sections: ImportedSection[]
  bibliography: string[]
  warnings: string[]
}

export type ImportFile = { bytes: Uint8Array; name: string; type?: string }
export type ImportOptions = { signal?: AbortSignal; progress?: (done: number, total: number) => void }

/** What a format's reader hands over: a flat run of headings and blocks, in reading order. */
export type Heading = { kind: 'heading'; text: string; level: number }
export type Piece = Heading | Block

/** A document as a format's own reader understood it; `assemble` makes an `ImportedReading` of it. */
export type Draft = {
  title?: string
  authors?: string[]
  abstract?: string
  pieces: Piece[]
  bibliography?: string[]
}
