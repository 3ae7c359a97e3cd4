type Tables = Map<string, Buffer>

/** One after the other, with where each begins and the last ends (`loca`, long offsets). */
export function withOffsets(records: readonly Buffer[]): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc(4 * (records.length + 1))
  let at = 0
  for (const [i, record] of records.entries()) {
    at += record.length
    loca.writeUInt32BE(at, 4 * (i + 1))
  }
  return { glyf: Buffer.concat(records), loca }
}

/** Widths and left sides of the glyphs, in units. */
export function metrics(widths: readonly number[], lefts: readonly number[]): Buffer {
  const hmtx = Buffer.alloc(4 * widths.length)
  for (const [i, width] of widths.entries()) {
    hmtx.writeUInt16BE(Math.round(width), 4 * i)
    hmtx.writeInt16BE(lefts[i] ?? 0, 4 * i + 2)
  }
  return hmtx
}

export function edited(tables: Tables, tag: string, edit: (bytes: Buffer) => void): Buffer {
  const table = tables.get(tag)
  if (!table) throw new RangeError(`The font lacks the table ${tag}, which every font has.`)
  const copy = Buffer.from(table)
  edit(copy)
  return copy
}

/** The header and the tables in the order of their names (OpenType 1.9, the table directory). */
export function assemble(tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = Buffer.alloc(12 + 16 * sorted.length)
  const exponent = Math.floor(Math.log2(sorted.length))
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(sorted.length, 4)
  head.writeUInt16BE(16 * 2 ** exponent, 6)
  head.writeUInt16BE(exponent, 8)
  head.writeUInt16BE(16 * (sorted.length - 2 ** exponent), 10)
  let offset = head.length
  const bodies = sorted.map(([tag, bytes], i) => {
    const at = 12 + 16 * i
    head.write(tag, at, 4, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const body = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
    offset += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}

/** A `name` table with one name, as family and for PostScript: pdfkit takes two fonts of one name for the same. */
export function nameTable(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16()
  const ids = [1, 4, 6]
  const head = Buffer.alloc(6 + 12 * ids.length)
  head.writeUInt16BE(ids.length, 2)
  head.writeUInt16BE(head.length, 4)
  for (const [i, id] of ids.entries())
    for (const [j, n] of [3, 1, 0x0409, id, text.length, 0].entries())
      head.writeUInt16BE(n, 6 + 12 * i + 2 * j)
  return Buffer.concat([head, text])
}
