import { z } from 'zod'

const PromptInput = z.object({
  id: z.uuid().optional(),
  text: z.string().trim().min(1, 'Write the question, or remove it.').max(2000),
})

const SectionSettings = z.object({
  id: z.uuid(),
  /** "2026-11-26T17:00" on the course's clocks; empty: no date. */
  due: z.union([z.literal(''), z.iso.datetime({ local: true, message: 'Choose a day and an hour.' })]),
  prompts: z.array(PromptInput).max(50),
})
export type SectionSettings = z.output<typeof SectionSettings>

export const SaveReading = z.object({
  id: z.uuid(),
  title: z
    .string()
    .trim()
    .min(1, 'Give the reading a title.')
    .max(300, 'A title has at most 300 characters.'),
  byline: z.string().trim().max(300, 'A byline has at most 300 characters.'),
  sections: z.array(SectionSettings).max(2000),
})
export type SaveReading = z.output<typeof SaveReading>

export const MoveReading = z.object({ id: z.uuid(), by: z.union([z.literal(-1), z.literal(1)]) })
export type MoveReading = z.output<typeof MoveReading>

export const ShowReading = z.object({ id: z.uuid(), published: z.boolean() })
export type ShowReading = z.output<typeof ShowReading>

export type ReadingSettings = {
  id: string
  title: string
  byline: string
  published: boolean
  /** Whether another reading stands before and after it. */
  canMove: { up: boolean; down: boolean }
  sections: {
    id: string
    heading: string
    due: string
    prompts: { id: string; text: string; answers: number }[]
  }[]
}
