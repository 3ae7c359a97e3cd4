import { z } from 'zod'
import type { Source } from '../rules/quotations'

export const QUOTABLE = ['passage', 'note', 'claim', 'evidence'] as const
export type QuotableKind = (typeof QUOTABLE)[number]

/** Out of an address: what is too long is cut. */
export const FindQuotable = z.object({
  critiqueId: z.uuid(),
  kind: z.enum(QUOTABLE),
  q: z
    .string()
    .catch('')
    .transform((q) => q.toWellFormed().replaceAll('\u0000', '').trim().slice(0, 200)),
  /** Every paragraph of this section. */
  section: z.uuid().optional().catch(undefined),
  /** The member's own notes and highlights alone. */
  mine: z.boolean().default(false),
})
export type FindQuotable = z.output<typeof FindQuotable>

/** Something that can be quoted: its words whole, and what its source line says. */
export type Quotable = { key: string; label: string; words: string; source: Source }

export type QuotableSection = { id: string; reading: string; label: string }

/** What was found; the sections to look into where nothing was asked for. */
export type QuotablePage = { items: Quotable[]; sections: QuotableSection[] }

export const Preview = z.object({
  id: z.uuid(),
  code: z.string().max(20),
  text: z.string().max(20_000, 'A field holds at most 20,000 characters.'),
})
export type Preview = z.output<typeof Preview>
