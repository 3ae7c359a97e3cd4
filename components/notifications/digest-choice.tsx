'use client'
import { useState, useTransition } from 'react'
import { Select } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { setDigestAction } from '@/lib/notifications/actions'
import type { NotificationsPage } from '@/lib/notifications/schema'

type Digest = NotificationsPage['digest']

export function DigestChoice({ courseId, digest }: { courseId: string; digest: Digest }) {
  const [chosen, setChosen] = useState(digest)
  const [busy, start] = useTransition()
  const choose = (next: Digest) => {
    const before = chosen
    setChosen(next)
    start(async () => {
      const result = await setDigestAction({ courseId, digest: next })
      if (result.ok) return toast('Saved.')
      setChosen(before)
      toast(result.message, { tone: 'bad' })
    })
  }
  return (
    <Select
      label="Mail me what I have not read"
      hint="At seven in the morning, and only when there is something."
      value={chosen}
      aria-busy={busy}
      onChange={(event) => choose(event.target.value as Digest)}
    >
      <option value="DAILY">Every day</option>
      <option value="WEEKLY">Every Monday</option>
      <option value="OFF">Never</option>
    </Select>
  )
}
