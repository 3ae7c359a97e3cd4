'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './button'
import { cx } from './cx'

/** The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. */
export function Dialog({
  open,
  onClose,
  title,
  wide,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  /** For text that is read in it. */
  wide?: boolean
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) dialog.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      onClose={onClose}
      aria-label={title}
      className={cx(
        'm-auto max-h-[86dvh] overflow-y-auto rounded-lg border border-rule bg-surface p-6 shadow-float backdrop:bg-ink/30',
        wide ? 'w-[min(94vw,820px)]' : 'w-[min(92vw,560px)]',
      )}
    >
      {open ? (
        <>
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 className="text-19">{title}</h2>
            <Button look="quiet" onClick={onClose} aria-label="Close">
              ×
            </Button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  )
}
