'use client'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { removeExampleAction } from '@/lib/critiques/reviews/actions'
import { useCommand } from '../use-command'

export function RemoveExample({ id, href }: { id: string; href: string }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const remove = () =>
    run(
      () => removeExampleAction({ id }),
      () => router.push(href),
    )
  return (
    <>
      <Button look="danger" busy={busy} onClick={remove}>
        Remove the example
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </>
  )
}
