import type { Seminar } from '@/content/schema'
import { createEvidence, createExplanations } from '@/lib/explanations/commands'
import { CreateEvidence, CreateExplanations } from '@/lib/explanations/schema'
import { at, type Clock, DAYS } from './clock'
import type { People } from './people'

/** The explanations and the evidence with its suggested ratings; answers the evidence's ids by code. */
export async function loadExplanations(
  seminar: Seminar,
  people: People,
  clock: Clock,
): Promise<Map<string, string>> {
  const instructor = at(people.instructor, clock(-12 * DAYS))
  const { courseId } = people
  await createExplanations(
    instructor,
    CreateExplanations.parse({ courseId, explanations: seminar.explanations }),
  )
  const { observations, bench } = seminar.evidence
  const made = await createEvidence(
    instructor,
    CreateEvidence.parse({
      courseId,
      evidence: [
        ...observations.map(({ test, ratings, ...row }) => ({ ...row, testType: test, suggested: ratings })),
        ...bench.observations.map((row) => ({ ...row, benched: true })),
      ],
    }),
  )
  return new Map(made.map(({ code, id }) => [code, id]))
}
