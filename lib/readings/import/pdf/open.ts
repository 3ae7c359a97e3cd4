import { getDocumentProxy } from 'unpdf'
import { AppError } from '@/lib/errors'
import { LIMITS } from '../limits'
import type { Run } from '../run'
import { PredefinedCMaps } from './cmaps'

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/**
 * Opens a PDF for its text alone. Pictures are never decoded (`maxImageSize`), scripts and forms not
 * evaluated, nothing fetched. A file locked only against printing opens; one that asks for a password does not.
 */
export async function openPdf(bytes: Uint8Array, run: Run): Promise<PdfDocument> {
  mendOldNode()
  const pdf = await open(bytes)
  run.check()
  if (pdf.numPages > LIMITS.pages) {
    await pdf.destroy()
    throw new AppError(
      'IMPORT_TOO_LARGE',
      `The PDF has ${pdf.numPages} pages; at most ${LIMITS.pages} can be imported. Split it into parts.`,
    )
  }
  return pdf
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // A copy: PDF.js takes the buffer over, and refuses a Buffer of Node.
    return await getDocumentProxy(new Uint8Array(bytes), {
      maxImageSize: 1,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
      CMapReaderFactory: PredefinedCMaps,
    })
  } catch (error) {
    throw refusal(error)
  }
}

function refusal(error: unknown): AppError {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new AppError('IMPORT_ENCRYPTED')
  if (error instanceof Error && /encrypt|unknown crypto|security handler/i.test(error.message))
    return new AppError('IMPORT_ENCRYPTED')
  return new AppError(
    'IMPORT_BROKEN',
    'The PDF is damaged or was cut short. Download or save it anew and try again.',
  )
}

/** PDF.js hands fonts over with a method that Node has from version 21 on (ES2024, 25.1.6.9). */
function mendOldNode() {
  const prototype: { transferToFixedLength?: (length?: number) => ArrayBuffer } & ArrayBuffer =
    ArrayBuffer.prototype
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length?: number) {
    return this.slice(0, length ?? this.byteLength)
  }
}
