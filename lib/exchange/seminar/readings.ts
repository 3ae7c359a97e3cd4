import type { Reading, Seminar } from '@/content/schema'
import { db } from '@/lib/db'
import { publishReading } from '@/lib/readings/commands'
import { leadParagraph } from '@/lib/readings/rules/blocks'
import { NewReading, type SectionBlock } from '@/lib/readings/schema'
import { at, type Clock, DAYS } from './clock'
import type { People } from './people'

/** A paragraph's place once it is in the database: its section, and where its text begins and ends there. */
export type ParagraphPlace = { sectionId: string; text: string; from: number; to: number }
export type ParagraphPlaces = Map<string, ParagraphPlace>

/** Codes of sections ("S2") to their ids. */
export type Loaded = { places: ParagraphPlaces; sections: Map<string, string> }

const COMPANION = /^Companion section: /
const STATUS = /^Status: (.)/

function dueOf(seminar: Seminar, code: string, clock: Clock): Date | undefined {
  const meeting = seminar.course.meetings.find((m) => m.sections.includes(code))
  return meeting && clock(meeting.at)
}

function inputOf(seminar: Seminar, reading: Reading, courseId: string, clock: Clock): NewReading {
  const companion = reading.kind === 'companion'
  return NewReading.parse({
    courseId,
    slug: reading.code.toLowerCase(),
    title: reading.title,
    byline: companion ? seminar.course.paper.title : '',
    about: companion ? seminar.course.relationToPaper : '',
    sections: reading.sections.map((section) => ({
      code: section.code,
      // The status line says that it is a companion section; the heading need not say so again.
      heading: section.heading.replace(COMPANION, ''),
      status: section.status.replace(STATUS, (_, first: string) => first.toUpperCase()),
      dueAt: dueOf(seminar, section.code, clock),
      blocks: section.paragraphs.map((p) => leadParagraph(p.number, p.lead, p.text)),
      prompts: section.questions,
    })),
  })
}

/** Publishes the readings as the instructor and answers where each numbered paragraph came to stand. */
export async function loadReadings(seminar: Seminar, people: People, clock: Clock): Promise<Loaded> {
  const loaded: Loaded = { places: new Map(), sections: new Map() }
  for (const reading of seminar.readings) {
    const input = inputOf(seminar, reading, people.courseId, clock)
    const { id } = await publishReading(at(people.instructor, clock(-13 * DAYS)), input)
    const sections = await db.section.findMany({
      where: { readingId: id },
      select: { id: true, code: true, text: true, blocks: true },
    })
    for (const section of sections) {
      loaded.sections.set(section.code, section.id)
      addPlaces(loaded.places, section)
    }
  }
  return loaded
}

function addPlaces(places: ParagraphPlaces, section: { id: string; text: string; blocks: unknown }): void {
  let from = 0
  for (const block of section.blocks as SectionBlock[]) {
    const to = from + block.text.length
    if (block.label) places.set(block.label, { sectionId: section.id, text: section.text, from, to })
    from = to + 2
  }
}

export function placeOf(places: ParagraphPlaces, paragraph: string): ParagraphPlace {
  const place = places.get(paragraph)
  if (!place) throw new Error(`The seminar has no paragraph ${paragraph}.`)
  return place
}
