import { z } from 'zod'

/** What can be found, in the order in which it is shown. */
export const HIT_KINDS = ['passage', 'note', 'claim', 'evidence', 'explanation', 'critique'] as const
export type HitKind = (typeof HIT_KINDS)[number]

/** Out of an address: what is too long is cut, what is no kind is none. */
export const SearchFor = z.object({
  q: z
    .string()
    .catch('')
    .transform((q) =>
      q
        .normalize('NFC')
        .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
        .trim()
        .slice(0, 200),
    ),
  kind: z.enum(HIT_KINDS).optional().catch(undefined),
})
export type SearchFor = z.output<typeof SearchFor>

/** A run of an excerpt; the marked ones are the words that were looked for. */
export type Piece = { text: string; marked: boolean }

/** A place to go to, with the words around it. */
export type Found = { href: string; pieces: Piece[] }

export type Hit = {
  key: string
  /** Whose it is or what it is called: "Note by Leilani Stonecrop", "E07, 2002". */
  title: string
  /** Where it stands: the reading and section, the debate. */
  where: string
  at: string | null
  found: Found[]
}

export type HitGroup = { kind: HitKind; hits: Hit[]; more: boolean }

export type SearchPage = {
  q: string
  kind: HitKind | null
  /** SHORT: there is nothing to look for yet, or a single letter. NEAR: nothing has the words, these come close. */
  state: 'SHORT' | 'FOUND' | 'NEAR' | 'NOTHING'
  groups: HitGroup[]
}
