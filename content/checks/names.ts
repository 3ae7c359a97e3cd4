import type { Seminar } from '../schema'

export const codesOf = (items: { code: string }[]): string[] => items.map((item) => item.code)
export const keysOf = (items: { key: string }[]): string[] => items.map((item) => item.key)

export const sectionsOf = (s: Seminar) => s.readings.flatMap((reading) => reading.sections)
export const paragraphsOf = (s: Seminar) => sectionsOf(s).flatMap((section) => section.paragraphs)

/** What the codes and keys in the files may name. */
export const people = (s: Seminar) => new Set(keysOf(s.people))
export const students = (s: Seminar) => new Set(keysOf(s.people.filter((p) => p.role === 'student')))
export const sections = (s: Seminar) => new Set(codesOf(sectionsOf(s)))
export const paragraphs = (s: Seminar) => new Set(paragraphsOf(s).map((p) => p.number))
export const explanations = (s: Seminar) => new Set(codesOf(s.explanations))
export const claims = (s: Seminar) => new Set(codesOf(s.debate.claims))
export const observations = (s: Seminar) =>
  new Set(codesOf([...s.evidence.observations, ...s.evidence.bench.observations]))
