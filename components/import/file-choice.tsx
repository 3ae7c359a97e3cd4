'use client'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { useEarlyFile } from '@/components/ui/file-field'

const ACCEPT = '.pdf,.docx,.epub,.html,.htm,.xhtml,.xml,.md,.markdown,.txt'

type Props = { busy: boolean; onFile: (file: File) => void; formats: string; limits: string }

/** A file by the browser's own dialogue, or dropped: the button does all that dropping does. */
export function FileChoice({ busy, onFile, formats, limits }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  useEarlyFile(input, onFile)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !busy) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside is the way
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'grid gap-3 justify-items-start rounded-lg border border-dashed p-6 transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-rule-strong',
      )}
    >
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        className="sr-only"
        tabIndex={-1}
        aria-label="File to import"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button look="main" busy={busy} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <p className="text-14 text-ink-2">Or drop it here. {formats}</p>
      <p className="text-13 text-ink-3">{limits}</p>
    </div>
  )
}
