import type { SourceDto, SourceKind } from '../schema'

/** One source with what it points at, as the database joins it (see claims-sql.ts). */
export type SourceRow = {
  id: string
  kind: SourceKind
  text: string
  url: string | null
  exact: string | null
  start: number | null
  end: number | null
  noteId: string | null
  noteAuthor: string | null
  noteBody: string | null
  noteExact: string | null
  /** The cited note is still there, and the whole course sees it. */
  noteStands: boolean
  reading: string | null
  readingSlug: string | null
  published: boolean
  section: number | null
  sectionCode: string | null
  evidenceCode: string | null
  evidenceDate: string | null
  observation: string | null
}

export type Reader = { courseSlug: string; staff: boolean }
type Shown = Pick<SourceDto, 'label' | 'excerpt' | 'href'>

const LONGEST = 90

/** The beginning of a text on one line, cut between words. */
export function excerptOf(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 30)).replace(/[\s,;:.–—-]+$/, '')}…`
}

const quoted = (text: string): string => `“${excerptOf(text)}”`
const gone = (label: string): Shown => ({ label, excerpt: null, href: null })

const sectionPath = (row: SourceRow, { courseSlug }: Reader): string =>
  `/courses/${courseSlug}/readings/${row.readingSlug}/${row.section}`

const place = (row: SourceRow): string => row.sectionCode || row.reading || ''

function note(row: SourceRow, reader: Reader): Shown {
  if (!row.noteStands) return gone('A note that has been deleted')
  if (!row.published && !reader.staff) return gone('A note in a reading that is not published now')
  const where = place(row)
  return {
    label: `Note by ${row.noteAuthor}${where ? `, ${where}` : ''}`,
    excerpt: row.noteExact ? quoted(row.noteExact) : excerptOf(row.noteBody ?? ''),
    href: `${sectionPath(row, reader)}?note=${row.noteId}`,
  }
}

function passage(row: SourceRow, reader: Reader): Shown {
  if (row.section === null) return { label: 'Passage', excerpt: quoted(row.exact ?? ''), href: null }
  if (!row.published && !reader.staff) return gone('A passage of a reading that is not published now')
  return {
    label: row.sectionCode ? `${row.reading}, ${row.sectionCode}` : (row.reading ?? ''),
    excerpt: quoted(row.exact ?? ''),
    // a revision of the reading may have left its words nowhere to point to
    href:
      row.start === null
        ? sectionPath(row, reader)
        : `${sectionPath(row, reader)}?at=${row.start}-${row.end}`,
  }
}

function evidence(row: SourceRow, { courseSlug }: Reader): Shown {
  if (!row.evidenceCode) return gone('An observation that has been deleted')
  return {
    label: [row.evidenceCode, row.evidenceDate].filter(Boolean).join(', '),
    excerpt: excerptOf(row.observation ?? ''),
    href: `/courses/${courseSlug}/explain/matrix#${row.evidenceCode}`,
  }
}

/** "example.org/page" of a link that its writer gave no words. */
export function linkLabel(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return excerptOf(`${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`, 60)
  } catch {
    return url
  }
}

/** What a source says and where its words can be read; without `href` they cannot be. */
export function showSource(row: SourceRow, reader: Reader): Shown {
  switch (row.kind) {
    case 'NOTE':
      return note(row, reader)
    case 'PASSAGE':
      return passage(row, reader)
    case 'EVIDENCE':
      return evidence(row, reader)
    case 'LINK':
      return { label: row.text || linkLabel(row.url ?? ''), excerpt: null, href: row.url }
    case 'REFERENCE':
      return { label: row.text, excerpt: null, href: null }
  }
}

/** Whether a claim can still rest on it: the note or observation that it named may be gone. */
export const stands = (row: Pick<SourceRow, 'kind' | 'noteStands' | 'evidenceCode'>): boolean =>
  row.kind === 'NOTE' ? row.noteStands : row.kind === 'EVIDENCE' ? row.evidenceCode !== null : true
