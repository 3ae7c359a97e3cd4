import { z } from 'zod'
import { key, prose } from './common'

export const role = z.enum(['instructor', 'assistant', 'student', 'observer', 'owner'])

export const speaker = z.enum(['P1', 'P2', 'P3', 'O1', 'O2', 'O3'])

/** Where somebody sits in the debate: P1–P3 speak for the Proposition, O1–O3 for the Opposition. */
export const debateRole = z.enum([...speaker.options, 'chair', 'timekeeper', 'juror'])

const person = z.strictObject({
  key,
  name: prose,
  email: z.email({ error: 'must be an e-mail address such as amara@colloquy.example' }),
  role,
  programme: prose,
  habit: prose,
  debateRole: debateRole.optional(),
  /** Not in the original cast: there so that every role can be tried. */
  extra: z.boolean().default(false),
})

const group = z.strictObject({ key, name: prose, members: z.array(key).min(1) })

export const peopleFile = z.strictObject({
  about: prose,
  people: z.array(person).min(1),
  groups: z.array(group),
})

export type Role = z.infer<typeof role>
export type Speaker = z.infer<typeof speaker>
export type DebateRole = z.infer<typeof debateRole>
export type Person = z.infer<typeof person>
export type Group = z.infer<typeof group>
