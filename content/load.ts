import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { anchorNotes } from './anchor-notes'
import { checkSeminar } from './checks'
import { SeminarFault, throwFault } from './fault'
import { parseSections } from './parse-reading'
import {
  ballotsFile,
  courseFile,
  credencesFile,
  critiquesFile,
  debateFile,
  evidenceFile,
  explanationsFile,
  notesFile,
  opinionsFile,
  peopleFile,
  ratingsFile,
  type Reading,
  reading,
  readingHead,
  reviewsFile,
  type Seminar,
  templatesFile,
} from './schema'

const HEAD = /^---\r?\n([\s\S]*?\n)---\r?\n/

/**
 * Reads a ready-made seminar and checks it as a whole.
 * @throws {SeminarFault} with one sentence that names the file and the place of the first fault.
 */
export async function readSeminar(dir = join(process.cwd(), 'content', 'dprk')): Promise<Seminar> {
  const course = await readYaml(dir, 'course.yaml', courseFile)
  const people = await readYaml(dir, 'people.yaml', peopleFile)
  const explanations = await readYaml(dir, 'explanations.yaml', explanationsFile)
  const notes = await readYaml(dir, 'notes.yaml', notesFile)
  const seminar: Seminar = {
    course,
    people: people.people,
    groups: people.groups,
    readings: await Promise.all(course.readings.map((name) => readReading(dir, `readings/${name}.md`))),
    debate: await readYaml(dir, 'debate.yaml', debateFile),
    explanations: explanations.explanations,
    evidence: await readYaml(dir, 'evidence.yaml', evidenceFile),
    classRatings: await readYaml(dir, 'ratings.yaml', ratingsFile),
    templates: (await readYaml(dir, 'templates.yaml', templatesFile)).templates,
    critiques: (await readYaml(dir, 'critiques.yaml', critiquesFile)).critiques,
    round: (await readYaml(dir, 'reviews.yaml', reviewsFile)).round,
    notes: anchorNotes(notes.notes),
    ballots: await readYaml(dir, 'ballots.yaml', ballotsFile),
    opinions: (await readYaml(dir, 'opinions.yaml', opinionsFile)).surveys,
    credences: (await readYaml(dir, 'credences.yaml', credencesFile)).questions,
    about: { people: people.about, explanations: explanations.about, notes: notes.about },
  }
  checkSeminar(seminar)
  return seminar
}

async function readYaml<T extends z.ZodType>(dir: string, file: string, schema: T): Promise<z.output<T>> {
  return validate(file, parseYaml(file, await readText(dir, file)), schema)
}

async function readReading(dir: string, file: string): Promise<Reading> {
  const source = await readText(dir, file)
  const [fence, head] = HEAD.exec(source) ?? []
  if (fence === undefined || head === undefined)
    throw new SeminarFault(file, '', 'must begin with a head between two lines of ---')
  const fields = validate(file, parseYaml(file, head), readingHead)
  const firstLine = fence.split('\n').length
  const sections = parseSections(file, source.slice(fence.length), firstLine)
  return validate(file, { ...fields, sections }, reading)
}

function validate<T extends z.ZodType>(file: string, raw: unknown, schema: T): z.output<T> {
  const result = schema.safeParse(raw)
  return result.success ? result.data : throwFault(file, raw, result.error)
}

function parseYaml(file: string, source: string): unknown {
  try {
    return parse(source)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const reason = error.message.split('\n')[0]!.replace(/:$/, '')
    throw new SeminarFault(file, '', `is not YAML: ${reason}`)
  }
}

async function readText(dir: string, file: string): Promise<string> {
  try {
    return await readFile(join(dir, file), 'utf8')
  } catch {
    throw new SeminarFault(file, '', 'is missing or cannot be read')
  }
}
