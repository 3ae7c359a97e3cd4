import type { NoteDto } from '@/lib/discussion/schema'
import { shortDate } from '@/lib/time'
import { KIND_NAMES } from './note-kinds'
import { rangesOf } from './positions'
import type { Thread } from './threads'

type About = { source: string; timeZone: string }

const element = (tag: string, className: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag)
  made.className = className
  made.append(...children)
  return made
}

/** A bare highlight has nothing to say on paper. */
const says = ({ root, replies }: Thread): boolean => root.kind !== 'HIGHLIGHT' || replies.length > 0

/**
 * The text as it is printed: a copy with a raised number behind the words of each note, and the notes at its end. The
 * text on the screen is left alone: the highlights hold on to its nodes.
 */
export function printed(article: HTMLElement, threads: readonly Thread[], about: About): HTMLElement {
  const text = element('div', 'reading')
  text.innerHTML = article.innerHTML
  for (const named of text.querySelectorAll('[id]')) named.removeAttribute('id')
  const noted = threads.filter(says)
  mark(text, noted)
  const source = element('p', 'print-source', about.source)
  return element('div', 'printed', source, text, ...(noted.length ? [endnotes(noted, about)] : []))
}

/** From the last to the first, so that no mark moves the place of another that is still to come. */
function mark(text: HTMLElement, threads: readonly Thread[]): void {
  const marks = new Map<number, number[]>()
  for (const [i, { root }] of threads.entries())
    marks.set(root.end ?? 0, [...(marks.get(root.end ?? 0) ?? []), i + 1])
  for (const [end, numbers] of [...marks].sort(([a], [b]) => b - a)) {
    const range = rangesOf(text, { start: end - 1, end })[0]
    if (!range) continue
    range.collapse(false)
    range.insertNode(element('sup', 'endmark', numbers.join(', ')))
  }
}

function endnotes(threads: readonly Thread[], about: About): HTMLElement {
  const items = threads.map(({ root, replies }) => {
    const words = element('p', 'endnote-words', `“${root.exact ?? ''}”`)
    return element(
      'li',
      '',
      words,
      post(root, about),
      ...replies.map((reply) => element('div', 'endnote-reply', post(reply, about))),
    )
  })
  return element('section', 'endnotes', element('h2', '', 'Notes'), element('ol', '', ...items))
}

function post(note: NoteDto, { timeZone }: About): HTMLElement {
  if (note.deleted) return element('p', 'endnote-head', 'This note was deleted.')
  if (note.hidden) return element('p', 'endnote-head', 'This note was hidden by the staff.')
  const kind = note.threadId ? '' : ` · ${KIND_NAMES[note.kind]}${note.resolved ? ', resolved' : ''}`
  const head = element(
    'p',
    'endnote-head',
    element('b', '', note.author),
    `, ${shortDate(note.at, timeZone)}${kind}`,
  )
  const body = element('div', 'prose-note')
  // sanitised where it was written (lib/markdown)
  body.innerHTML = note.html
  return element('div', '', head, body)
}
