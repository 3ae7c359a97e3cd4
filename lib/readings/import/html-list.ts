import { inlineText, isElement, isHidden, tagOf } from './html-inline'
import { inline } from './text'

/** A list as lines: "- " or its number in front, two spaces for each level within. */
export function htmlList(e: Element, indent = ''): string {
  if (tagOf(e) === 'dl') return definitions(e)
  const ordered = tagOf(e) === 'ol'
  let number = Number(e.getAttribute('start') ?? 1) || 1
  const out: string[] = []
  for (const item of e.children) {
    if (isHidden(item)) continue
    if (/^(?:ul|ol)$/.test(tagOf(item))) out.push(htmlList(item, `${indent}  `))
    else out.push(...listItem(item, indent, ordered ? `${number++}. ` : '- '))
  }
  return out.filter((l) => l.trim()).join('\n')
}

function listItem(item: Element, indent: string, marker: string): string[] {
  const own: string[] = []
  const below: string[] = []
  for (const node of item.childNodes) {
    if (isElement(node) && /^(?:ul|ol|dl)$/.test(tagOf(node))) below.push(htmlList(node, `${indent}  `))
    else own.push(inlineText(node))
  }
  const text = inline(own.join(''))
  // Converters wrap a nested list in an empty item; it would show as a bare bullet.
  return text ? [indent + marker + text, ...below] : below
}

function definitions(e: Element): string {
  const out: string[] = []
  for (const item of e.querySelectorAll('dt, dd')) {
    const text = inline(inlineText(item))
    if (tagOf(item) === 'dt' || out.length === 0) out.push(`- ${text}`)
    else out[out.length - 1] += `${/[:：]$/.test(out.at(-1) ?? '') ? '' : ':'} ${text}`
  }
  return out.join('\n')
}
