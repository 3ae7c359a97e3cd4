import type { z } from 'zod'

/** A fault in a seminar's files: one plain sentence that names the file and the place in it. */
export class SeminarFault extends Error {
  constructor(
    readonly file: string,
    readonly path: string,
    predicate: string,
  ) {
    super(`${file}: ${path || 'the file'} ${predicate}.`)
    this.name = 'SeminarFault'
  }
}

/** Throws the first thing that zod found wrong, in words for the person who edits the file. */
export function throwFault(file: string, raw: unknown, error: z.ZodError): never {
  const issue = error.issues[0]!
  throw new SeminarFault(file, placeOf(raw, issue.path), predicateOf(issue, valueAt(raw, issue.path)))
}

/** The path with list items called by their code or key, as the editor knows them: notes › N19 › author. */
function placeOf(raw: unknown, path: PropertyKey[]): string {
  return path.map((step, i) => nameOf(step, valueAt(raw, path.slice(0, i + 1)))).join(' › ')
}

function nameOf(step: PropertyKey, value: unknown): string {
  if (typeof step !== 'number') return String(step)
  const { code, key, student, reviewer, number } = isRecord(value) ? value : {}
  const name = code ?? key ?? student ?? reviewer ?? number
  return typeof name === 'string' || typeof name === 'number' ? String(name) : `item ${step + 1}`
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[String(step)] : undefined), raw)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const EXPECTED: Record<string, string> = {
  string: 'text; put it in quotes',
  array: 'a list',
  object: 'a group of named fields',
  record: 'a group of named fields',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function predicateOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === null && issue.path.length === 0) return 'is empty'
      if (value === undefined || value === null) return 'is missing'
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys':
      return `has the unknown field "${issue.keys[0]}"`
    case 'invalid_value':
      return value === undefined ? 'is missing' : `must be one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `must have at least ${issue.minimum}`
    case 'too_big':
      return `must have at most ${issue.maximum}`
    default:
      return issue.message
  }
}
