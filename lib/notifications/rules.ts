import type { NoticeKind } from './schema'

const LONGEST = 160

/** The beginning of what was written, on one line, without the signs of Markdown that a reader would not see. */
export function gist(body: string, exact: string | null): string {
  const line = (body || (exact ? `“${exact}”` : ''))
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= LONGEST
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', LONGEST) + 1 || LONGEST).trim()}…`
}

/** What happened, as a sentence that begins with whoever wrote the note. */
export function happened(kind: NoticeKind, author: string): string {
  switch (kind) {
    case 'REPLY':
      return `${author} replied in a thread that you follow`
    case 'MENTION':
      return `${author} mentioned you`
    case 'RESOLVED':
      return `A question that you follow was resolved`
    case 'PLACEMENT':
      return `The text was revised: say where your note belongs now`
  }
}
