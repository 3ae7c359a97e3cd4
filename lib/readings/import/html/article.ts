import { Readability } from '@mozilla/readability'
import { parseHtml } from './parse'

/**
 * The part of a page that is the text. Readability finds it among menus and advertisements but may drop much
 * of a page that is all text, so what it keeps must be most of what an honest reading of the body gives.
 */
export function articleOf(markup: string, document: Document): { root: Element; byline?: string } {
  const body = ownText(document)
  const found = readable(markup)
  if (!found || found.length < body.length * 0.6) return { root: body.root }
  return { root: found.root, ...(found.byline ? { byline: found.byline } : {}) }
}

const CHROME =
  'header nav, body > header, body > footer, body > nav, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"]'

/** The body without what says of itself that it is not the text. */
function ownText(document: Document): { root: Element; length: number } {
  const main = document.querySelectorAll('main, [role="main"], article')
  const root = main.length === 1 && main[0] ? main[0] : document.body
  for (const e of root.querySelectorAll(`${CHROME}, script, style, noscript, template`)) e.remove()
  return { root, length: size(root) }
}

const size = (e: Element) => (e.textContent ?? '').replace(/\s+/g, ' ').length

const MOST = 15_000

/** Readability takes quadratic time over an element with very many children; such a page is read whole. */
const isWide = (body: Element) =>
  body.childNodes.length > MOST / 3 ||
  [...body.querySelectorAll('*')].some((e) => e.childNodes.length > MOST / 3)

function readable(markup: string): { root: Element; length: number; byline?: string } | undefined {
  const document = parseHtml(markup)
  if (isWide(document.body)) return undefined
  // Below some length there is nothing to find, and a fragment has no furniture.
  if (size(document.body) < 1500) return undefined
  // It turns every h1 into an h2; the class keeps what it was.
  for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6'))
    h.classList.add(`level-${h.localName.slice(1)}`)
  const result = new Readability(document, {
    keepClasses: true,
    charThreshold: 250,
    maxElemsToParse: MOST,
  }).parse()
  if (!result?.content) return undefined
  const root = parseHtml(result.content).body
  return { root, length: size(root), ...(result.byline ? { byline: result.byline } : {}) }
}
