'use client'
import { type KeyboardEvent, useContext, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { DeskContext } from './desk'
import { docOf, makeEdit } from './insert'
import { LivePreview } from './live-preview'
import { Toolbar } from './toolbar'
import { type Tool, toolFor } from './tools'

type Props = {
  id: string
  code: string
  text: string
  short: boolean
  described: string
  invalid: boolean
  onText: (text: string) => void
}

/** Markdown in a plain text box, so that input methods, undo and spelling are the browser's own. */
export function ProseBox({ id, code, text, short, described, invalid, onText }: Props) {
  const desk = useContext(DeskContext)
  const box = useRef<HTMLTextAreaElement>(null)
  const [shown, setShown] = useState(false)
  const use = (tool: Tool) => {
    if (box.current) makeEdit(box.current, tool.edit(docOf(box.current)))
  }
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const tool = toolFor(event)
    if (!tool) return
    event.preventDefault()
    use(tool)
  }
  return (
    <div className="rounded-md border border-rule-strong bg-surface has-[[aria-invalid=true]]:border-bad focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent print:border-0">
      <Toolbar
        label={`Tools for ${code}`}
        onTool={use}
        {...(desk ? { onQuote: () => desk.quote(code) } : {})}
        {...(desk ? { preview: { on: shown, toggle: () => setShown(!shown) } } : {})}
      />
      <textarea
        ref={box}
        id={id}
        data-code={code}
        defaultValue={text}
        rows={short ? 2 : 4}
        autoComplete="off"
        spellCheck
        aria-invalid={invalid || undefined}
        aria-describedby={described}
        onFocus={() => desk?.wasIn(code)}
        onKeyDown={press}
        onChange={(event) => onText(event.target.value)}
        className={cx(
          short ? 'min-h-[5.25rem]' : 'min-h-[9rem]',
          'block w-full scroll-mb-24 scroll-mt-24 field-sizing-content bg-transparent px-4 py-3 font-serif text-16 sm:text-19 outline-none print:p-0',
        )}
      />
      {shown && desk ? <LivePreview critiqueId={desk.critiqueId} code={code} text={text} /> : null}
    </div>
  )
}
