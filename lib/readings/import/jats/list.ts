import type { Element } from '@xmldom/xmldom'
import { inline } from '../text'
import { child, childrenNamed, elements, nameOf } from '../xml'
import { jatsText } from './text'

const NESTED = /^(?:list|def-list)$/

export function jatsList(e: Element, indent = ''): string {
  if (nameOf(e) === 'def-list') return definitions(e)
  const ordered = /^(?:order|arabic|roman-|alpha-|upper|lower)/.test(e.getAttribute('list-type') ?? '')
  return childrenNamed(e, 'list-item')
    .flatMap((item, i) => {
      const label = child(item, 'label')?.textContent?.trim()
      const marker = label ? `${label} ` : ordered ? `${i + 1}. ` : '- '
      return [indent + marker + ownText(item), ...nested(item).map((l) => jatsList(l, `${indent}  `))]
    })
    .join('\n')
}

/** Lists hang in the item itself or in one of its paragraphs. */
const nested = (item: Element): Element[] =>
  elements(item).flatMap((c) =>
    NESTED.test(nameOf(c)) ? [c] : nameOf(c) === 'p' ? childrenNamed(c, 'list', 'def-list') : [],
  )

function ownText(item: Element): string {
  const own = elements(item).filter((c) => nameOf(c) !== 'label' && !NESTED.test(nameOf(c)))
  const within = own.flatMap((c) =>
    [...c.childNodes].filter((n) => !elements(c).some((k) => k === n && NESTED.test(nameOf(k)))),
  )
  return inline(within.map(jatsText).join(' '))
}

const definitions = (e: Element) =>
  childrenNamed(e, 'def-item')
    .map((d) => [child(d, 'term'), child(d, 'def')].map((c) => (c ? inline(jatsText(c)) : '')).join(': '))
    .map((line) => `- ${line}`)
    .join('\n')
