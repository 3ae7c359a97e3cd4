import Papa from 'papaparse'

/** Whom a line is about, by the headings that Canvas and Moodle write. */
const LOGINS = ['sis login id', 'email address', 'email', 'login id']
/** Canvas puts its own number behind a title: "Essay (1234)". */
const bare = (heading: string): string => unquoted(heading).replace(/\s*\(\d+\)$/, '')
/** A quote that was put before a cell so that no spreadsheet runs it. */
const unquoted = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, '')

export type ReadMark = { line: number; login: string; item: string; mark: number }
export type ReadMarks = { marks: ReadMark[]; problems: { line: number; message: string }[] }

function numberIn(cell: string): number | null {
  const text = unquoted(cell).replace(',', '.')
  return /^\d{1,5}(\.\d+)?$/.test(text) ? Number(text) : null
}

/**
 * Marks out of a CSV file of Canvas's or Moodle's shape. Empty cells say nothing. Lines are counted as an editor does,
 * the heading being the first.
 * @param items names of what has marks here; other columns are left out.
 */
export function readMarks(text: string, items: readonly string[]): ReadMarks {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const [head = [], ...rows] = data
  const headings = head.map((h) => unquoted(h))
  const loginAt = headings.findIndex((h) => LOGINS.includes(h.toLowerCase()))
  const columns = headings.flatMap((h, at) => {
    const item = items.find((name) => name === h || name === bare(h))
    return item ? [{ at, item }] : []
  })
  if (loginAt < 0)
    return refused('There is no column “SIS Login ID” or “Email address”, so nobody can be found.')
  if (columns.length === 0)
    return refused(`No column is named as something that has marks here: ${items.join(', ')}.`)
  const found: ReadMarks = { marks: [], problems: [] }
  for (const [i, row] of rows.entries()) {
    const login = unquoted(row[loginAt] ?? '').toLowerCase()
    if (row.every((c) => !c.trim()) || /^\s*points possible/i.test(row[0] ?? '')) continue
    if (!login) found.problems.push({ line: i + 2, message: 'It names no address.' })
    else
      for (const column of columns)
        readCell(found, { ...column, login, line: i + 2, text: row[column.at] ?? '' })
  }
  return found
}

type Cell = { line: number; login: string; item: string; text: string }

function readCell({ marks, problems }: ReadMarks, { line, login, item, text }: Cell): void {
  if (!text.trim()) return
  const mark = numberIn(text)
  if (mark === null)
    problems.push({ line, message: `“${text.trim().slice(0, 40)}” for ${item} is not a mark.` })
  else marks.push({ line, login, item, mark })
}

const refused = (message: string): ReadMarks => ({ marks: [], problems: [{ line: 1, message }] })
