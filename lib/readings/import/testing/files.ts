import { type ZipPart, zip } from './zip'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const STYLES: [string, string][] = [
  ['Title', 'Title'],
  ['Author', 'Author'],
  ['Abstract', 'Abstract'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Quote', 'Quote'],
  ['Caption', 'caption'],
]

export const para = (text: string, style = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
export const noteMark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

/** A Word file from the inside of its body, with one footnote. */
export function docx(body: string, extra: ZipPart[] = []): Uint8Array {
  const styles = STYLES.map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  const xml = (root: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W} ${M}>${inside}</w:${root}>`
  return zip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', data: xml('document', `<w:body>${body}</w:body>`), deflate: true },
    { name: 'word/styles.xml', data: xml('styles', styles.join('')) },
    {
      name: 'word/footnotes.xml',
      data: xml('footnotes', `<w:footnote w:id="2">${para('See the ledger.')}</w:footnote>`),
    },
    {
      name: 'word/numbering.xml',
      data: xml(
        'numbering',
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      ),
    },
    ...extra,
  ])
}

/** An e-book of the given chapters. */
export function epub(chapters: string[], extra: ZipPart[] = []): Uint8Array {
  const items = chapters.map(
    (_, i) => `<item id="c${i}" href="text/c${i}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  const spine = chapters.map((_, i) => `<itemref idref="c${i}"/>`)
  return zip([
    { name: 'mimetype', data: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      data: '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      data: `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferries</dc:title><dc:creator>Mara Lindqvist</dc:creator></metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    },
    ...chapters.map((body, i) => ({
      name: `OEBPS/text/c${i}.xhtml`,
      data: `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`,
      deflate: true,
    })),
    ...extra,
  ])
}

export const jats = (front: string, body: string, back = '', doctype = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article" dtd-version="1.3"><front><article-meta>${front}</article-meta></front><body>${body}</body><back>${back}</back></article>`

export const bytesOf = (text: string) => new TextEncoder().encode(text)
