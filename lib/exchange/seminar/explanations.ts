import type { Observation, Seminar } from '@/content/schema'
import { createEvidence, createExplanations } from '@/lib/explanations/commands'
import { CreateEvidence, CreateExplanations } from '@/lib/explanations/schema'
import { at, type Clock, DAYS } from './clock'
import { quoted } from './notes'
import type { People } from './people'
import { type ParagraphPlaces, placeOf } from './readings'

/** Ids of what the matrix is made of, by code. */
export type MatrixIds = { evidence: Map<string, string>; explanations: Map<string, string> }

const byCode = (made: { code: string; id: string }[]) => new Map(made.map(({ code, id }) => [code, id]))

function rowOf({ test, tests: _, ratings, passage, ...row }: Observation, places: ParagraphPlaces) {
  const place = passage && placeOf(places, passage.paragraph)
  return {
    ...row,
    credibility: row.credibility.toUpperCase(),
    relevance: row.relevance.toUpperCase(),
    testType: test,
    suggested: ratings,
    passage: place && passage ? { sectionId: place.sectionId, ...quoted(place, passage.quote) } : null,
  }
}

/** The explanations, and the evidence with its suggested ratings and the words that report it. */
export async function loadExplanations(
  seminar: Seminar,
  people: People,
  places: ParagraphPlaces,
  clock: Clock,
): Promise<MatrixIds> {
  const instructor = at(people.instructor, clock(-12 * DAYS))
  const { courseId } = people
  const explanations = await createExplanations(
    instructor,
    CreateExplanations.parse({ courseId, explanations: seminar.explanations }),
  )
  const { observations, bench } = seminar.evidence
  const evidence = await createEvidence(
    instructor,
    CreateEvidence.parse({
      courseId,
      evidence: [
        ...observations.map((row) => rowOf(row, places)),
        ...bench.observations.map((row) => ({ ...row, benched: true })),
      ],
    }),
  )
  return { explanations: byCode(explanations), evidence: byCode(evidence) }
}
