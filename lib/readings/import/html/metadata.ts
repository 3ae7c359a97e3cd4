import { inlineText } from '../html-inline'
import { inline } from '../text'

/** Title, authors and abstract as publishers put them for Google Scholar (Highwire tags), Dublin Core or Open Graph. */
export function htmlMetadata(document: Document): { title?: string; authors: string[]; abstract?: string } {
  const meta = new Map<string, string[]>()
  for (const m of document.querySelectorAll('meta')) {
    const name = (m.getAttribute('name') ?? m.getAttribute('property') ?? '').toLowerCase()
    const content = inline(m.getAttribute('content') ?? '')
    if (name && content) meta.set(name, [...(meta.get(name) ?? []), content])
  }
  const first = (...names: string[]) => names.flatMap((n) => meta.get(n) ?? [])[0]
  const authors = ['citation_author', 'dc.creator', 'dcterms.creator', 'author']
    .map((n) => meta.get(n) ?? [])
    .find((a) => a.length)
  const title = first('citation_title', 'dc.title', 'dcterms.title', 'og:title') ?? pageTitle(document)
  const abstract = first('citation_abstract', 'dcterms.abstract') ?? shownAbstract(document)
  return {
    ...(title ? { title } : {}),
    authors: (authors ?? [])
      .flatMap((a) => a.split(/\s*;\s*/))
      .map(forename)
      .filter((a) => !/^https?:/.test(a)),
    ...(abstract ? { abstract } : {}),
  }
}

/** An abstract that the page marks as one, without its heading; it often stands where readers' views cut. */
function shownAbstract(document: Document): string | undefined {
  const e = document.querySelector('[role="doc-abstract"], section.abstract, div.abstract, #abstract')
  const whole = e ? inline(inlineText(e)).replace(/^abstract\b[\s:.—–-]*/i, '') : ''
  return whole.length > 80 ? whole : undefined
}

/** The page's title without the site's name, when the page's own first heading confirms what is left. */
function pageTitle(document: Document): string | undefined {
  const title = inline(document.querySelector('title')?.textContent ?? '')
  const h1 = inline(document.querySelector('h1')?.textContent ?? '')
  if (!title) return undefined
  return h1 && title.startsWith(h1) ? h1 : title
}

/** "Koga, Kei" is how catalogues write "Kei Koga". */
const forename = (name: string) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1')
