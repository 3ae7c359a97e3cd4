import katex from 'katex'

const KEPT = 500
const LONGEST = 2000
const made = new Map<string, string>()

/** Text that is no TeX (what a PDF gives of a formula) is left as it is. */
const isTex = (text: string): boolean => text.length <= LONGEST && /[\\^_{}]/.test(text)

function render(tex: string): string {
  try {
    return katex.renderToString(tex, {
      output: 'mathml',
      displayMode: true,
      throwOnError: true,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 20,
    })
  } catch {
    return ''
  }
}

/** TeX as MathML; an empty string for what is no TeX or cannot be set. Kept: a page is read more often than written. */
export function formulaHtml(tex: string): string {
  if (!isTex(tex)) return ''
  const kept = made.get(tex)
  if (kept !== undefined) return kept
  if (made.size >= KEPT) made.delete(made.keys().next().value ?? '')
  const html = render(tex)
  made.set(tex, html)
  return html
}
