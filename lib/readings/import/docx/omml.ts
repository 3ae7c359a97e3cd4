import { type Element, XMLSerializer } from '@xmldom/xmldom'
import { dollars } from '../html-inline'
import { child, childrenNamed, descendants, elements, nameOf, parseXml } from '../xml'

/** Word's formulas (Office Math, ECMA-376 part 1, 22.1) become TeX between dollars in an ordinary run. */
export function formulasToText(bytes: Uint8Array): string {
  const document = parseXml(bytes)
  for (const shown of descendants(document, 'oMathPara')) {
    const tex = childrenNamed(shown, 'oMath').map(formulaToTex).join(' \\\\ ')
    replaceWithRun(shown, dollars(tex, true))
  }
  for (const math of descendants(document, 'oMath')) replaceWithRun(math, dollars(formulaToTex(math), false))
  return new XMLSerializer().serializeToString(document)
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function replaceWithRun(e: Element, text: string) {
  const document = e.ownerDocument
  if (!document || !e.parentNode) return
  const run = document.createElementNS(W, 'w:r')
  const t = document.createElementNS(W, 'w:t')
  t.setAttribute('xml:space', 'preserve')
  t.appendChild(document.createTextNode(text))
  run.appendChild(t)
  e.parentNode.replaceChild(run, e)
}

export const formulaToTex = (e: Element): string => inside(e).replace(/\s+/g, ' ').trim()

const inside = (e: Element | undefined): string => (e ? elements(e).map(convert).join('') : '')
const part = (e: Element, name: string) => inside(child(e, name))
const value = (e: Element, ...path: string[]) => {
  let at: Element | undefined = e
  for (const name of path) at = at && child(at, name)
  return at?.getAttribute('m:val') ?? undefined
}

const RULES: Record<string, (e: Element) => string> = {
  r: (e) =>
    childrenNamed(e, 't')
      .map((t) => t.textContent ?? '')
      .join(''),
  f: (e) => `\\frac{${part(e, 'num')}}{${part(e, 'den')}}`,
  sSup: (e) => `${base(e)}^{${part(e, 'sup')}}`,
  sSub: (e) => `${base(e)}_{${part(e, 'sub')}}`,
  sSubSup: (e) => `${base(e)}_{${part(e, 'sub')}}^{${part(e, 'sup')}}`,
  rad: (e) => (part(e, 'deg') ? `\\sqrt[${part(e, 'deg')}]{${part(e, 'e')}}` : `\\sqrt{${part(e, 'e')}}`),
  d: (e) =>
    (value(e, 'dPr', 'begChr') ?? '(') +
    childrenNamed(e, 'e').map(inside).join(', ') +
    (value(e, 'dPr', 'endChr') ?? ')'),
  nary: (e) =>
    `${value(e, 'naryPr', 'chr') ?? '∫'}${limit('_', part(e, 'sub'))}${limit('^', part(e, 'sup'))} ${part(e, 'e')}`,
  func: (e) => `${part(e, 'fName')} ${part(e, 'e')}`,
  limLow: (e) => `${base(e)}_{${part(e, 'lim')}}`,
  limUpp: (e) => `${base(e)}^{${part(e, 'lim')}}`,
  m: (e) =>
    `\\begin{matrix} ${childrenNamed(e, 'mr')
      .map((r) => childrenNamed(r, 'e').map(inside).join(' & '))
      .join(' \\\\ ')} \\end{matrix}`,
  eqArr: (e) => childrenNamed(e, 'e').map(inside).join(' \\\\ '),
  acc: (e) => `${accent(value(e, 'accPr', 'chr'))}{${part(e, 'e')}}`,
  bar: (e) => `\\overline{${part(e, 'e')}}`,
}

const limit = (mark: string, tex: string) => (tex ? `${mark}{${tex}}` : '')
const ACCENTS: Record<string, string> = {
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\bar',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
  '\u20d7': '\\vec',
}
const accent = (char: string | undefined) => ACCENTS[char ?? ''] ?? '\\hat'

function base(e: Element) {
  const tex = part(e, 'e')
  return tex.length > 1 ? `{${tex}}` : tex
}

/** Properties (…Pr) say how a formula looks; what is unknown is read for what it holds. */
const convert = (e: Element): string => (nameOf(e).endsWith('Pr') ? '' : (RULES[nameOf(e)] ?? inside)(e))
