'use client'
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { MAX_LEVEL } from '@/lib/readings/draft-levels'
import { branchEnd, moveSection, setLevel } from '@/lib/readings/rules/draft'
import { outlineId } from './kinds'
import type { Editor } from './use-editor'

type Props = { editor: Editor; errors: Record<string, string> }

/** The sections in their order; the chosen one can be moved and made a page or a heading inside one. */
export function Outline({ editor, errors }: Props) {
  const { sections } = editor.text
  const pages = new Map<number, number>()
  for (const [i, { level }] of sections.entries()) if (i === 0 || level === 1) pages.set(i, pages.size + 1)
  return (
    <ol className="grid">
      {sections.map((section, s) => {
        const here = editor.place.s === s
        const wrong = errors[`sections.${s}.heading`] ?? errors[`sections.${s}.blocks`]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place; it has no other name
          <li key={s} className={cx('border-l-2', here ? 'border-accent' : 'border-transparent')}>
            <button
              type="button"
              id={outlineId(s)}
              aria-current={here ? 'true' : undefined}
              onClick={() => editor.goTo({ s, b: null })}
              style={{ paddingLeft: 10 + (section.level - 1) * 16 }}
              className={cx(
                'grid w-full grid-cols-[1.7em_1fr] items-baseline pr-2 py-1.5 pointer-coarse:py-2.5 text-left cursor-pointer rounded-sm hover:bg-sunk',
                here && 'bg-sunk',
              )}
            >
              <span className="num text-12 text-ink-3">{pages.get(s) ?? ''}</span>
              <span className={cx('min-w-0', section.level > 1 && 'text-13 text-ink-2')}>
                {section.heading.trim() || <em className="text-ink-3">No heading yet</em>}
                {wrong ? <span className="block text-12 text-bad">{wrong}</span> : null}
              </span>
            </button>
            {here ? <SectionTools editor={editor} s={s} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

function Tool(props: { name: string; off: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.name}
      title={props.name}
      disabled={props.off}
      onClick={props.onClick}
      className={buttonClass('quiet', 'size-8 pointer-coarse:size-11 px-0!')}
    >
      {props.children}
    </button>
  )
}

function SectionTools({ editor, s }: { editor: Editor; s: number }) {
  const { sections } = editor.text
  const level = sections[s]?.level ?? 1
  const move = (by: -1 | 1) => {
    const { at } = moveSection(sections, s, by)
    editor.operate((list) => moveSection(list, s, by).sections, { s: at, b: null }, outlineId(at))
  }
  const raise = (to: number) => editor.operate((list) => setLevel(list, s, to), { s, b: null }, outlineId(s))
  return (
    <fieldset className="flex gap-0.5 pl-1 pb-1 border-0">
      <legend className="sr-only">Place of this section</legend>
      <Tool name="Move up" off={s === 0} onClick={() => move(-1)}>
        <ArrowUp size={16} aria-hidden />
      </Tool>
      <Tool name="Move down" off={branchEnd(sections, s) >= sections.length} onClick={() => move(1)}>
        <ArrowDown size={16} aria-hidden />
      </Tool>
      <Tool
        name={level === 2 ? 'Make it a page of its own' : 'One level up'}
        off={level === 1}
        onClick={() => raise(level - 1)}
      >
        <ChevronLeft size={16} aria-hidden />
      </Tool>
      <Tool
        name={level === 1 ? 'Make it a heading inside the page before' : 'One level down'}
        off={level === MAX_LEVEL || s === 0}
        onClick={() => raise(level + 1)}
      >
        <ChevronRight size={16} aria-hidden />
      </Tool>
    </fieldset>
  )
}
