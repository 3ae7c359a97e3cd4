import type { Doc, Edit } from './markup'

export const docOf = (box: HTMLTextAreaElement): Doc => ({
  text: box.value,
  start: box.selectionStart,
  end: box.selectionEnd,
})

/**
 * Makes the edit as if it had been typed, so that the browser's own undo takes it back. `execCommand` is the one way to
 * do that; where a browser has it no more, the text changes all the same.
 */
export function makeEdit(box: HTMLTextAreaElement, edit: Edit): void {
  box.focus()
  box.setSelectionRange(edit.from, edit.to)
  const typed = edit.insert
    ? document.execCommand('insertText', false, edit.insert)
    : edit.from === edit.to || document.execCommand('delete')
  if (!typed) {
    box.setRangeText(edit.insert, edit.from, edit.to, 'end')
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  box.setSelectionRange(edit.start, edit.end)
}
