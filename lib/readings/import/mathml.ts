/** The little of a DOM node that both linkedom's and xmldom's have. */
export type MathNode = {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<MathNode> | ArrayLike<MathNode>
}

const kids = (n: MathNode) => Array.from(n.childNodes).filter((k) => k.nodeType === 1)
const tag = (n: MathNode) => n.nodeName.toLowerCase().replace(/^.*:/, '')
const text = (n: MathNode) => (n.textContent ?? '').replace(/\s+/g, ' ').trim()

/** The TeX that a formula carries as an annotation, else TeX built from its presentation MathML. */
export function mathToTex(math: MathNode): string {
  return (annotation(math) ?? convert(math)).replace(/\s+/g, ' ').trim()
}

function annotation(n: MathNode): string | undefined {
  for (const k of kids(n)) {
    if (tag(k) === 'annotation' && /tex/i.test(attribute(k, 'encoding'))) return text(k)
    const found = tag(k) === 'semantics' ? annotation(k) : undefined
    if (found) return found
  }
}

const attribute = (n: MathNode, name: string) => {
  const get = 'getAttribute' in n ? n.getAttribute : undefined
  return typeof get === 'function' ? String(get.call(n, name) ?? '') : ''
}

const row = (nodes: MathNode[]) => nodes.map(convert).join(' ')
const group = (n: MathNode | undefined) => `{${n ? convert(n) : ''}}`

type Rule = (k: MathNode[], n: MathNode) => string
const RULES: Record<string, Rule> = {
  mi: (_, n) => text(n),
  mn: (_, n) => text(n),
  mo: (_, n) => text(n).replace(/[\u2061-\u2064]/g, ''),
  mtext: (_, n) => (text(n) ? `\\text{${text(n)}}` : ' '),
  mspace: () => ' ',
  mfrac: ([a, b]) => `\\frac${group(a)}${group(b)}`,
  msqrt: (k) => `\\sqrt{${row(k)}}`,
  mroot: ([a, b]) => `\\sqrt[${b ? convert(b) : ''}]${group(a)}`,
  msup: ([a, b]) => `${base(a)}^${group(b)}`,
  msub: ([a, b]) => `${base(a)}_${group(b)}`,
  msubsup: ([a, b, c]) => `${base(a)}_${group(b)}^${group(c)}`,
  munder: ([a, b]) => `${base(a)}_${group(b)}`,
  mover: ([a, b]) => `${base(a)}^${group(b)}`,
  munderover: ([a, b, c]) => `${base(a)}_${group(b)}^${group(c)}`,
  mfenced: (k, n) =>
    (attribute(n, 'open') || '(') + k.map(convert).join(', ') + (attribute(n, 'close') || ')'),
  mtable: (k) => `\\begin{matrix} ${k.map(convert).join(' \\\\ ')} \\end{matrix}`,
  mtr: (k) => k.map(convert).join(' & '),
  annotation: () => '',
  'annotation-xml': () => '',
}

const base = (n: MathNode | undefined) => {
  const tex = n ? convert(n) : ''
  return tex.length > 1 && !/^\\\w+$/.test(tex) ? `{${tex}}` : tex
}

function convert(n: MathNode): string {
  const rule = RULES[tag(n)]
  const k = kids(n)
  if (rule) return rule(k, n)
  return k.length ? row(k) : text(n)
}
