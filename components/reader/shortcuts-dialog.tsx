'use client'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { KeyList } from '@/components/ui/key-list'
import { setShortcuts, shortcutsOn } from './shortcut-keys'

const KEYS: [keys: string[], what: string][] = [
  [['j'], 'Next note'],
  [['k'], 'Previous note'],
  [['n'], 'New note on the paragraph'],
  [['r'], 'Reply to the note'],
  [['/'], 'Search'],
  [['?'], 'These keys'],
]
const WORDS: [keys: string[], what: string][] = [
  [['Tab'], 'To the number of a paragraph'],
  [['Shift', '→'], 'Choose one word more'],
  [['Shift', '←'], 'One word less'],
  [['Shift', '↓'], 'To the end of the next sentence'],
  [['→', '←'], 'Begin a word later or earlier'],
  [['Enter'], 'What to do with the words'],
  [['Esc'], 'Leave'],
]

/** The keys of the reading room, and the switch that turns the single ones off. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(shortcutsOn)
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts">
      <KeyList keys={KEYS} />
      <h3 className="mt-5 font-sans text-13 font-semibold">Choosing words</h3>
      <KeyList keys={WORDS} />
      <label className="mt-5 flex items-center gap-2 text-13 text-ink-2">
        <input
          type="checkbox"
          className="accent-accent size-4"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked)
            setShortcuts(event.target.checked)
          }}
        />
        Single keys work as shortcuts
      </label>
    </Dialog>
  )
}
