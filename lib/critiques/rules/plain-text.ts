const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
const TAG = /<(?:"[^"]*"|'[^']*'|[^'">])*>/g
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi

/**
 * The text of HTML that lib/markdown made, as a browser's `textContent` has it: what words in it are counted by. Not for
 * foreign HTML.
 */
export const plainText = (html: string): string =>
  html.replace(TAG, '').replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return NAMED[name ?? ''] ?? whole
  })
