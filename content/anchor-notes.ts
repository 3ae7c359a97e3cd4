import { SeminarFault } from './fault'
import type { Note, NoteEntry } from './schema'

const FILE = 'notes.yaml'

/** Gives every reply the paragraph and the quote of the note at the head of its thread. */
export function anchorNotes(entries: NoteEntry[]): Note[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  return entries.map((entry) => ({ ...entry, ...anchorOf(entry, byCode) }))
}

function anchorOf(entry: NoteEntry, byCode: Map<string, NoteEntry>): { paragraph: string; quote: string } {
  const head = headOf(entry, byCode)
  if (entry !== head && (entry.paragraph ?? entry.quote) !== undefined)
    throw new SeminarFault(
      FILE,
      `notes › ${entry.code}`,
      'is a reply and must not have a paragraph or a quote',
    )
  if (head.paragraph === undefined || head.quote === undefined)
    throw new SeminarFault(FILE, `notes › ${head.code}`, 'needs a paragraph and a quote, or else replyTo')
  return { paragraph: head.paragraph, quote: head.quote }
}

function headOf(entry: NoteEntry, byCode: Map<string, NoteEntry>): NoteEntry {
  const seen = new Set([entry.code])
  let head = entry
  while (head.replyTo !== undefined) {
    const parent = byCode.get(head.replyTo)
    const place = `notes › ${head.code} › replyTo`
    if (!parent) throw new SeminarFault(FILE, place, `names ${head.replyTo}, which is not a note`)
    if (seen.has(parent.code)) throw new SeminarFault(FILE, place, 'leads back to the note itself')
    seen.add(parent.code)
    head = parent
  }
  return head
}
