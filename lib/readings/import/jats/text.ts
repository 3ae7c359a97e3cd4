import type { Element, Node } from '@xmldom/xmldom'
import { dollars } from '../html-inline'
import { mathToTex } from '../mathml'
import { lowered, raised } from '../scripts'
import { descendants, isElement, nameOf } from '../xml'

const SILENT =
  /^(?:fn|object-id|label-alternatives|alternatives-hidden|processing-meta|graphic|inline-graphic|media|permissions)$/
const BLOCK = /^(?:p|title|td|th|list-item|def|term|label|sec)$/

/** Running text of a JATS element: formulas as TeX between dollars, notes' marks raised, notes themselves left out. */
export function jatsText(node: Node): string {
  if (node.nodeType === 3 || node.nodeType === 4) return (node.nodeValue ?? '').replace(/\s+/g, ' ')
  if (!isElement(node)) return ''
  const name = nameOf(node)
  if (SILENT.test(name)) return ''
  if (name === 'break') return '\n'
  if (name === 'inline-formula' || name === 'disp-formula') return dollars(formula(node), false)
  if (name === 'math' || name === 'tex-math') return dollars(formula(node), false)
  const inner = [...node.childNodes].map(jatsText).join('')
  if (name === 'sup' || (name === 'xref' && /^(?:fn|table-fn)$/.test(node.getAttribute('ref-type') ?? '')))
    return raised(inner)
  if (name === 'sub') return lowered(inner)
  return BLOCK.test(name) ? ` ${inner} ` : inner
}

/** The TeX of a formula: its own if it has one, stripped of the wrapping document, else from MathML, else its text. */
export function formula(e: Element): string {
  const tex = nameOf(e) === 'tex-math' ? e : descendants(e, 'tex-math')[0]
  if (tex) return unwrapped(tex.textContent ?? '')
  const math = nameOf(e) === 'math' ? e : descendants(e, 'math')[0]
  if (math) return mathToTex(math)
  return [...e.childNodes]
    .filter((n) => !isElement(n) || nameOf(n) !== 'label')
    .map(jatsText)
    .join('')
    .trim()
}

function unwrapped(tex: string): string {
  const inner = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex)?.[1] ?? tex
  return inner
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/^\\[[(]|\\[\])]$/g, '')
    .trim()
}
