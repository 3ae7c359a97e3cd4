const SETTING = 'shortcuts'

/** People who speak to their computer, or whose hand slips, can turn single keys off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off'
  } catch {
    return true
  }
}

export function setShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SETTING)
    else localStorage.setItem(SETTING, 'off')
  } catch {
    // storage is forbidden: they stay on
  }
}

const TYPING = 'input, textarea, select, [contenteditable], dialog'

/** The single key that was pressed as a shortcut: not in a field or a dialog, not with Ctrl, Alt or Meta. */
export function keyOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null
  if (event.target instanceof Element && event.target.closest(TYPING)) return null
  return shortcutsOn() ? event.key : null
}
