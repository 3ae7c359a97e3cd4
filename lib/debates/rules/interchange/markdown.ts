import { claimCode } from '../tree'
import type { ArgumentMap, MapSource } from './map'

const RELATION = { SUPPORTS: 'for', OPPOSES: 'against', UNDERCUTS: 'undercuts' } as const

/** Words as plain text inside Markdown, on one line. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&')

const inParentheses = (url: string): string =>
  url.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

export const sourceLine = ({ text, url }: MapSource): string =>
  url ? `[${plain(text || url)}](${inParentheses(url)})` : plain(text)

/** The argument as nested lists, to be read. */
export function mapMarkdown(map: ArgumentMap): string {
  const depths = new Map<number | null, number>([[null, -1]])
  return map.claims
    .map((claim) => {
      const depth = (depths.get(claim.parent) ?? -1) + 1
      depths.set(claim.number, depth)
      const pad = '  '.repeat(depth)
      const by = claim.author ? ` — ${plain(claim.author)}` : ''
      const sources = claim.sources.map((s) => `\n${pad}  - Source: ${sourceLine(s)}`).join('')
      return `${pad}- **${claimCode(claim.number)}** (${RELATION[claim.relation]}) ${plain(claim.text)}${by}${sources}`
    })
    .join('\n')
}
