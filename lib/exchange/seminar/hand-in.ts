import type { Critique, Seminar, Template } from '@/content/schema'
import { saveAnswers, startCritique, submitCritique } from '@/lib/critiques/commands'
import { SaveAnswers } from '@/lib/critiques/schema'
import { at, type Clock } from './clock'
import type { People } from './people'

/** An assignment, and the course's templates by their code. */
export type Ids = { assignmentId: string; templates: Map<string, string> }

export function templateOf(seminar: Seminar, code: string): Template {
  const template = seminar.templates.find((t) => t.code === code)
  if (!template) throw new Error(`There is no template ${code}.`)
  return template
}

/** Written, saved and handed in by its author in one sitting. */
export async function handIn(critique: Critique, people: People, ids: Ids, clock: Clock): Promise<string> {
  const author = at(people.actor(critique.author), clock(critique.at))
  const templateId = ids.templates.get(critique.template) ?? ''
  const { id } = await startCritique(author, { assignmentId: ids.assignmentId, templateId })
  const draft = SaveAnswers.parse({ id, revision: 0, answers: critique.fields })
  const { revision } = await saveAnswers(author, draft)
  await submitCritique(author, { id, revision })
  return id
}
