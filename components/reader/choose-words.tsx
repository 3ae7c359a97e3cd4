'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Chosen } from './context'
import { selectedSpan } from './positions'

const article = (): Element | null => document.querySelector('article.reading')

/** What was last selected in the text, even when a button has taken the selection since. */
function useLastSelected(): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => {
    const look = () => {
      const text = article()
      const span = text && selectedSpan(text, document.getSelection())
      if (span) setChosen(span)
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return chosen
}

/** Waits until words of the text are selected, and puts the note on them. */
export function ChooseWords({
  busy,
  onChoose,
  onCancel,
}: {
  busy: boolean
  onChoose: (chosen: Chosen) => void
  onCancel: () => void
}) {
  const chosen = useLastSelected()
  return (
    <div className="grid gap-2">
      <p className="text-13" role="status">
        {chosen ? (
          <>
            Selected: <q className="font-serif italic line-clamp-2">{chosen.exact}</q>
          </>
        ) : (
          'Select the words in the text that the note is about.'
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          look="main"
          busy={busy}
          disabled={!chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => chosen && onChoose(chosen)}
        >
          Use these words
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
