/** What a tool of the editor makes of a text and its selection: one replacement, so that one undo takes it back. */
export type Doc = { text: string; start: number; end: number }
export type Edit = { from: number; to: number; insert: string; start: number; end: number }

export const apply = ({ text }: Doc, { from, to, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(to)

/** The selection without the white space at its ends: Markdown's marks must touch the words. */
function trimmed({ text, start, end }: Doc): [start: number, end: number] {
  const words = text.slice(start, end)
  if (!words.trim()) return [start, end]
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)]
}

/** Whether the words between stand in these marks already, and not in longer ones (** is not twice *). */
function marked(text: string, start: number, end: number, mark: string): boolean {
  const sign = mark.charAt(0)
  const before =
    text.slice(start - mark.length, start) === mark && text.charAt(start - mark.length - 1) !== sign
  const after = text.slice(end, end + mark.length) === mark && text.charAt(end + mark.length) !== sign
  return start < end && start >= mark.length && before && after
}

/** Puts marks around the selection, or takes them away; without a selection the caret comes to stand between them. */
export function wrap(doc: Doc, mark: string): Edit {
  const [start, end] = trimmed(doc)
  const words = doc.text.slice(start, end)
  const n = mark.length
  if (marked(doc.text, start, end, mark))
    return { from: start - n, to: end + n, insert: words, start: start - n, end: end - n }
  return { from: start, to: end, insert: mark + words + mark, start: start + n, end: end + n }
}

/** Puts a sign before every line that the selection touches, or takes it away where all have it. */
export function prefix({ text, start, end }: Doc, sign: string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', Math.max(end, from))
  const to = next < 0 ? text.length : next
  const lines = text.slice(from, to).split('\n')
  const all = lines.every((line) => line.startsWith(sign))
  const insert = lines.map((line) => (all ? line.slice(sign.length) : sign + line)).join('\n')
  const by = all ? -sign.length : sign.length
  return {
    ...{ from, to, insert, start: Math.max(from, start + by) },
    end: Math.max(from, end + by * lines.length),
  }
}

/** A footnote's number at the caret and its text at the end, where the caret then is. */
export function footnote({ text, end }: Doc): Edit {
  const used = [...text.matchAll(/\[\^(\d{1,6})\]/g)].map(([, n]) => Number(n))
  const n = Math.max(0, ...used) + 1
  const rest = text.slice(end).trimEnd()
  const gap = /\n\[\^\d+\]:[^\n]*$/.test(`\n${text.trimEnd()}`) ? '\n' : '\n\n'
  const insert = `[^${n}]${rest}${gap}[^${n}]: `
  return { from: end, to: text.length, insert, start: end + insert.length, end: end + insert.length }
}

/** A block of its own, with blank lines around it and the caret after it. */
export function block({ text, start, end }: Doc, markdown: string): Edit {
  const before = text.slice(0, start)
  const gap = !before.trim() ? '' : before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const after = text.slice(end).startsWith('\n\n') ? '' : text.slice(end).startsWith('\n') ? '\n' : '\n\n'
  const insert = gap + markdown + after
  const caret = start + insert.length + (after === '' ? 2 : after === '\n' ? 1 : 0)
  return { from: start, to: end, insert, start: caret, end: caret }
}

/** A formula around the selection; alone on its line, one that stands by itself. */
export function formula(doc: Doc): Edit {
  const { text, start, end } = doc
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n')[0] ?? ''
  if (line.trim() || start !== end) return wrap(doc, '$')
  return { from: start, to: end, insert: '$$\n\n$$', start: start + 3, end: start + 3 }
}
