'use client'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'

/** A receipt to look for in the list; it is never sent anywhere. */
export function FindReceipt({ voted, onFind }: { voted: boolean; onFind: (typed: string) => void }) {
  const [typed, setTyped] = useState('')
  const id = useId()
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onFind(typed)
      }}
    >
      <label htmlFor={id} className="grid gap-1.5 text-13 font-medium text-ink-2">
        {voted ? 'Your receipt' : 'A receipt'}
        <input
          id={id}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="7f3a · celadon · 19"
          autoComplete="off"
          spellCheck={false}
          className="h-9 w-56 rounded-md border border-rule-strong bg-surface px-3 font-mono text-13 font-normal text-ink placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-16"
        />
      </label>
      <Button type="submit" className="h-9">
        Find my ballot
      </Button>
    </form>
  )
}
