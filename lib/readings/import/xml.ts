import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom'
import { AppError } from '@/lib/errors'
import { declaredEncoding, decodeText } from './decode'
import { LIMITS } from './limits'
import { boundMarkup } from './markup-bounds'

/**
 * XML from strangers. A DOCTYPE that declares anything is refused (entity bombs: "billion laughs", 2002;
 * external entities: CWE-611); one that only names a public DTD, as every JATS file does, is cut out, so
 * that nothing is ever looked up.
 */
export function parseXml(bytes: Uint8Array): Document {
  if (bytes.byteLength > LIMITS.markupBytes) throw new AppError('IMPORT_TOO_LARGE')
  const text = withoutDoctype(decodeText(bytes, declaredEncoding(bytes)))
  boundMarkup(text, 'xml')
  // The XHTML type makes named characters such as &nbsp; known, which the JATS DTD would have declared.
  const type = 'application/xhtml+xml'
  try {
    const parser = new DOMParser({
      xmlns: { '': '' },
      onError: (level, message) => {
        if (level === 'fatalError') throw new Error(message)
      },
    })
    return parser.parseFromString(text, type)
  } catch {
    throw new AppError('IMPORT_BROKEN', 'The file is not well-formed XML: it is damaged or was cut short.')
  }
}

export function withoutDoctype(text: string): string {
  const at = text.search(/<!DOCTYPE/i)
  if (at < 0) return text
  const end = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  if (subset >= 0 && subset < end) {
    throw new AppError('IMPORT_HOSTILE', 'The file declares entities of its own and was not opened.')
  }
  const rest = end < 0 ? '' : text.slice(end + 1)
  // A second DOCTYPE cannot occur in well-formed XML; the parser will say so.
  return text.slice(0, at) + rest
}

export const isElement = (node: Node): node is Element => node.nodeType === 1
export const elements = (parent: Node): Element[] => [...parent.childNodes].filter(isElement)
/** The name without its prefix: publishers differ in prefixes, not in names. */
export const nameOf = (e: Element): string => e.localName ?? e.nodeName
export const child = (parent: Node, ...names: string[]): Element | undefined =>
  elements(parent).find((e) => names.includes(nameOf(e)))
export const childrenNamed = (parent: Node, ...names: string[]): Element[] =>
  elements(parent).filter((e) => names.includes(nameOf(e)))

/** All descendants of that name, in document order. */
export function descendants(parent: Node, ...names: string[]): Element[] {
  return elements(parent).flatMap((e) => [
    ...(names.includes(nameOf(e)) ? [e] : []),
    ...descendants(e, ...names),
  ])
}
