import type { Element } from '@xmldom/xmldom'
import { inline } from '../text'
import { child, childrenNamed, descendants, nameOf } from '../xml'
import { personName } from './front'
import { jatsText } from './text'

/** One entry of the bibliography as a line of text, with its label where the text cites by number. */
export function citation(ref: Element): string {
  const label = child(ref, 'label')?.textContent?.trim() ?? ''
  const cited = descendants(
    ref,
    'mixed-citation',
    'element-citation',
    'citation',
    'nlm-citation',
    'citation-alternatives',
  )
  const found = cited.find((c) => nameOf(c) === 'mixed-citation') ?? cited[0]
  if (!found) return inline(jatsText(ref))
  const own = [...found.childNodes].some((n) => n.nodeType === 3 && /[\p{L}\p{P}]/u.test(n.nodeValue ?? ''))
  const text = inline(own || nameOf(found) === 'mixed-citation' ? jatsText(found) : composed(found))
  const shown = /^\d+$/.test(label) ? `[${label}]` : label
  return shown && !text.startsWith(label) ? `${shown} ${text}` : text
}

/** Element citations hold data without punctuation: authors (year). title. source volume(issue), pages. */
function composed(c: Element): string {
  const value = (...names: string[]) => {
    const e = descendants(c, ...names)[0]
    return e ? inline(jatsText(e)) : ''
  }
  const people = descendants(c, 'name', 'string-name').map(personName)
  const group = [...people, ...descendants(c, 'collab').map((x) => inline(jatsText(x)))].join(', ')
  const etal = descendants(c, 'etal').length ? ' et al.' : ''
  const year = value('year')
  const volume = value('volume') + (value('issue') ? `(${value('issue')})` : '')
  const pages =
    [value('fpage', 'elocation-id'), value('lpage')].filter(Boolean).join('–') || value('page-range')
  const source = [value('source'), volume].filter(Boolean).join(' ') + (pages ? `, ${pages}` : '')
  const doi = childrenNamed(c, 'pub-id')
    .find((p) => p.getAttribute('pub-id-type') === 'doi')
    ?.textContent?.trim()
  const publisher = [value('publisher-loc'), value('publisher-name')].filter(Boolean).join(': ')
  const parts = [
    group + etal + (year ? ` (${year})` : ''),
    value('article-title', 'chapter-title', 'part-title'),
    source,
    publisher,
  ]
  return [...parts.filter(Boolean).map((p) => p.replace(/\.$/, '')), doi ? `doi:${doi}` : '']
    .filter(Boolean)
    .join('. ')
}
