import type { Note, Seminar } from '@/content/schema'
import { assessNotes, postNote } from '@/lib/discussion/commands'
import { AssessNotes, PostNote } from '@/lib/discussion/schema'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'
import { type ParagraphPlace, type ParagraphPlaces, placeOf } from './readings'

/** Where the quoted words stand in the section. The files' check has made sure that they stand there once. */
export function quoted(place: ParagraphPlace, quote: string) {
  const start = place.text.indexOf(quote, place.from)
  if (start < 0 || start + quote.length > place.to) throw new Error(`“${quote}” is not in its paragraph.`)
  return { start, end: start + quote.length, exact: quote }
}

function inputOf(note: Note, place: ParagraphPlace, parentId: string | undefined): PostNote {
  return PostNote.parse({
    sectionId: place.sectionId,
    kind: note.replyTo ? 'COMMENT' : note.kind.toUpperCase(),
    visibility: note.visibility.toUpperCase(),
    body: note.text,
    ...(note.replyTo ? { parentId } : { anchor: quoted(place, note.quote) }),
  })
}

/** The class's notes and replies, and at the end what the staff think of them. */
export function noteActs(seminar: Seminar, people: People, places: ParagraphPlaces, clock: Clock): Act[] {
  const ids = new Map<string, string>()
  const posts = seminar.notes.map((note) => ({
    minutes: note.at,
    run: async () => {
      const input = inputOf(note, placeOf(places, note.paragraph), ids.get(note.replyTo ?? ''))
      ids.set(note.code, (await postNote(at(people.actor(note.author), clock(note.at)), input)).id)
    },
  }))
  const graded = seminar.notes.filter((note) => note.grade !== 'staff')
  const assess = () =>
    assessNotes(
      at(people.instructor, clock(0)),
      AssessNotes.parse({
        courseId: people.courseId,
        grades: graded.map((note) => ({ noteId: ids.get(note.code), grade: note.grade })),
      }),
    )
  return [...posts, { minutes: 0, run: assess }]
}
