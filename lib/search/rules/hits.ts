import { claimCode } from '@/lib/debates/rules/tree'
import type { Found, Hit, HitKind } from '../schema'
import { excerpt, passages } from './excerpt'

type InSection = { slug: string; reading: string; position: number; heading: string; published: boolean }
type Data = {
  passage: InSection & { text: string }
  note: InSection & { author: string; noteKind: string; text: string }
  claim: { debate: string; motion: string; number: number; author: string; text: string }
  evidence: { code: string; date: string; text: string }
  explanation: { code: string; name: string; text: string }
  critique: {
    assignment: string
    title: string
    author: string
    own: boolean
    submitted: boolean
    text: string
  }
}

/** What the statement of sql.ts answers. */
export type Row = {
  [K in HitKind]: { kind: K; id: string; whole: boolean; at: Date | null; data: Data[K] }
}[HitKind]

export type Place = { base: string; terms: readonly string[] }

const MOST_PASSAGES = 3

const NOTE_NAMES: Record<string, string> = {
  REPLY: 'Reply',
  QUESTION: 'Question',
  DEFINITION: 'Definition',
  EVIDENCE: 'Evidence',
}

const sectionPath = (base: string, { slug, position }: InSection): string =>
  `${base}/readings/${slug}/${position}`

const inSection = ({ reading, position, heading, published }: InSection): string =>
  `${reading}, ${position}. ${heading}${published ? '' : ' (not published)'}`

/** The words in the text; where the heading alone has them, the section as a whole. */
function inText(base: string, data: Data['passage'], terms: readonly string[]): Found[] {
  const path = sectionPath(base, data)
  const found = passages(data.text, terms, MOST_PASSAGES)
  if (found.length === 0) return [{ href: path, pieces: excerpt(data.text, terms) }]
  return found.map(({ start, end, pieces }) => ({ href: `${path}?at=${start}-${end}`, pieces }))
}

type Words = Pick<Hit, 'title' | 'where'> & { href: string }

function words(base: string, row: Exclude<Row, { kind: 'passage' }>): Words {
  switch (row.kind) {
    case 'note': {
      const { data } = row
      const title = `${NOTE_NAMES[data.noteKind] ?? 'Note'} by ${data.author}`
      return { title, where: inSection(data), href: `${sectionPath(base, data)}?note=${row.id}` }
    }
    case 'claim': {
      const { number, author, motion, debate } = row.data
      const code = claimCode(number)
      return { title: `${code}, by ${author}`, where: motion, href: `${base}/debates/${debate}#${code}` }
    }
    case 'evidence': {
      const { code, date } = row.data
      const title = [code, date].filter(Boolean).join(', ')
      return { title, where: 'The evidence matrix', href: `${base}/explain/matrix#${code}` }
    }
    case 'explanation': {
      const { code, name } = row.data
      const href = `${base}/explain/explanations/${encodeURIComponent(code)}`
      return { title: `${code}. ${name}`, where: 'Explanations', href }
    }
    case 'critique': {
      const { assignment, title, author, own, submitted } = row.data
      const whose = own ? (submitted ? 'Your critique' : 'Your draft') : `Critique by ${author}`
      const path = `${base}/critiques/${assignment}`
      return { title: whose, where: title, href: own && !submitted ? `${path}/write` : `${path}/${row.id}` }
    }
  }
}

export function hitOf(row: Row, { base, terms }: Place): Hit {
  const at = row.at?.toISOString() ?? null
  const key = `${row.kind}:${row.id}`
  if (row.kind === 'passage') {
    const { heading, reading, position, published } = row.data
    const where = `${reading}${published ? '' : ' (not published)'}`
    return { key, title: `${position}. ${heading}`, where, at, found: inText(base, row.data, terms) }
  }
  const { href, ...rest } = words(base, row)
  return { key, ...rest, at, found: [{ href, pieces: excerpt(row.data.text, terms) }] }
}
