/**
 * A cell that a spreadsheet would run as a formula is made text by an apostrophe (OWASP, "CSV injection"):
 * voters write reasons, and staff open them in Excel.
 */
const harmless = (text: string): string => (RUNS.test(text) ? `'${text}` : text)

/**
 * A formula (in full width too, which Excel runs where Chinese, Japanese or Korean is set), or one that has its
 * apostrophe already: that gets another, so that one can be taken off again.
 */
const RUNS = /^'*\s*[=+\-@＝＋－＠\t\r]/

/** What was written, out of a cell that `csv` made harmless. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text

const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180, with the mark that tells Excel it is UTF-8. */
export const csv = (rows: (string | number)[][]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
