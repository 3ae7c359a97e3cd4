import { AppError, isAppError } from '@/lib/errors'
import { assemble } from './assemble'
import { detect, type Format } from './detect'
import { LIMITS, megabytes } from './limits'
import { tooDeep } from './markup-bounds'
import { type Run, startRun, withinBounds } from './run'
import type { Draft, ImportedReading, ImportFile, ImportOptions } from './types'

export type { Block, ImportedReading, ImportedSection } from './types'

type Reader = (file: ImportFile, run: Run) => Promise<Draft>

// Loaded when needed: PDF.js alone is 1.4 MB of code.
const READERS: Record<Format, () => Promise<Reader>> = {
  pdf: async () => (await import('./pdf')).readPdf,
  docx: async () => (await import('./docx')).readDocx,
  epub: async () => (await import('./epub')).readEpub,
  jats: async () => (await import('./jats')).readJats,
  html: async () => (await import('./html')).readHtml,
  markdown: async () => (await import('./markdown')).readMarkdown,
  plain: async () => (await import('./plain')).readPlain,
}

/**
 * Reads a paper into proposed sections. Nothing in the file is run and nothing that it names is loaded.
 * Rejects with an `AppError` IMPORT_… whose sentence says what to do. `progress` counts pages of a PDF,
 * chapters of an EPUB, and one step for everything else.
 */
export async function importDocument(file: ImportFile, o: ImportOptions = {}): Promise<ImportedReading> {
  try {
    return await withinBounds(o, importWithin(file, startRun(o)))
  } catch (error) {
    throw asRefusal(error)
  }
}

async function importWithin(file: ImportFile, run: Run): Promise<ImportedReading> {
  run.check()
  if (file.bytes.byteLength === 0) throw new AppError('IMPORT_EMPTY', 'The file is empty.')
  if (file.bytes.byteLength > LIMITS.fileBytes) {
    throw new AppError(
      'IMPORT_TOO_LARGE',
      `The file is larger than ${megabytes(LIMITS.fileBytes)}. Split it, or save it with smaller pictures.`,
    )
  }
  const format = await detect(file, run)
  const read = await READERS[format]()
  const reading = assemble(await read(file, run), run)
  if (format !== 'pdf' && format !== 'epub') await run.step(1, 1)
  return reading
}

/** Whatever a parser threw on a stranger's file is damage to us; its own words are for the log (`cause`), not the reader. */
function asRefusal(error: unknown): AppError {
  if (isAppError(error)) return error
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return tooDeep()
  }
  const refusal = new AppError('IMPORT_BROKEN')
  refusal.cause = error
  return refusal
}
