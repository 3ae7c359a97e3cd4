'use client'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import type { DraftBlock } from '@/lib/readings/draft-schema'

type Props = {
  block: DraftBlock
  onText: (text: string) => void
  /** With the text as it stands, and where the cursor is in it. */
  onSplit: (text: string, at: number) => void
  onHeading: (text: string, at: number) => void
  onDone: () => void
}

/** The block's text, and what can be done at the cursor. Escape leaves it as it was. */
export function BlockEdit({ block, onText, onSplit, onHeading, onDone }: Props) {
  const [text, setText] = useState(block.text)
  const area = useRef<HTMLTextAreaElement>(null)
  const cursor = () => area.current?.selectionStart ?? 0
  return (
    <div className="grid gap-2">
      <TextArea
        ref={area}
        label="Text of this block"
        hint={block.kind === 'table' ? 'A row a line, a tab between two cells.' : undefined}
        className="font-serif text-16 max-h-[60dvh]"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="main" onClick={() => onText(text)}>
          Keep the text
        </Button>
        <Button onClick={() => onSplit(text, cursor())}>Split at the cursor</Button>
        <Button onClick={() => onHeading(text, cursor())}>Heading ends at the cursor</Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
