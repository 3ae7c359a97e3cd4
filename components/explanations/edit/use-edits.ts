'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '@/components/debates/send'
import { toast } from '@/components/ui/toasts'
import { arrangeMatrixAction } from '@/lib/explanations/actions'
import type { Result } from '@/lib/server/action'

/** Runs what the staff do to the table, one thing at a time, and shows the table as it is then. */
export function useEdits() {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const run = async (call: () => Promise<Result<unknown>>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const answer = await send(call())
    setBusy(false)
    if (!answer.ok) toast(answer.message, { tone: 'bad' })
    router.refresh()
    return answer.ok
  }
  return { busy, run }
}

/** A list as it shows while its new order is being saved. */
export function useOrder<T extends { id: string }>(
  items: T[],
  courseId: string,
  what: 'evidence' | 'explanations',
): { ordered: T[]; move: (from: number, to: number) => void } {
  const { run } = useEdits()
  const [ids, setIds] = useState<string[] | null>(null)
  const byId = new Map(items.map((item) => [item.id, item]))
  const shown = ids?.length === items.length && ids.every((id) => byId.has(id)) ? ids : null
  const ordered = shown?.flatMap((id) => byId.get(id) ?? []) ?? items
  const move = (from: number, to: number) => {
    const next = ordered.map((item) => item.id)
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    setIds(next)
    void run(() => arrangeMatrixAction({ courseId, what, ids: next })).then((saved) => {
      if (!saved) setIds(null)
    })
  }
  return { ordered, move }
}
