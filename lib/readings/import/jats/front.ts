import type { Element } from '@xmldom/xmldom'
import { inline } from '../text'
import type { Draft } from '../types'
import { child, childrenNamed, descendants, elements, nameOf } from '../xml'
import { jatsText } from './text'

export function jatsFront(article: Element): Omit<Draft, 'pieces'> {
  const front = child(article, 'front', 'book-part-meta') ?? article
  const meta = descendants(front, 'article-meta')[0] ?? front
  const title = descendants(meta, 'article-title', 'book-title')[0]
  const group = descendants(meta, 'title-group')[0]
  const subtitle = group && child(group, 'subtitle')
  const named = [title, subtitle]
    .flatMap((e) => (e ? [inline(withoutNotes(e))] : []))
    .filter(Boolean)
    .join(': ')
  const abstract = abstractOf(meta)
  return { ...(named ? { title: named } : {}), authors: authorsOf(meta), ...(abstract ? { abstract } : {}) }
}

/** Thanks and addresses hang on the title as marks. */
const withoutNotes = (e: Element) =>
  [...e.childNodes]
    .filter((n) => nameOf(n as Element) !== 'xref')
    .map(jatsText)
    .join('')

function authorsOf(meta: Element): string[] {
  const groups = childrenNamed(meta, 'contrib-group')
  const people = groups
    .flatMap((g) => descendants(g, 'contrib'))
    .filter((c) => {
      const type = c.getAttribute('contrib-type')
      return !type || type === 'author'
    })
  return people.flatMap((c) => {
    const collab = descendants(c, 'collab')[0]
    const name = descendants(c, 'name', 'string-name')[0]
    const text = name ? personName(name) : collab ? jatsText(collab) : ''
    return inline(text) ? [inline(text)] : []
  })
}

/** Given name first, unless the file says that the family name leads, as it does in Korea, China and Japan. */
export function personName(name: Element): string {
  const given = child(name, 'given-names')?.textContent?.trim()
  const family = child(name, 'surname')?.textContent?.trim()
  if (!family && !given) return jatsText(name)
  const parts = name.getAttribute('name-style') === 'eastern' ? [family, given] : [given, family]
  const suffix = child(name, 'suffix')?.textContent?.trim()
  return [...parts, suffix].filter(Boolean).join(' ')
}

/** The abstract proper, not the graphical one, the highlights or a translation. */
function abstractOf(meta: Element): string | undefined {
  const found =
    childrenNamed(meta, 'abstract').find((a) => !a.getAttribute('abstract-type')) ??
    childrenNamed(meta, 'abstract')[0]
  return found ? paragraphsOf(found).join('\n\n') : undefined
}

function paragraphsOf(e: Element): string[] {
  return elements(e).flatMap((c) => {
    if (nameOf(c) === 'sec') {
      const title = child(c, 'title')
      const head = title ? `${inline(jatsText(title)).replace(/[.:]$/, '')}: ` : ''
      return paragraphsOf(c).map((p, i) => (i === 0 ? head + p : p))
    }
    return nameOf(c) === 'title' || nameOf(c) === 'label' ? [] : [inline(jatsText(c))].filter(Boolean)
  })
}
