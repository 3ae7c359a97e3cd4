import { inlineText, isElement, tagOf } from './html-inline'
import { inline } from './text'

/** Footnotes of an HTML document by the id that references link to. */
export type Notes = {
  at: (element: Element) => string | undefined
  /** The notes that the links in `element` point to and that were not given out before. */
  takeReferred: (element: Element) => string[]
  isTaken: (element: Element) => boolean
}

const ID = /^(?:user-content-)?_?(?:fn|ftn|edn|en|foot-?note|end-?note|note|cite_note)[-:_.]?(?!ref)[\w-]*\d/i
const ROLE = /\bdoc-(?:foot|end)note\b/
const TYPE = /\b(?:foot|end|rear)note\b/

export function collectNotes(root: Element): Notes {
  const found = new Map<string, Element>()
  const members = new Set<Element>()
  const taken = new Set<Element>()
  for (const e of root.querySelectorAll('li, aside, div, p, section')) {
    if (!isNote(e) || members.has(e.parentElement ?? e)) continue
    members.add(e)
    if (e.id) found.set(e.id, e)
    for (const a of e.querySelectorAll('a[id], p[id], span[id]')) if (a.id) found.set(a.id, e)
  }
  const text = (e: Element) => noteText(e)
  return {
    at: (e) => (members.has(e) ? text(e) : undefined),
    isTaken: (e) => taken.has(e),
    takeReferred: (e) => {
      if (members.size === 0) return []
      const links = tagOf(e) === 'a' ? [e] : [...e.querySelectorAll('a[href]')]
      return links.flatMap((a) => {
        const target = found.get(fragment(a))
        if (!target || taken.has(target) || target.contains(a)) return []
        taken.add(target)
        return [text(target)]
      })
    },
  }
}

const fragment = (a: Element) => {
  const href = a.getAttribute('href') ?? ''
  const id = href.slice(href.indexOf('#') + 1)
  try {
    return href.includes('#') ? decodeURIComponent(id) : ''
  } catch {
    return id
  }
}

function isNote(e: Element): boolean {
  if (/ref/i.test(e.id) && !/^cite_note/.test(e.id)) return false
  if (ROLE.test(e.getAttribute('role') ?? '') || TYPE.test(e.getAttribute('epub:type') ?? '')) return true
  if (ID.test(e.id)) return /^(?:li|aside|div|p)$/.test(tagOf(e)) && (e.textContent ?? '').length < 5000
  return tagOf(e) === 'li' && !!e.closest('.footnotes, [role="doc-endnotes"], section.footnotes')
}

/** The note with its number in front, as it is printed. */
function noteText(e: Element): string {
  const body = inline(inlineText(e)).replace(/^\[(\d+)\]\s*/, '$1 ')
  return /^[\d¹²³⁴-⁹*†‡§]/.test(body) || tagOf(e) !== 'li' ? body : `${place(e)} ${body}`
}

function place(e: Element): number {
  const items = [...(e.parentElement?.children ?? [])].filter((c) => isElement(c) && tagOf(c) === 'li')
  const start = Number(e.parentElement?.getAttribute('start') ?? 1) || 1
  return start + Math.max(0, items.indexOf(e))
}
