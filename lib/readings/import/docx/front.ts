import { inlineText } from '../html-inline'
import { inline } from '../text'

type Front = { title?: string; authors: string[]; abstract?: string }

/** Takes title, authors and abstract out of mammoth's HTML where Word's styles name them, and mends the rest. */
export function takeFront(body: Element): Front {
  const take = (selector: string) =>
    [...body.querySelectorAll(selector)].map((e) => {
      const text = inline(inlineText(e))
      e.remove()
      return text
    })
  const title = take('p.title').filter(Boolean).join(' ')
  const authors = take('p.author')
    .flatMap((a) => a.split(/\s*(?:,|;|\band\b|&)\s*/))
    .filter(Boolean)
  const abstract = take('p.abstract').filter(Boolean).join('\n\n')
  headBoldParagraphs(body)
  joinCaptions(body)
  return { ...(title ? { title } : {}), authors, ...(abstract ? { abstract } : {}) }
}

/** Without any heading style, a short paragraph that is bold throughout is how the headings were made. */
function headBoldParagraphs(body: Element) {
  if (body.querySelector('h1, h2, h3')) return
  for (const p of body.querySelectorAll('p')) {
    const text = (p.textContent ?? '').trim()
    const [only, ...more] = p.children
    if (!only || more.length || only.localName !== 'strong' || p.closest('td, li')) continue
    if (text !== (only.textContent ?? '').trim() || text.length > 120 || /[.,;]$/.test(text)) continue
    const h = body.ownerDocument.createElement('h2')
    h.textContent = text
    p.replaceWith(h)
  }
}

/** A caption beside a table becomes the table's; beside a picture, or alone, the figure's. */
function joinCaptions(body: Element) {
  for (const p of body.querySelectorAll('p.caption')) {
    const table = [p.nextElementSibling, p.previousElementSibling].find((e) => e?.localName === 'table')
    const isTable = table && !/^fig/i.test((p.textContent ?? '').trim())
    const caption = body.ownerDocument.createElement(isTable ? 'caption' : 'figcaption')
    caption.append(...p.childNodes)
    if (isTable && !table.querySelector('caption')) {
      table.prepend(caption)
      p.remove()
    } else p.replaceWith(figureWith(p, caption))
  }
}

function figureWith(p: Element, caption: Element): Element {
  const figure = p.ownerDocument.createElement('figure')
  const before = p.previousElementSibling
  if (before?.localName === 'p' && before.querySelector('img') && !(before.textContent ?? '').trim())
    figure.append(before)
  figure.append(caption)
  return figure
}
