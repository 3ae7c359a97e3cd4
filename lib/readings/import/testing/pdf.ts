import { deflateSync } from 'node:zlib'

export type Face = 'roman' | 'bold' | 'italic' | 'mono'
/** Text in the bytes of an encoding that the reader of the file has to know ("KSCms-UHC-H" of Korea1), as hex. */
export type Coded = { cmap: string; ordering: string; hex: string }
export type Text = {
  x: number
  y: number
  text: string
  size?: number
  face?: Face
  tag?: number
  coded?: Coded
}
export type Element = {
  role: string
  mark?: { page: number; id: number }
  alt?: string
  children?: Element[]
}
/** `padding` is a number of blanks after the text, for files that inflate to much. */
export type Page = { texts: Text[]; width?: number; height?: number; padding?: number }
export type Pdf = {
  pages: Page[]
  title?: string
  author?: string
  tree?: Element[]
  locked?: boolean
  deflate?: boolean
}

const FACES: Record<Face, string> = {
  roman: 'Times-Roman',
  bold: 'Times-Bold',
  italic: 'Times-Italic',
  mono: 'Courier',
}

/**
 * A small PDF writer for fixtures: text at points measured from the top left, in four of the standard fonts;
 * text beyond Latin-1 in a font without outlines whose ToUnicode map is the identity; and a structure tree.
 */
export function pdf(doc: Pdf): Uint8Array {
  const out = new Objects()
  const catalog = out.reserve()
  const pages = out.reserve()
  const coded = doc.pages.flatMap((p) => p.texts.flatMap((t) => t.coded ?? []))
  const fonts = [fontResources(out), ...codedFonts(out, coded)].join(' ')
  const kids = doc.pages.map((page, i) => {
    const data = content(page) + ' '.repeat(page.padding ?? 0)
    const stream = out.add(streamOf(data, doc.deflate === true))
    const box = `[0 0 ${page.width ?? 595} ${page.height ?? 842}]`
    const parents = doc.tree ? ` /StructParents ${i}` : ''
    return out.add(
      `<< /Type /Page /Parent ${pages} 0 R /MediaBox ${box} /Contents ${stream} 0 R /Resources << /Font << ${fonts} >> >>${parents} >>`,
    )
  })
  out.set(pages, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] >>`)
  const tree = doc.tree
    ? ` /MarkInfo << /Marked true >> /StructTreeRoot ${structure(out, doc.tree, kids)} 0 R`
    : ''
  out.set(catalog, `<< /Type /Catalog /Pages ${pages} 0 R${tree} >>`)
  const info = out.add(`<< /Title ${hex(doc.title ?? '')} /Author ${hex(doc.author ?? '')} >>`)
  return out.file(catalog, info, doc.locked === true)
}

class Objects {
  private bodies: string[] = []
  reserve(): number {
    return this.bodies.push('')
  }
  add(body: string): number {
    return this.bodies.push(body)
  }
  set(id: number, body: string) {
    this.bodies[id - 1] = body
  }
  file(root: number, info: number, locked: boolean): Uint8Array {
    let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
    const offsets = this.bodies.map((body, i) => {
      const at = text.length
      text += `${i + 1} 0 obj\n${body}\nendobj\n`
      return at
    })
    const at = text.length
    const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')
    const key = '00'.repeat(32)
    const lock = locked
      ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]`
      : ''
    text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`
    text += `trailer\n<< /Size ${offsets.length + 1} /Root ${root} 0 R /Info ${info} 0 R${lock} >>\nstartxref\n${at}\n%%EOF\n`
    return Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff)
  }
}

function fontResources(out: Objects): string {
  const plain = Object.entries(FACES).map(([face, name]) => {
    const id = out.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
    return `/${face} ${id} 0 R`
  })
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap end end`
  const unicode = out.add(`<< /Length ${map.length} >>\nstream\n${map}\nendstream`)
  const system = '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'
  const descriptor = out.add(
    '<< /Type /FontDescriptor /FontName /Wide /Flags 4 /Ascent 880 /Descent -120 /ItalicAngle 0 /CapHeight 700 /StemV 80 /FontBBox [0 -120 1000 880] >>',
  )
  const cid = out.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Wide /CIDSystemInfo ${system} /DW 1000 /FontDescriptor ${descriptor} 0 R >>`,
  )
  const wide = out.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Wide /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${unicode} 0 R >>`,
  )
  return [...plain, `/wide ${wide} 0 R`].join(' ')
}

