import { mathToTex } from './mathml'
import { lowered, raised } from './scripts'

/** Elements whose content is no text of the document, or could act. */
export const SKIPPED = new Set(
  `script style template noscript iframe object embed svg canvas audio video form input button select textarea
  nav head link meta base map dialog applet frame frameset`.split(/\s+/),
)

export const isElement = (n: Node): n is Element => n.nodeType === 1
export const tagOf = (e: Element) => e.localName.toLowerCase()

export function isHidden(e: Element): boolean {
  if (e.hasAttribute('hidden') || e.getAttribute('aria-hidden') === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(e.getAttribute('style') ?? '')
}

/** Running text of a node: `<br>` is a line end, mathematics is TeX between dollars, raised figures stay raised. */
export function inlineText(node: Node): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (!isElement(node)) return ''
  const tag = tagOf(node)
  const script = tag === 'script' ? mathScript(node) : undefined
  if (script) return script
  if (SKIPPED.has(tag) || isHidden(node) || isBackLink(node)) return ''
  if (tag === 'br') return '\n'
  if (tag === 'img') return mathImage(node)
  if (tag === 'math') return dollars(mathToTex(node), node.getAttribute('display') === 'block')
  const inner = [...node.childNodes].map(inlineText).join('')
  if (tag === 'sup' || isNoteMark(node)) return raised(inner)
  if (tag === 'sub') return lowered(inner)
  return tag === 'td' || tag === 'th' || BLOCKISH.test(tag) ? ` ${inner} ` : inner
}

const isNoteMark = (e: Element) =>
  /doc-noteref/.test(e.getAttribute('role') ?? '') || /\bnoteref\b/.test(e.getAttribute('epub:type') ?? '')

const BLOCKISH = /^(?:p|div|li|dt|dd|h[1-6]|section|figcaption)$/

export const dollars = (tex: string, display: boolean) => (display ? `$$${tex}$$` : tex ? `$${tex}$` : '')

/** MathJax 2 keeps its source in scripts that are data, not code. */
function mathScript(e: Element): string | undefined {
  const type = e.getAttribute('type') ?? ''
  if (!/^math\/tex/.test(type)) return undefined
  return dollars((e.textContent ?? '').trim(), /mode=display/.test(type))
}

/** Wikipedia and others set a formula as a picture whose alternative text is its TeX. */
function mathImage(e: Element) {
  const isMath = /\b(?:tex|math|latex)\b|mwe-math/.test(e.getAttribute('class') ?? '')
  return isMath ? dollars(e.getAttribute('alt') ?? '', false) : ''
}

/** The arrow at the end of a note that leads back to the text. */
function isBackLink(e: Element) {
  if (tagOf(e) !== 'a') return false
  if (
    /doc-backlink/.test(e.getAttribute('role') ?? '') ||
    /back-?ref|footnote-back/.test(e.getAttribute('class') ?? '')
  )
    return true
  return (
    /^#/.test(e.getAttribute('href') ?? '') &&
    /^(?:[\s↑↩⏎^]|\p{VS})+$/u.test(e.textContent ?? '') &&
    !!e.textContent?.trim()
  )
}
