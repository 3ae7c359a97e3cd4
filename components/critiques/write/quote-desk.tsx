'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toasts'
import { QuotePanel } from './quote-panel'

/** From here on the progress stands beside the form (Tailwind's lg). */
const WIDE = '(min-width: 64rem)'

function subscribe(watch: () => void) {
  const query = matchMedia(WIDE)
  query.addEventListener('change', watch)
  return () => query.removeEventListener('change', watch)
}

const useBeside = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => true,
  )

type Props = {
  critiqueId: string
  into: string
  open: boolean
  setOpen: (open: boolean) => void
  /** Where it goes is settled at once; the answer puts it there. */
  onQuote: (markdown: string) => () => void
}

/** The quotations: beside the form where there is room, over it where there is not. */
export function QuoteDesk({ critiqueId, into, open, setOpen, onQuote }: Props) {
  const beside = useBeside()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open || !beside) return
    panel.current?.scrollIntoView({ block: 'nearest' })
    panel.current?.querySelector<HTMLElement>('input[type=search]')?.focus({ preventScroll: true })
  }, [open, beside])
  function quote(markdown: string) {
    const put = onQuote(markdown)
    if (!beside) setOpen(false)
    // a dialog that closes gives the focus back first
    requestAnimationFrame(put)
    toast(`Quoted in ${into}.`)
  }
  const inside = <QuotePanel critiqueId={critiqueId} into={into} onQuote={quote} />
  if (!beside)
    return (
      <Dialog open={open} onClose={() => setOpen(false)} title="Quote from the seminar">
        {inside}
      </Dialog>
    )
  return (
    <div ref={panel} className="border-t border-rule pt-3">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-sans text-13 font-medium tracking-normal">Quote from the seminar</h2>
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close' : 'Open'}
          <span className="sr-only"> the quotations</span>
        </Button>
      </div>
      {open ? <div className="mt-2">{inside}</div> : null}
    </div>
  )
}
