import type { Element } from '@xmldom/xmldom'
import { inline } from '../text'
import type { Piece } from '../types'
import { child, childrenNamed, descendants, elements, nameOf } from '../xml'
import { jatsList } from './list'
import { jatsTable } from './table'
import { formula, jatsText } from './text'

export type JatsWalk = {
  check: () => void
  /** Footnotes gathered at the end of the file, by id, and those that were put beside their text. */
  notes: Map<string, Element>
  taken: Set<Element>
}

type Rule = (e: Element, level: number, walk: JatsWalk) => Piece[]
const one = (kind: Exclude<Piece['kind'], 'heading'>, text: string): Piece[] =>
  text.trim() ? [{ kind, text }] : []
const none: Rule = () => []

const RULES: Record<string, Rule> = {
  title: none,
  label: none,
  'ref-list': none,
  'sec-meta': none,
  permissions: none,
  'object-id': none,
  history: none,
  p: paragraph,
  sec: section,
  app: section,
  ack: (e, level, walk) => named(e, 'Acknowledgements', level, walk),
  notes: section,
  'fn-group': (e, level, walk) => (child(e, 'title') ? section(e, level, walk) : jatsBlocks(e, level, walk)),
  fn: (e, _, walk) =>
    walk.taken.has(e) ? [] : one('note', [child(e, 'label')?.textContent ?? '', noteText(e)].join(' ')),
  list: (e) => one('list', jatsList(e)),
  'def-list': (e) => one('list', jatsList(e)),
  'disp-quote': (e) =>
    one(
      'quote',
      elements(e)
        .map((c) => inline(jatsText(c)))
        .filter(Boolean)
        .join('\n'),
    ),
  'verse-group': (e) =>
    one(
      'quote',
      elements(e)
        .map((c) => inline(jatsText(c)))
        .filter(Boolean)
        .join('\n'),
    ),
  'disp-formula': (e) =>
    one('equation', [formula(e), child(e, 'label')?.textContent?.trim() ?? ''].filter(Boolean).join(' ')),
  preformat: (e) => one('code', e.textContent ?? ''),
  code: (e) => one('code', e.textContent ?? ''),
  'table-wrap': (e) => [
    ...one('table', jatsTable(e)),
    ...descendants(e, 'fn').flatMap((f) => one('note', inline(noteText(f)))),
  ],
  fig: (e) => one('figure', captionOf(e)),
  'boxed-text': section,
}

/** Children of a JATS container as pieces; `level` is that of the headings found right in it. */
export function jatsBlocks(parent: Element, level: number, walk: JatsWalk): Piece[] {
  walk.check()
  return elements(parent).flatMap((e) => (RULES[nameOf(e)] ?? jatsBlocks)(e, level, walk))
}

function section(e: Element, level: number, walk: JatsWalk): Piece[] {
  const title = headingOf(e)
  return title
    ? [{ kind: 'heading', text: title, level }, ...jatsBlocks(e, level + 1, walk)]
    : jatsBlocks(e, level, walk)
}

function named(e: Element, name: string, level: number, walk: JatsWalk): Piece[] {
  return [{ kind: 'heading', text: headingOf(e) || name, level }, ...jatsBlocks(e, level + 1, walk)]
}

function headingOf(e: Element) {
  const parts = [child(e, 'label'), child(e, 'title')].map((c) => (c ? inline(jatsText(c)) : ''))
  return parts.filter(Boolean).join(' ')
}

const noteText = (e: Element) =>
  elements(e)
    .filter((c) => nameOf(c) !== 'label')
    .map(jatsText)
    .join(' ')

const SET_APART =
  /^(?:list|def-list|disp-quote|disp-formula|preformat|code|table-wrap|fig|fig-group|boxed-text|verse-group|disp-formula-group)$/

/** A paragraph may hold lists, figures and formulas; they part it. Footnotes inside come after it. */
function paragraph(e: Element, level: number, walk: JatsWalk): Piece[] {
  const out: Piece[] = []
  let text = ''
  const flush = () => {
    out.push(...one('paragraph', inline(text)))
    text = ''
  }
  for (const node of e.childNodes) {
    const apart = elements(e).find((c) => c === node && SET_APART.test(nameOf(c)))
    if (apart) {
      flush()
      out.push(...(RULES[nameOf(apart)] ?? jatsBlocks)(apart, level, walk))
    } else text += jatsText(node)
  }
  flush()
  return [
    ...out,
    ...descendants(e, 'fn').flatMap((f) => RULES.fn?.(f, level, walk) ?? []),
    ...referred(e, level, walk),
  ]
}

/** Notes that the paragraph points to come after it, like footnotes on their page. */
const referred = (e: Element, level: number, walk: JatsWalk): Piece[] =>
  descendants(e, 'xref').flatMap((x) => {
    const fn = walk.notes.get(x.getAttribute('rid') ?? '')
    if (!fn || walk.taken.has(fn)) return []
    const pieces = RULES.fn?.(fn, level, walk) ?? []
    walk.taken.add(fn)
    return pieces
  })

function captionOf(e: Element): string {
  const caption = child(e, 'caption')
  const parts = [child(e, 'label'), caption].map((c) => (c ? inline(jatsText(c)) : ''))
  const alt = childrenNamed(e, 'alt-text').map((a) => inline(jatsText(a)))
  return parts.filter(Boolean).join('. ').replace(/\.\. /g, '. ') || alt.join(' ')
}
