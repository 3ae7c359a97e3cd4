'use client'
import { type KeyboardEvent, useRef, useState } from 'react'
import { shownKeys, TOOLS, type Tool } from './tools'

const BUTTON =
  'inline-flex items-center justify-center gap-1.5 h-8 min-w-8 pointer-coarse:h-11 pointer-coarse:min-w-11 px-1.5 rounded-sm text-13 text-ink-3 hover:text-ink hover:bg-sunk aria-pressed:text-accent cursor-pointer'

type Props = {
  /** What it works on, for who hears it. */
  label: string
  onTool: (tool: Tool) => void
  onQuote?: () => void
  preview?: { on: boolean; toggle: () => void }
}

/** One stop of the Tab key; arrows go along it (the toolbar pattern of the ARIA practices). */
export function Toolbar({ label, onTool, onQuote, preview }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const count = TOOLS.length + (onQuote ? 1 : 0) + (preview ? 1 : 0)
  function go(event: KeyboardEvent) {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + count) % count
    setAt(next)
    ref.current?.querySelectorAll('button')[next]?.focus()
  }
  const stop = (i: number) => ({ tabIndex: i === at ? 0 : -1, onFocus: () => setAt(i) })
  // the selection in the text stays where it was
  const stay = { onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault() }
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      onKeyDown={go}
      className="flex items-center gap-0.5 overflow-x-auto rounded-t-md border-b border-rule px-1.5 py-0.5 print:hidden"
    >
      {TOOLS.map((tool, i) => (
        <button
          key={tool.name}
          type="button"
          title={`${tool.name} (${shownKeys(tool)})`}
          aria-label={tool.name}
          className={BUTTON}
          onClick={() => onTool(tool)}
          {...stop(i)}
          {...stay}
        >
          <tool.icon aria-hidden size={15} />
        </button>
      ))}
      <span className="grow" />
      <span className="sticky right-0 flex gap-0.5 bg-surface pl-1">
        {onQuote ? (
          <button type="button" className={BUTTON} onClick={onQuote} {...stop(TOOLS.length)} {...stay}>
            Quote
            <span className="sr-only"> from the seminar</span>
          </button>
        ) : null}
        {preview ? (
          <button
            type="button"
            aria-pressed={preview.on}
            className={BUTTON}
            onClick={preview.toggle}
            {...stop(count - 1)}
            {...stay}
          >
            Preview
          </button>
        ) : null}
      </span>
    </div>
  )
}
