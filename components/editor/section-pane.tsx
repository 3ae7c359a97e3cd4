'use client'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { DraftSection } from '@/lib/readings/draft-schema'
import { mergeWithPrevious, removeEmpty, rename } from '@/lib/readings/rules/draft'
import { suggestHeading, wordsOf } from '@/lib/readings/rules/suggest'
import { BlockRow } from './block-row'
import { headingId } from './kinds'
import type { Editor } from './use-editor'

type Props = { editor: Editor; errors: Record<string, string> }

/** The chosen section: its heading, and its blocks. */
export function SectionPane({ editor, errors }: Props) {
  const { s, b: open } = editor.place
  const section = editor.text.sections[s]
  const suggestions = useSuggestions(section)
  if (!section) return null
  const { heading, blocks } = section
  return (
    <section aria-label="Text of the section" className="min-w-0">
      <div className="flex flex-wrap items-end gap-2">
        <div className="grow min-w-[min(100%,18rem)]">
          <Field
            id={headingId(s)}
            label="Heading"
            className="font-serif text-16!"
            value={heading}
            error={errors[`sections.${s}.heading`] ?? errors[`sections.${s}.blocks`]}
            onChange={(event) =>
              editor.operate((list) => rename(list, s, event.target.value), undefined, undefined, `h${s}`)
            }
          />
        </div>
        <Merge editor={editor} s={s} empty={blocks.length === 0} />
      </div>
      {blocks.length === 0 ? (
        <p className="mt-6 text-ink-3">There is no text of its own under this heading.</p>
      ) : (
        <ol key={s} className="mt-4 font-serif text-16 grid gap-1">
          {blocks.map((block, b) => (
            <BlockRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place; it has no other name
              key={b}
              {...{ editor, s, b, block }}
              open={open === b}
              suggestion={suggestions[b]}
            />
          ))}
        </ol>
      )}
      <Turn editor={editor} s={s} />
    </section>
  )
}

function useSuggestions(section: DraftSection | undefined) {
  const blocks = section?.blocks
  return useMemo(() => {
    if (!blocks) return []
    const words = wordsOf(blocks.map((block) => block.text))
    return blocks.map((block) => (block.kind === 'paragraph' ? suggestHeading(block.text, words) : undefined))
  }, [blocks])
}

function Merge({ editor, s, empty }: { editor: Editor; s: number; empty: boolean }) {
  const { operate, text } = editor
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        disabled={s === 0}
        onClick={() => operate((list) => mergeWithPrevious(list, s), { s: s - 1, b: null }, headingId(s - 1))}
      >
        Merge with the section before
      </Button>
      {empty && text.sections.length > 1 ? (
        <Button
          look="danger"
          onClick={() =>
            operate(
              (list) => removeEmpty(list, s),
              { s: Math.max(0, s - 1), b: null },
              headingId(Math.max(0, s - 1)),
            )
          }
        >
          Remove
        </Button>
      ) : null}
    </div>
  )
}

/** To the section before and after, at the foot of a long one. */
function Turn({ editor, s }: { editor: Editor; s: number }) {
  const { sections } = editor.text
  const go = (to: number) => {
    editor.goTo({ s: to, b: null })
    document.getElementById('section')?.scrollIntoView()
  }
  return (
    <div className="mt-8 flex flex-wrap justify-between gap-2 border-t border-rule pt-4">
      {sections[s - 1] ? <Button onClick={() => go(s - 1)}>Section before</Button> : <span />}
      {sections[s + 1] ? <Button onClick={() => go(s + 1)}>Next section</Button> : null}
    </div>
  )
}
