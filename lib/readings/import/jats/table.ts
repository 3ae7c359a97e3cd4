import type { Element } from '@xmldom/xmldom'
import { formatTable } from '../table'
import { inline } from '../text'
import { child, childrenNamed, descendants } from '../xml'
import { jatsText } from './text'

export function jatsTable(wrap: Element): string {
  const rows = descendants(wrap, 'tr').map((tr) =>
    childrenNamed(tr, 'td', 'th').flatMap((td) => {
      const span = Math.min(60, Number(td.getAttribute('colspan') ?? 1) || 1)
      return [jatsText(td), ...Array<string>(Math.max(0, span - 1)).fill('')]
    }),
  )
  const parts = [child(wrap, 'label'), child(wrap, 'caption')].map((c) => (c ? inline(jatsText(c)) : ''))
  const caption = parts.filter(Boolean).join('. ').replace(/\.\. /g, '. ')
  return formatTable(caption ? { caption, rows } : { rows })
}
