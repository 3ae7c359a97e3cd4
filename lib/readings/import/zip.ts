import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { AppError, isAppError } from '@/lib/errors'
import { LIMITS } from './limits'
import type { Run } from './run'

/** The files of a zip that may be read, by name; nothing is unpacked until it is asked for. */
export type Archive = {
  names: string[]
  has: (name: string) => boolean
  read: (name: string) => Promise<Uint8Array>
}

/**
 * Opens a zip under bounds: how many entries, how far each and all of them inflate, at what ratio. The sizes
 * that the directory claims are checked first; yauzl then checks what really comes out against them, and we
 * count it again. Overlapping entries (Fifield's bomb, 2019) are caught by the total.
 */
export async function openArchive(bytes: Uint8Array, run: Run): Promise<Archive> {
  const zip = await open(bytes)
  const entries = await directory(zip, run)
  const claimed = [...entries.values()].reduce((n, e) => n + e.uncompressedSize, 0)
  if (claimed > LIMITS.zipTotalBytes) throw hostile()
  const spent = { bytes: 0 }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: async (name) => {
      run.check()
      const entry = entries.get(name)
      if (!entry)
        throw new AppError(
          'IMPORT_BROKEN',
          `The file lacks a part that it should have (${name.slice(0, 80)}).`,
        )
      return inflate(zip, entry, spent, run)
    },
  }
}

/** The names alone, for telling what kind of zip this is. */
export async function listArchive(bytes: Uint8Array, run: Run): Promise<string[]> {
  return (await openArchive(bytes, run)).names
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: false }, (error, zip) =>
      error || !zip ? reject(refusal(error)) : resolve(zip),
    )
  })
}

function directory(zip: ZipFile, run: Run): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > LIMITS.zipEntries) return Promise.reject(hostile())
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(refusal(error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      try {
        run.check()
        admit(entry)
        entries.set(entry.fileName, entry)
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.readEntry()
  })
}

function admit(entry: Entry) {
  if (entry.isEncrypted()) throw new AppError('IMPORT_ENCRYPTED')
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > LIMITS.zipEntryBytes) throw hostile()
  const ratio = uncompressedSize / Math.max(1, compressedSize)
  if (uncompressedSize > LIMITS.zipRatioFloor && ratio > LIMITS.zipRatio) throw hostile()
}

function inflate(zip: ZipFile, entry: Entry, spent: { bytes: number }, run: Run): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(refusal(error))
      const chunks: Buffer[] = []
      stream.on('error', (e: Error) => reject(refusal(e)))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('data', (chunk: Buffer) => {
        spent.bytes += chunk.length
        chunks.push(chunk)
        try {
          run.check()
          if (spent.bytes > LIMITS.zipTotalBytes) throw hostile()
        } catch (e) {
          stream.destroy()
          reject(e)
        }
      })
    })
  })
}

const hostile = () => new AppError('IMPORT_HOSTILE')

/** yauzl's complaints about names and sizes are signs of intent; the rest is damage. */
function refusal(error: Error | null | undefined): Error {
  if (isAppError(error)) return error
  const said = error?.message ?? ''
  if (/relative path|absolute path|invalid characters/.test(said)) {
    return new AppError('IMPORT_HOSTILE', 'The file holds names that point outside it and was not opened.')
  }
  if (/too many bytes|size mismatch/.test(said)) return hostile()
  if (/encrypted/.test(said)) return new AppError('IMPORT_ENCRYPTED')
  return new AppError('IMPORT_BROKEN')
}