/** Neither outlines nor a map to Unicode: as Asian PDFs were before 2000. */
function codedFonts(out: Objects, coded: Coded[]): string[] {
  return [...new Map(coded.map((c) => [c.cmap, c.ordering]))].map(([cmap, ordering]) => {
    const system = `<< /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >>`
    const descriptor = out.add(
      '<< /Type /FontDescriptor /FontName /Old /Flags 4 /Ascent 880 /Descent -120 /ItalicAngle 0 /CapHeight 700 /StemV 80 /FontBBox [0 -120 1000 880] >>',
    )
    const cid = out.add(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Old /CIDSystemInfo ${system} /DW 1000 /W [1 95 500] /FontDescriptor ${descriptor} 0 R >>`,
    )
    const font = out.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Old-${cmap} /Encoding /${cmap} /DescendantFonts [${cid} 0 R] >>`,
    )
    return `/${cmap} ${font} 0 R`
  })
}

function content(page: Page): string {
  const height = page.height ?? 842
  return page.texts
    .map((t) => {
      const wide = [...t.text].some((c) => c.charCodeAt(0) > 0xff && !(c in WIN))
      const shown = t.coded ? `<${t.coded.hex}>` : wide ? hexUnits(t.text) : hexBytes(t.text)
      const font = t.coded?.cmap ?? (wide ? 'wide' : (t.face ?? 'roman'))
      const draw = `BT /${font} ${t.size ?? 10} Tf 1 0 0 1 ${t.x} ${height - t.y} Tm ${shown} Tj ET`
      return t.tag === undefined ? draw : `/P << /MCID ${t.tag} >> BDC ${draw} EMC`
    })
    .join('\n')
}

function streamOf(data: string, deflate: boolean): string {
  if (!deflate) return `<< /Length ${data.length} >>\nstream\n${data}\nendstream`
  const packed = deflateSync(Buffer.from(data, 'latin1'), { level: 9 }).toString('latin1')
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`
}

function structure(out: Objects, tree: Element[], pages: number[]): number {
  const root = out.reserve()
  const owners: number[][] = pages.map(() => [])
  const build = (e: Element, parent: number): number => {
    const id = out.reserve()
    const kids = (e.children ?? []).map((c) => `${build(c, id)} 0 R`)
    const mark = e.mark ? `${e.mark.id}` : ''
    const page = e.mark ? ` /Pg ${pages[e.mark.page]} 0 R` : ''
    const owner = e.mark ? owners[e.mark.page] : undefined
    if (owner && e.mark) owner[e.mark.id] = id
    const alt = e.alt ? ` /Alt ${hex(e.alt)}` : ''
    out.set(
      id,
      `<< /Type /StructElem /S /${e.role} /P ${parent} 0 R${page}${alt} /K [${[mark, ...kids].join(' ')}] >>`,
    )
    return id
  }
  const kids = tree.map((e) => `${build(e, root)} 0 R`)
  const nums = owners.map((ids, i) => `${i} [${ids.map((id) => `${id} 0 R`).join(' ')}]`).join(' ')
  const parents = out.add(`<< /Nums [${nums}] >>`)
  out.set(root, `<< /Type /StructTreeRoot /K [${kids.join(' ')}] /ParentTree ${parents} 0 R >>`)
  return root
}

const units = (text: string) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
const hexUnits = (text: string) =>
  `<${units(text)
    .map((c) => c.toString(16).padStart(4, '0'))
    .join('')}>`
const hex = (text: string) => `<feff${hexUnits(text).slice(1)}`
const WIN: Record<string, number> = { '–': 0x96, '—': 0x97, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94 }
const hexBytes = (text: string) =>
  `<${[...text].map((c) => (WIN[c] ?? c.charCodeAt(0)).toString(16).padStart(2, '0')).join('')}>`
