'use client'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { toast } from '@/components/ui/toasts'
import { archiveTemplateAction } from '@/lib/critiques/actions'
import { useCommand } from '../use-command'

/** Takes a template out of the choice, or brings it back. */
export function ArchiveButton({ id, title, archived }: { id: string; title: string; archived: boolean }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const set = (next: boolean) =>
    run(
      () => archiveTemplateAction({ id, archived: next }),
      () => {
        if (next) toast('Archived: nobody can begin with it.', { undo: () => void set(false) })
        router.refresh()
      },
    )
  return (
    <>
      <Button
        busy={busy}
        onClick={() => set(!archived)}
        aria-label={`${archived ? 'Bring back' : 'Archive'} ${title}`}
      >
        {archived ? 'Bring back' : 'Archive'}
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </>
  )
}
