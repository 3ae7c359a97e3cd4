import type rehypeSanitize from 'rehype-sanitize'

type Root = Parameters<ReturnType<typeof rehypeSanitize>>[0]
type Child = Root['children'][number]
type Element = Extract<Child, { type: 'element' }>

/** Where a quotation leads, and whether its words are the source's; null where the viewer may not see the source. */
export type Resolved = { href: string; faithful: boolean } | null

export type MarkdownOptions = {
  /** Sets the ids of this text apart from those of others on the page. */
  prefix?: string
  /** The highest rank of a heading in the text: 3 under a section's h2. */
  heading?: number
  /** What an address of a quotation ("quote:…") leads to, with the words that stand over it. */
  resolve?: (address: string, words: string) => Resolved
}

type Node = Root | Child
const isElement = (node: Node | undefined): node is Element => node?.type === 'element'

function* elements(node: Node): Generator<Element> {
  if (isElement(node)) yield node
  if ('children' in node) for (const child of node.children) yield* elements(child)
}

const textOf = (node: Node): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

const CLOBBERED = /^md-(?:user-content-)?/
const LINKED = /^#user-content-/

/** Ids that the sanitiser set apart, apart from other texts' too, and links that lead to them again. */
function nameIds(tree: Root, prefix: string): void {
  const named = (id: string) => `md-${prefix}${id.replace(CLOBBERED, '')}`
  for (const { properties } of elements(tree)) {
    if (typeof properties.id === 'string') properties.id = named(properties.id)
    const { href, ariaDescribedBy } = properties
    if (typeof href === 'string' && LINKED.test(href))
      properties.href = `#md-${prefix}${href.replace(LINKED, '')}`
    if (ariaDescribedBy) properties.ariaDescribedBy = [ariaDescribedBy].flat().map((id) => named(String(id)))
  }
}

/** The ranks that a text uses, however deep it began, as ranks below the page's own, without a gap. */
function rankHeadings(tree: Root, highest: number): void {
  const headings = [...elements(tree)].filter((e) => /^h[1-6]$/.test(e.tagName))
  const used = [...new Set(headings.map((h) => h.tagName))].sort()
  for (const heading of headings) heading.tagName = `h${Math.min(6, highest + used.indexOf(heading.tagName))}`
}

const isSource = (element: Element): boolean =>
  element.tagName === 'a' && String(element.properties.href ?? '').startsWith('quote:')

/** The last paragraph of a block quotation, where it is a dash and a source and nothing else. */
function sourceLine(quote: Element): { line: Element; link: Element } | null {
  const line = quote.children.findLast(isElement)
  if (line?.tagName !== 'p') return null
  const [link, ...more] = line.children.filter(isElement)
  if (!link || more.length > 0 || !isSource(link)) return null
  const besides = line.children.filter((c) => c !== link).map(textOf)
  return /^[\s—–-]*$/.test(besides.join('')) ? { line, link } : null
}

function lead(link: Element, resolved: Resolved): void {
  if (resolved) {
    link.properties = { href: resolved.href }
    return
  }
  link.tagName = 'span'
  link.properties = {}
}

/** A block quotation with its source as a figure whose caption is the source. */
function setQuotation(quote: Element, resolve: NonNullable<MarkdownOptions['resolve']>): void {
  const found = sourceLine(quote)
  if (!found) return
  const { line, link } = found
  const words: Element = {
    ...quote,
    children: quote.children.filter((child) => child !== line),
  }
  const address = String(link.properties.href)
  const resolved = resolve(address, textOf(words))
  lead(link, resolved)
  const caption = resolved && !resolved.faithful ? { className: ['differs'] } : {}
  quote.tagName = 'figure'
  quote.properties = { className: ['quotation'] }
  quote.children = [
    words,
    { type: 'element', tagName: 'figcaption', properties: caption, children: line.children },
  ]
}

/** The last step before it is written: ids, ranks of headings, quotations. It trusts what the sanitiser let through. */
export function finish() {
  return (tree: Root, file: { data: object }): void => {
    const { prefix = '', heading = 3, resolve = () => null } = file.data as MarkdownOptions
    nameIds(tree, prefix)
    rankHeadings(tree, heading)
    const quotes = [...elements(tree)].filter((e) => e.tagName === 'blockquote')
    for (const quote of quotes) setQuotation(quote, resolve)
    for (const link of [...elements(tree)].filter(isSource))
      lead(link, resolve(String(link.properties.href), ''))
  }
}
