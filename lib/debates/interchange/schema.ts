import { z } from 'zod'

export const MAP_FORMATS = ['argdown', 'aif'] as const
export type MapFormat = (typeof MAP_FORMATS)[number]

/** A chain of a thousand claims, each a step further in, is a megabyte of spaces in Argdown. */
export const MOST_MAP_BYTES = 4 * 1024 * 1024

const File = {
  format: z.enum(MAP_FORMATS),
  text: z.string().min(1, 'The file is empty.').max(MOST_MAP_BYTES),
}

/** Into a debate that has no claims yet. */
export const ImportMap = z.object({ debateId: z.uuid(), ...File })
export type ImportMap = z.output<typeof ImportMap>

/** As a debate of its own, with the motion of the file unless another is given. */
export const ImportDebate = z.object({
  courseId: z.uuid(),
  motion: z.string().trim().max(600, 'Use at most 600 characters.').default(''),
  ...File,
})
export type ImportDebate = z.output<typeof ImportDebate>

/** What came of it: how many claims, and in sentences what had to be changed. */
export type Imported = { id: string; slug: string; claims: number; remarks: string[] }
