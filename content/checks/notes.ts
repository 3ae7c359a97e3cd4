import type { Note, Seminar } from '../schema'
import { checker } from './checker'
import { codesOf, paragraphsOf, people } from './names'

const check = checker('notes.yaml')

export function checkNotes(seminar: Seminar): void {
  const { notes } = seminar
  const plain = new Map(paragraphsOf(seminar).map((p) => [p.number, p.plain]))
  const byCode = new Map(notes.map((note) => [note.code, note]))
  check.unique('notes', codesOf(notes))
  for (const note of notes) {
    checkAuthor(note, seminar)
    checkQuote(note, plain)
    checkThread(note, byCode)
  }
}

function checkAuthor({ code, author, grade }: Note, seminar: Seminar): void {
  const role = seminar.people.find((p) => p.key === author)?.role
  const staff = role === 'instructor' || role === 'assistant'
  check.known(`notes › ${code} › author`, [author], people(seminar), 'a person')
  check.that(
    (grade === 'staff') === staff,
    `notes › ${code} › grade`,
    'must be staff for staff and only for them',
  )
}

/** The quote stands in its paragraph once, so that it can mean only one place. */
function checkQuote({ code, paragraph, quote }: Note, plain: Map<string, string>): void {
  const path = `notes › ${code}`
  const stray = `names ${paragraph}, which is not a paragraph`
  const text = check.found(plain.get(paragraph), `${path} › paragraph`, stray)
  const times = text.split(quote).length - 1
  check.that(times > 0, `${path} › quote`, `does not occur in paragraph ${paragraph}`)
  check.that(times === 1, `${path} › quote`, `occurs ${times} times in paragraph ${paragraph}`)
}

function checkThread(note: Note, byCode: Map<string, Note>): void {
  const path = `notes › ${note.code}`
  const parent = note.replyTo === undefined ? undefined : byCode.get(note.replyTo)
  const corrections = note.correctedBy === undefined ? [] : [note.correctedBy]
  const isReply = parent !== undefined
  check.that(
    (note.kind === 'reply') === isReply,
    `${path} › kind`,
    'must be reply for replies and only for them',
  )
  check.that(!parent || note.at > parent.at, `${path} › at`, `is before ${note.replyTo}, to which it replies`)
  check.known(`${path} › correctedBy`, corrections, new Set(byCode.keys()), 'a note')
}
