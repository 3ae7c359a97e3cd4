import { z } from 'zod'

/** Where one leads. `take` begins, and may take over from another; without it only who leads may move. */
export const LeadTo = z.object({
  sectionId: z.uuid(),
  at: z.number().int().min(0).max(10_000_000),
  take: z.boolean().default(false),
})
export type LeadTo = z.output<typeof LeadTo>

export const LetGo = z.object({ course: z.string().min(1).max(200) })
export type LetGo = z.output<typeof LetGo>

/** Where somebody of the staff leads, as everybody in the course hears it. */
export type LeadDto = {
  leaderId: string
  name: string
  sectionId: string
  reading: string
  readingTitle: string
  position: number
  /** Where in the section's text. */
  at: number
}
