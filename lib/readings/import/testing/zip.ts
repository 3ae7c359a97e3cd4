import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string
  data: string | Uint8Array
  deflate?: boolean
  /** What the directory claims instead of the truth, for hostile files. */
  claims?: { size?: number; flags?: number }
}

/** A minimal zip writer (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), enough for fixtures. */
export function zip(parts: ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const raw = Buffer.from(part.data)
    const data = part.deflate ? deflateRawSync(raw, { level: 9 }) : raw
    const name = Buffer.from(part.name)
    const fields = header(part, raw, data, name)
    const local = Buffer.concat([u32(0x04034b50), fields, u16(name.length), u16(0), name, data])
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        fields,
        u16(name.length),
        Buffer.alloc(12),
        u32(offset),
        name,
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const count = u16(parts.length)
  const end = [u32(0x06054b50), u32(0), count, count, u32(directory.length), u32(offset), u16(0)]
  return new Uint8Array(Buffer.concat([...locals, directory, ...end]))
}

function header(part: ZipPart, raw: Buffer, data: Buffer, _name: Buffer) {
  const flags = (part.claims?.flags ?? 0) | 0x800
  const method = part.deflate ? 8 : 0
  const size = part.claims?.size ?? raw.length
  return Buffer.concat([u16(20), u16(flags), u16(method), u32(0), u32(crc(raw)), u32(data.length), u32(size)])
}

const u16 = (n: number) => {
  const b = Buffer.alloc(2)
  b.writeUInt16LE(n)
  return b
}
const u32 = (n: number) => {
  const b = Buffer.alloc(4)
  b.writeUInt32LE(n >>> 0)
  return b
}
const crc = (b: Buffer) => (typeof crc32 === 'function' ? crc32(b) : 0)
