import { AppError } from '@/lib/errors'
import type { Run } from '../run'
import type { Draft, ImportFile } from '../types'
import { refusePdfBombs } from './bombs'
import { fontBook } from './fonts'
import { readLayout } from './layout'
import { pdfMetadata } from './metadata'
import { openPdf, type PdfDocument } from './open'
import { readPage } from './page'
import { type PageTree, readStructure, readTree } from './structure'
import type { PageText } from './types'

/** A PDF by its own structure where it carries a good one, else by its layout. */
export async function readPdf(file: ImportFile, run: Run): Promise<Draft> {
  await refusePdfBombs(file.bytes, run)
  const pdf = await openPdf(file.bytes, run)
  try {
    const { pages, trees } = await readPages(pdf, run)
    refuseScans(pages, run)
    const given = await pdfMetadata(pdf)
    return readStructure(pages, trees, given, run) ?? readLayout(pages, given, run)
  } finally {
    await pdf.destroy()
  }
}

async function readPages(pdf: PdfDocument, run: Run) {
  const fonts = fontBook()
  const pages: PageText[] = []
  const trees: (PageTree | undefined)[] = []
  let failed = 0
  for (let n = 1; n <= pdf.numPages; n++) {
    await run.step(n - 1, pdf.numPages)
    try {
      const page = await pdf.getPage(n)
      pages.push(await readPage(page, fonts, run))
      trees.push(await readTree(page))
      page.cleanup()
    } catch (error) {
      if (error instanceof AppError) throw error
      failed++
      run.warn(`Page ${n} is damaged and was left out.`)
    }
  }
  if (failed === pdf.numPages) throw new AppError('IMPORT_BROKEN')
  await run.step(pdf.numPages, pdf.numPages)
  return { pages, trees }
}

/** Pages of pictures have no text, or a stamp on each; a paper with some of them is read without them. */
function refuseScans(pages: PageText[], run: Run) {
  const letters = pages.map((p) => p.spans.reduce((n, s) => n + s.text.trim().length, 0))
  const empty = letters.filter((n) => n < 20).length
  const total = letters.reduce((a, b) => a + b, 0)
  if (total === 0 || (total < pages.length * 60 && empty * 2 > pages.length && pages.length > 2))
    throw new AppError('IMPORT_SCANNED')
  if (empty > 0 && pages.length > 1)
    run.warn(
      `${empty === 1 ? 'A page holds' : `${empty} pages hold`} no text (a picture, or empty) and added nothing.`,
    )
  if (pages.some((p) => p.turned > 200)) run.warn('Text that is turned sideways was left out.')
}
