import { z } from 'zod'

export const MAP_FORMATS = ['argdown', 'aif'] as const
export type MapFormat = (typeof MAP_FORMATS)[number]

/** A chain of a thousand claims, each a step further in, is a megabyte of spaces in Argdown. */
export const MOST_MAP_BYTES = 4 * 1024 * 1024

const File = {
  format: z.enum(MAP_FORMATS),
  text: z.string().min(1, 'The file is empty.').max(MOST_MAP_BYTES),
}

const Motion = z.string().trim().max(600, 'Use at most 600 characters.').default('')

/** Into a debate that has no claims yet. */
export const ImportInto = z.object({ debate: z.uuid(), ...File })
/** As a debate of its own in the course of that address, with the motion of the file unless another is given. */
export const ImportAsDebate = z.object({ course: z.string().max(100), motion: Motion, ...File })

type MapFile = { format: MapFormat; text: string }
export type ImportMap = MapFile & { debateId: string }
export type ImportDebate = MapFile & { courseId: string; motion: string }

/** What came of it: how many claims, and in sentences what had to be changed. */
export type Imported = { id: string; slug: string; claims: number; remarks: string[] }
