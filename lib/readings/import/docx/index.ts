import mammoth from 'mammoth'
import { AppError } from '@/lib/errors'
import { figuresWarning } from '../html'
import { parseHtml } from '../html/parse'
import { htmlPieces } from '../html-blocks'
import type { Run } from '../run'
import type { Draft, ImportFile } from '../types'
import { openArchive } from '../zip'
import { coreProperties } from './core'
import { takeFront } from './front'
import { openForMammoth } from './package'

// Word's style names are the same in every language version (ECMA-376 part 1, 17.7.4.9), whatever is shown.
const STYLES = [
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Authors'] => p.author:fresh",
  "p[style-name='Abstract'] => p.abstract:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Image Caption'] => p.caption:fresh",
  "p[style-name='Table Caption'] => p.caption:fresh",
  "p[style-name='Table'] => p.caption:fresh",
  "p[style-name='Figure'] => p.caption:fresh",
  "p[style-name='Illustration'] => p.caption:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='TOC Heading'] => !",
  "p[style-name='Contents Heading'] => !",
  ...[1, 2, 3, 4, 5].flatMap((n) => [`p[style-name='toc ${n}'] => !`, `p[style-name='TOC ${n}'] => !`]),
]

export async function readDocx(file: ImportFile, run: Run): Promise<Draft> {
  const zip = await openArchive(file.bytes, run)
  const html = await toHtml(await openForMammoth(zip, run))
  run.check()
  const { body } = parseHtml(html)
  const properties = await coreProperties(zip)
  const front = takeFront(body)
  const { pieces, unnamedFigures } = htmlPieces(body, run.check)
  if (unnamedFigures) run.warn(figuresWarning(unnamedFigures))
  const title = front.title ?? properties.title
  return {
    ...(title ? { title } : {}),
    authors: front.authors.length ? front.authors : properties.authors,
    ...(front.abstract ? { abstract: front.abstract } : {}),
    pieces,
  }
}

async function toHtml(input: Parameters<typeof mammoth.convertToHtml>[0]): Promise<string> {
  // A picture's bytes are never read; its alternative text comes through without them.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      convertImage,
      externalFileAccess: false,
    })
    return value
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'IMPORT_BROKEN',
      'The Word file is damaged. Open it in Word, save it anew and try again.',
    )
  }
}
