'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { buttonClass } from './button'

type Toast = { id: number; text: string; tone?: 'bad'; undo?: () => void }

let toasts: Toast[] = []
let nextId = 1
const watchers = new Set<() => void>()
const NONE: Toast[] = []

function set(next: Toast[]) {
  toasts = next
  for (const watch of watchers) watch()
}

const UNDO_MS = 10_000

/** Says something for ten seconds; with `undo`, offers to take it back. */
export function toast(text: string, options: { tone?: 'bad'; undo?: () => void } = {}): void {
  set([...toasts.slice(-2), { id: nextId++, text, ...options }])
}

const dismiss = (id: number) => set(toasts.filter((t) => t.id !== id))

function subscribe(watch: () => void) {
  watchers.add(watch)
  return () => watchers.delete(watch)
}

function Item({ toast: t }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(t.id), UNDO_MS)
    return () => clearTimeout(timer)
  }, [t.id])
  return (
    <div className="flex items-center gap-3 rounded-lg bg-surface border border-rule-strong shadow-float pl-4 pr-2 py-2 max-w-[min(92vw,480px)]">
      <p className={t.tone === 'bad' ? 'text-bad' : undefined}>{t.text}</p>
      {t.undo ? (
        <button
          type="button"
          className={buttonClass('plain')}
          onClick={() => {
            t.undo?.()
            dismiss(t.id)
          }}
        >
          Undo
        </button>
      ) : null}
      <button
        type="button"
        className={buttonClass('quiet')}
        onClick={() => dismiss(t.id)}
        aria-label="Dismiss"
      >
        ×
      </button>
    </div>
  )
}

export function Toasts() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      className="fixed z-50 bottom-[calc(20px+var(--dock,0px))] inset-x-0 grid justify-items-center gap-2 pointer-events-none *:pointer-events-auto print:hidden"
    >
      {shown.map((t) => (
        <Item key={t.id} toast={t} />
      ))}
    </div>
  )
}
