import type { SectionBlock } from '@/lib/readings/schema'

export const KIND_NAMES: Record<SectionBlock['kind'], string> = {
  paragraph: 'Paragraph',
  quote: 'Quotation',
  list: 'List',
  table: 'Table',
  figure: 'Figure caption',
  note: 'Footnote',
  equation: 'Formula',
  code: 'Code',
  heading: 'Heading',
}

/** Ids by which focus goes where the work went on. */
export const outlineId = (s: number): string => `outline-${s}`
export const headingId = (s: number): string => `heading-${s}`
export const blockId = (b: number): string => `block-${b}`
