'use client'
import { memo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { DraftBlock } from '@/lib/readings/draft-schema'
import { setOut, setText, splitBlock, splitHeading } from '@/lib/readings/rules/draft'
import { acceptHeading, type Suggestion } from '@/lib/readings/rules/suggest'
import { BlockEdit } from './block-edit'
import { BlockText } from './block-text'
import { BlockTools } from './block-tools'
import { blockId, headingId, KIND_NAMES } from './kinds'
import type { Editor } from './use-editor'

type Props = {
  editor: Editor
  s: number
  b: number
  block: DraftBlock
  open: boolean
  suggestion: Suggestion | undefined
}

/** One block of the chosen section: its text, and with it open, its tools. */
export function BlockRow({ editor, s, b, block, open, suggestion }: Props) {
  const [editing, setEditing] = useState(false)
  const toggle = () => {
    setEditing(false)
    editor.goTo({ s, b: open ? null : b })
  }
  return (
    <li
      className={cx(
        'grid grid-cols-[2.2em_minmax(0,1fr)] gap-x-2 py-2 pr-2 rounded-md [content-visibility:auto] [contain-intrinsic-size:auto_80px]',
        open && 'bg-surface outline outline-rule-strong',
      )}
    >
      <button
        type="button"
        id={blockId(b)}
        aria-expanded={open}
        aria-label={`${KIND_NAMES[block.kind]} ${b + 1}`}
        onClick={toggle}
        className="self-start h-7 pointer-coarse:h-11 rounded-sm text-12 text-ink-3 num cursor-pointer hover:text-accent hover:bg-sunk"
      >
        {b + 1}
      </button>
      <div className="min-w-0 grid gap-2">
        {open && editing ? (
          <Editing editor={editor} s={s} b={b} block={block} onDone={() => setEditing(false)} />
        ) : (
          // biome-ignore lint/a11y: a click on the words is a shortcut; the number beside them is the button
          <div onClick={toggle} className={cx('cursor-pointer', block.out && 'opacity-55 line-through')}>
            <Words block={block} />
          </div>
        )}
        {block.out ? (
          <p className="flex items-center gap-3 font-sans text-13 text-ink-3">
            Left out: it will not be published.
            <Button onClick={() => editor.operate((list) => setOut(list, s, b, false), { s, b }, blockId(b))}>
              Put back
            </Button>
          </p>
        ) : null}
        {suggestion && !block.out ? <Suggested editor={editor} s={s} b={b} suggestion={suggestion} /> : null}
        {open && !editing && !block.out ? (
          <BlockTools editor={editor} s={s} b={b} block={block} onEdit={() => setEditing(true)} />
        ) : null}
      </div>
    </li>
  )
}

const Words = memo(BlockText)

function Editing({
  editor,
  s,
  b,
  block,
  onDone,
}: Omit<Props, 'open' | 'suggestion'> & { onDone: () => void }) {
  const { operate } = editor
  return (
    <BlockEdit
      block={block}
      onDone={onDone}
      onText={(text) => {
        operate((list) => setText(list, s, b, text), { s, b }, blockId(b))
        onDone()
      }}
      onSplit={(text, at) => {
        operate((list) => splitBlock(setText(list, s, b, text), s, b, at), { s, b }, blockId(b))
        onDone()
      }}
      onHeading={(text, at) => {
        const split = (list: Parameters<typeof setText>[0]) =>
          splitHeading(setText(list, s, b, text), s, b, at)
        operate(split, { s: s + 1, b: null }, headingId(s + 1))
        onDone()
      }}
    />
  )
}

function Suggested({
  editor,
  s,
  b,
  suggestion,
}: Pick<Props, 'editor' | 's' | 'b'> & { suggestion: Suggestion }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-l-2 border-accent pl-3 font-sans text-13 text-ink-2">
      “{suggestion.heading}” looks like a heading that runs into the text.
      <Button
        onClick={() =>
          editor.operate(
            (list) => acceptHeading(list, s, b, suggestion),
            { s: s + 1, b: null },
            headingId(s + 1),
          )
        }
      >
        Start a section there
      </Button>
    </p>
  )
}
