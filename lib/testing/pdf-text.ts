import { getDocumentProxy } from 'unpdf'

/** A PDF read back: its words, and what else it says to whoever has it. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))
  const texts = await Promise.all(pages.map((page) => page.getTextContent()))
  const links = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat()
  const words = texts.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
  return {
    ...{ pdf, pages },
    text: words.join(' ').replace(/\s+/g, ' '),
    urls: links.map((link) => String(link.url)),
    /** Links and metadata. */
    about: JSON.stringify([links, (await pdf.getMetadata()).info]),
  }
}
