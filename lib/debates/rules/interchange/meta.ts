import { z } from 'zod'
import { ToulminName } from '../../claims/schema'
import { MOST_SOURCES } from './map'

const short = (most: number) => z.string().max(most)
const kinds = ['NOTE', 'PASSAGE', 'EVIDENCE', 'REFERENCE', 'LINK'] as const

const Source = z.object({
  kind: z.enum(kinds),
  text: short(20_000).default(''),
  url: short(2000).default(''),
  noteId: z.uuid().optional(),
  sectionId: z.uuid().optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(1).optional(),
  exact: short(20_000).optional(),
  evidenceId: z.uuid().optional(),
})

/** What a claim has beyond its words and its place, as files carry it. */
const Meta = z.object({
  number: z.int().min(1).max(999_999).optional().catch(undefined),
  /** The claim that it speaks to, where the drawing alone does not tell. */
  parent: z.int().min(1).max(999_999).nullable().optional().catch(undefined),
  author: short(200).default('').catch(''),
  toulmin: ToulminName.nullable().default(null).catch(null),
  linkGroup: z.int().min(1).max(999_999).nullable().default(null).catch(null),
  /** The words, where they cannot be read back from what is shown of them. */
  text: short(20_000).optional().catch(undefined),
  sources: z.array(Source).max(MOST_SOURCES).default([]).catch([]),
})
export type Meta = z.output<typeof Meta>

/** What a file says of a claim, as far as it is of our making; anything else counts as nothing said. */
export const readMeta = (data: unknown): Meta => {
  const parsed = Meta.safeParse(data)
  return parsed.success ? parsed.data : Meta.parse({})
}

/** The same for writing: only what there is to say. */
export function writeMeta(meta: Partial<Meta>): Record<string, unknown> {
  const said = Object.entries(meta).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  return Object.fromEntries(said)
}
