import type mammoth from 'mammoth'
import type { Run } from '../run'
import { parseXml } from '../xml'
import type { Archive } from '../zip'
import { formulasToText } from './omml'

/** What mammoth asks of a zip (its lib/unzip.js takes such an object as `file`). */
type MammothFile = {
  exists: (name: string) => boolean
  read: (name: string, encoding?: string) => Promise<Uint8Array | string>
}

/**
 * Hands mammoth our own bounded zip instead of the bytes, so that no second library inflates the file without
 * bounds, every part passes the same checks for entities and depth, and formulas, which mammoth drops, stay.
 */
export async function openForMammoth(
  zip: Archive,
  run: Run,
): Promise<Parameters<typeof mammoth.convertToHtml>[0]> {
  const file: MammothFile = {
    exists: (name) => zip.has(name),
    read: async (name, encoding) => {
      run.check()
      const bytes = await zip.read(name)
      if (!/\.(?:xml|rels)$/i.test(name))
        return encoding === 'base64' ? Buffer.from(bytes).toString('base64') : bytes
      const text = /\/(?:document\d*|footnotes|endnotes)\.xml$/.test(name)
        ? formulasToText(bytes)
        : checked(bytes)
      return encoding ? text : new TextEncoder().encode(text)
    },
  }
  return { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
}

/** Parses for the checks alone; mammoth reads the text anew. */
function checked(bytes: Uint8Array): string {
  parseXml(bytes)
  return new TextDecoder().decode(bytes)
}
