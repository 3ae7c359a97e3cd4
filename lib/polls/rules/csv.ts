/**
 * A cell that a spreadsheet would run as a formula is made text by an apostrophe (OWASP, "CSV injection"):
 * voters write reasons, and staff open them in Excel.
 */
const harmless = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180, with the mark that tells Excel it is UTF-8. */
export const csv = (rows: (string | number)[][]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
