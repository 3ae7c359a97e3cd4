import { parseHTML } from 'linkedom'
import { AppError } from '@/lib/errors'
import { LIMITS } from '../limits'
import { boundMarkup } from '../markup-bounds'

/** HTML to an inert tree: linkedom runs no script and loads nothing. */
export function parseHtml(text: string): Document {
  if (text.length > LIMITS.markupBytes) throw new AppError('IMPORT_TOO_LARGE')
  const markup = text.replace(/\0/g, '')
  boundMarkup(markup, 'html')
  if ((markup.match(/&/g)?.length ?? 0) > LIMITS.entities) throw new AppError('IMPORT_TOO_LARGE')
  const whole = /<(?:html|body)\b/i.test(markup)
    ? markup
    : `<!doctype html><html><body>${markup}</body></html>`
  const { document } = parseHTML(whole)
  // The parser makes a text of its own of every "&amp;" and stray "<".
  document.normalize()
  return document
}
