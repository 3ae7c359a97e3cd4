'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toasts'
import { beginRevisionAction } from '@/lib/readings/actions'

/** Begins a revision of a reading, or goes on with the one that was begun. */
export function ReviseButton({
  course,
  reading,
}: {
  course: string
  reading: { id: string; title: string }
}) {
  const router = useRouter()
  const [busy, start] = useTransition()
  const begin = () =>
    start(async () => {
      const result = await beginRevisionAction({ readingId: reading.id })
      if (result.ok) router.push(`/courses/${course}/readings/drafts/${result.value.draftId}`)
      else toast(result.message, { tone: 'bad' })
    })
  return (
    <Button busy={busy} onClick={begin} aria-label={`Revise ${reading.title}`}>
      Revise
    </Button>
  )
}
