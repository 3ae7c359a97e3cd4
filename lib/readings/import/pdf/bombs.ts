import { createInflate } from 'node:zlib'
import { AppError } from '@/lib/errors'
import { LIMITS } from '../limits'
import type { Run } from '../run'

// Deflate reaches 1032:1, so a smaller stream cannot pass the bound.
const SUSPECT = LIMITS.pdfStreamBytes / 1032

/**
 * PDF.js inflates a page's content whole. Streams large enough to be bombs are run through zlib first, which
 * counts and throws away; pictures are not, for they are never decoded here.
 */
export async function refusePdfBombs(bytes: Uint8Array, run: Run): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = buffer.indexOf('stream')
  while (at >= 0) {
    run.check()
    const end = buffer.indexOf('endstream', at + 6)
    if (end < 0) return
    const dictionary = buffer.subarray(Math.max(0, at - 400), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (end - at > SUSPECT && /\/Fl(?:ateDecode)?\b/.test(own) && !/\/Subtype\s*\/Image/.test(own)) {
      await measure(buffer.subarray(startOfData(buffer, at + 6), end), run)
    }
    at = buffer.indexOf('stream', end + 9)
  }
}

/** The keyword is followed by a line feed, or by a carriage return and one (ISO 32000-1, 7.3.8.1). */
const startOfData = (b: Buffer, at: number) => at + (b[at] === 13 ? 2 : 1)

function measure(data: Buffer, run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const inflate = createInflate()
    let total = 0
    const stop = (error: unknown) => {
      inflate.destroy()
      reject(error)
    }
    inflate.on('data', (chunk: Buffer) => {
      total += chunk.length
      try {
        run.check()
        if (total > LIMITS.pdfStreamBytes) stop(new AppError('IMPORT_HOSTILE'))
      } catch (error) {
        stop(error)
      }
    })
    // Damaged streams are PDF.js's business.
    inflate.on('error', () => resolve())
    inflate.on('end', () => resolve())
    inflate.end(data)
  })
}
