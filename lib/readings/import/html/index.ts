import { isAppError } from '@/lib/errors'
import { declaredEncoding, decodeText } from '../decode'
import { htmlPieces } from '../html-blocks'
import type { Run } from '../run'
import type { Draft, ImportFile } from '../types'
import { articleOf } from './article'
import { htmlMetadata } from './metadata'
import { parseHtml } from './parse'

export async function readHtml(file: ImportFile, run: Run): Promise<Draft> {
  const markup = decodeText(file.bytes, declaredEncoding(file.bytes))
  const document = parseHtml(markup)
  const about = htmlMetadata(document)
  warnOfTheUnread(document, run)
  run.check()
  const { root, byline } = mainPart(markup, document)
  const { pieces, unnamedFigures } = htmlPieces(root, run.check)
  if (unnamedFigures) run.warn(figuresWarning(unnamedFigures))
  const authors = about.authors.length ? about.authors : byline ? names(byline) : []
  return { ...about, authors, pieces }
}

function mainPart(markup: string, document: Document): { root: Element; byline?: string } {
  try {
    return articleOf(markup, document)
  } catch (error) {
    if (isAppError(error)) throw error
    return { root: document.body }
  }
}

export const figuresWarning = (n: number) =>
  `${n === 1 ? 'A picture' : `${n} pictures`} without a caption or description ${n === 1 ? 'was' : 'were'} left out.`

function warnOfTheUnread(document: Document, run: Run) {
  if (document.querySelector('script:not([type]), script[type*="javascript"], script[type="module"]')) {
    run.warn('Scripts in the page were left out; text that they would have added is missing.')
  }
  if (document.querySelector('iframe, object, embed, frame'))
    run.warn('Embedded pages and media were left out.')
}

const names = (byline: string) =>
  byline
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,|;|\band\b|&)\s*/)
    .filter((n) => n.length > 2 && n.length < 60)
