import type { NoteDto } from '@/lib/discussion/schema'
import type { Chosen } from '../context'
import type { Ground } from './claim-dialog'

const MOST = 2000
const SHOWN = 200

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** The words that are chosen, as a claim to begin with and as what it rests on. */
export function groundOfWords(sectionId: string, { start, end, exact }: Chosen): Ground {
  return {
    words: cut(exact.replace(/\s+/g, ' ').trim(), MOST),
    source: { kind: 'PASSAGE', sectionId, start, end, exact },
    quote: cut(exact, SHOWN),
  }
}

/** What a note says, without its marks. */
function plain(html: string): string {
  const made = new DOMParser().parseFromString(html, 'text/html')
  return (made.body.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** A note that the class sees is cited; of any other only the words that it is on. Null where there are none. */
export function groundOfNote(note: NoteDto, sectionId: string): Ground | null {
  const said = plain(note.html)
  const words = cut(said || (note.exact ?? ''), MOST)
  if (note.visibility === 'COURSE') {
    const quote = cut(said || (note.exact ?? ''), SHOWN)
    return { words, source: { kind: 'NOTE', noteId: note.id }, quote, noteId: note.id }
  }
  const { start, end, exact } = note
  if (start === null || end === null || exact === null || note.placement === 'ORPHANED') return null
  return { words, source: { kind: 'PASSAGE', sectionId, start, end, exact }, quote: cut(exact, SHOWN) }
}
