'use client'
import { useEffect, useState, useTransition } from 'react'
import { toast } from '@/components/ui/toasts'
import { setPostFirstAction } from '@/lib/readings/actions'
import { useReader } from './context'

/** For the staff: whether students see the others' notes of this section only after they have written one. */
export function PostFirst() {
  const { page } = useReader()
  const [on, setOn] = useState(page.section.postFirst)
  const [busy, start] = useTransition()
  // somebody else of the staff may have set it: the page hears of it and asks for itself anew
  useEffect(() => setOn(page.section.postFirst), [page.section.postFirst])
  const set = (next: boolean) => {
    setOn(next)
    start(async () => {
      const result = await setPostFirstAction({ sectionId: page.section.id, on: next })
      if (result.ok) return
      setOn(!next)
      toast(result.message, { tone: 'bad' })
    })
  }
  return (
    <label className="inline-flex items-center gap-2 text-13 text-ink-2 pointer-coarse:min-h-11 cursor-pointer">
      <input
        type="checkbox"
        className="accent-accent size-4"
        checked={on}
        disabled={busy}
        onChange={(event) => set(event.target.checked)}
      />
      Students post before they see others
    </label>
  )
}
