import { parse as parseYaml } from 'yaml'
import { declaredEncoding, decodeText } from '../decode'
import { plainPieces } from '../plain/blocks'
import type { Run } from '../run'
import { clean } from '../text'
import type { Draft, ImportFile } from '../types'
import { markdownPieces } from './blocks'
import { parser } from './parser'

export async function readMarkdown(file: ImportFile, run: Run): Promise<Draft> {
  const { front, body } = splitFront(clean(decodeText(file.bytes, declaredEncoding(file.bytes))))
  if (isKnotted(body)) {
    run.warn('The Markdown is too intricate to be read as such and was taken as plain text.')
    return { ...frontMatter(front), pieces: plainPieces(body) }
  }
  const tree = parser.parse(body)
  run.check()
  return { ...frontMatter(front), pieces: markdownPieces(tree, run) }
}

const SIGNS = 2000

/**
 * Markdown parsers take quadratic time over very many signs in one paragraph (20 kB of "`" took 4 s) or very
 * deep nesting. No prose has them; such a text is not parsed.
 */
function isKnotted(text: string): boolean {
  return text.split(/\n\s*\n/).some((part) => {
    const table = /^\s*\|.*\n\s*\|[\s:|-]+\|/.test(part)
    const signs = part.match(/[`*_[\]<$~!\\&]/g)?.length ?? 0
    return (
      signs > SIGNS * (table ? 10 : 1) ||
      /(?:^|\n)\s*(?:(?:>|[-+*]|\d+[.)])[ \t]*){40}/.test(part) ||
      /\|{400}/.test(part)
    )
  })
}

function splitFront(text: string) {
  const m = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  return m ? { front: m[1] ?? '', body: text.slice(m[0].length) } : { front: '', body: text }
}

/** Title, authors and abstract as Pandoc, Quarto and Jekyll write them; a broken header is no reason to refuse. */
function frontMatter(yaml: string): Omit<Draft, 'pieces'> {
  let data: unknown
  try {
    data = parseYaml(yaml, { maxAliasCount: 0 })
  } catch {
    return {}
  }
  if (typeof data !== 'object' || data === null) return {}
  const fields = new Map(Object.entries(data).map(([k, v]: [string, unknown]) => [k.toLowerCase(), v]))
  const string = (k: string) => {
    const v = fields.get(k)
    return typeof v === 'string' ? v : undefined
  }
  const title = string('title')
  const abstract = string('abstract')
  const authors = people(fields.get('authors') ?? fields.get('author'))
  return { ...(title ? { title } : {}), ...(abstract ? { abstract } : {}), authors }
}

function people(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s*(?:;|\band\b)\s*/).filter(Boolean)
  if (Array.isArray(value)) return value.flatMap(people)
  if (typeof value !== 'object' || value === null || !('name' in value)) return []
  return typeof value.name === 'string' ? [value.name] : []
}
