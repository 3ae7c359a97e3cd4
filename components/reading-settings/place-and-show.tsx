'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toasts'
import { moveReadingAction, showReadingAction } from '@/lib/readings/actions'
import type { ReadingSettings } from '@/lib/readings/settings-schema'
import type { Result } from '@/lib/server/action'

/** Where the reading stands among the others, and whether the class sees it: done at once. */
export function PlaceAndShow({ reading }: { reading: ReadingSettings }) {
  const { id, published, canMove } = reading
  const router = useRouter()
  const [busy, start] = useTransition()
  const run = (call: () => Promise<Result<unknown>>, done: string) =>
    start(async () => {
      const result = await call().catch(() => null)
      toast(result?.ok ? done : (result?.message ?? 'There is no connection. Try again.'), {
        ...(result?.ok ? {} : { tone: 'bad' as const }),
      })
      if (result?.ok) router.refresh()
    })
  return (
    <>
      <Button
        busy={busy}
        disabled={!canMove.up}
        onClick={() => run(() => moveReadingAction({ id, by: -1 }), 'Moved up.')}
      >
        Move up the list
      </Button>
      <Button
        busy={busy}
        disabled={!canMove.down}
        onClick={() => run(() => moveReadingAction({ id, by: 1 }), 'Moved down.')}
      >
        Move down the list
      </Button>
      <Button
        busy={busy}
        onClick={() =>
          run(
            () => showReadingAction({ id, published: !published }),
            published ? 'The class no longer sees it.' : 'The class sees it.',
          )
        }
      >
        {published ? 'Unpublish' : 'Publish'}
      </Button>
    </>
  )
}
