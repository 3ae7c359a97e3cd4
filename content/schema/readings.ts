import { z } from 'zod'
import { code, prose } from './common'

/** What stands between the two `---` lines at the head of a reading. */
export const readingHead = z.strictObject({
  code,
  title: prose,
  kind: z.enum(['companion', 'further']),
})

const paragraph = z.strictObject({
  number: code,
  /** The bold lead-in with its own full stop or question mark. */
  lead: prose,
  /** What follows the lead-in, in Markdown. */
  text: prose,
  /** Lead-in and text without emphasis marks: the words that notes quote and anchor to. */
  plain: prose,
})

const section = z.strictObject({
  code,
  heading: prose,
  status: prose,
  paragraphs: z.array(paragraph).min(1),
  /** Discussion questions: the prompts of the section's discussion, in Markdown. */
  questions: z.array(prose),
})

export const reading = readingHead.extend({ sections: z.array(section).min(1) })

export type ReadingHead = z.infer<typeof readingHead>
export type Reading = z.infer<typeof reading>
export type Section = z.infer<typeof section>
export type Paragraph = z.infer<typeof paragraph>
