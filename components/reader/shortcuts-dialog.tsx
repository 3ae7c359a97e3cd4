'use client'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
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
      <List keys={KEYS} />
      <h3 className="mt-5 font-sans text-13 font-semibold">Choosing words</h3>
      <List keys={WORDS} />
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

function List({ keys }: { keys: [string[], string][] }) {
  return (
    <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5 text-14">
      {keys.map(([names, what]) => (
        <div key={what} className="contents">
          <dt className="flex gap-1">
            {names.map((name) => (
              <kbd
                key={name}
                className="rounded-sm border border-rule-strong bg-sunk px-1.5 font-sans text-12"
              >
                {name}
              </kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
