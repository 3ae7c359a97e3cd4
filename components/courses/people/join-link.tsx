'use client'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { toast } from '@/components/ui/toasts'
import { closeJoinLinkAction, renewJoinTokenAction } from '@/lib/courses/actions'
import { useManage } from './use-manage'

const ON = 'Whoever has the link joins as a student. Send it to your class and to nobody else.'
const OFF = 'Joining by link is off. Nobody can join until you switch it on.'

/** The link by which a class joins. Renewing it makes the old one lead nowhere. */
export function JoinLink({ courseId, url }: { courseId: string; url: string | null }) {
  const { run, busy } = useManage()
  const input = useRef<HTMLInputElement>(null)
  async function copy() {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(url ?? '')
      toast('The link is copied.')
    } catch {
      toast('The link is selected. Copy it with your keyboard.')
    }
  }
  const renew = () =>
    run(
      () => renewJoinTokenAction({ courseId }),
      () => toast(url ? 'There is a new link; the old one leads nowhere now.' : 'Joining by link is on.'),
    )
  const close = () =>
    run(
      () => closeJoinLinkAction({ courseId }),
      () => toast('Joining by link is off.'),
    )
  return (
    <Section title="Join link" sub={url ? ON : OFF}>
      {url ? (
        <div className="grid gap-3">
          <input
            ref={input}
            readOnly
            aria-label="Join link"
            value={url}
            onFocus={(event) => event.target.select()}
            className="h-9 pointer-coarse:h-11 w-full rounded-md border border-rule-strong bg-sunk px-3 text-13 text-ink-2 text-ellipsis"
          />
          <div className="flex flex-wrap gap-2">
            <Button look="main" onClick={copy}>
              Copy the link
            </Button>
            <Button busy={busy} onClick={renew}>
              Make a new link
            </Button>
            <Button look="quiet" busy={busy} onClick={close}>
              Switch off
            </Button>
          </div>
        </div>
      ) : (
        <Button busy={busy} onClick={renew}>
          Switch on
        </Button>
      )}
    </Section>
  )
}
