'use client'
import { Button } from '@/components/ui/button'
import type { DraftBlock } from '@/lib/readings/draft-schema'
import {
  giveNext,
  givePrevious,
  joinWithNextBlock,
  moveBlock,
  setKind,
  setOut,
  splitSection,
  toHeading,
} from '@/lib/readings/rules/draft'
import { blockId, headingId, KIND_NAMES } from './kinds'
import type { Editor } from './use-editor'

type Props = { editor: Editor; s: number; b: number; block: DraftBlock; onEdit: () => void }

const KINDS = Object.entries(KIND_NAMES) as [DraftBlock['kind'], string][]

/** What can be done with the chosen block. */
export function BlockTools({ editor, s, b, block, onEdit }: Props) {
  const { operate, text } = editor
  const { sections } = text
  const blocks = sections[s]?.blocks ?? []
  const move = (by: -1 | 1) => {
    const inside = blocks[b + by] !== undefined
    const place = inside
      ? { s, b: b + by }
      : { s: s + by, b: by < 0 ? (sections[s - 1]?.blocks.length ?? 0) : 0 }
    operate((list) => moveBlock(list, s, b, by), place, blockId(place.b))
  }
  const atEdge = (by: -1 | 1) => !blocks[b + by] && !sections[s + by]
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5 border-0 font-sans text-14">
      <legend className="sr-only">This block</legend>
      <Button onClick={onEdit}>Edit the text</Button>
      <label className="sr-only" htmlFor="kind">
        Kind
      </label>
      <select
        id="kind"
        value={block.kind}
        onChange={(event) => operate((list) => setKind(list, s, b, event.target.value as DraftBlock['kind']))}
        className="h-8 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-2"
      >
        {KINDS.map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      <Button
        disabled={b === 0}
        onClick={() => operate((list) => splitSection(list, s, b), { s: s + 1, b: null }, headingId(s + 1))}
      >
        Start a section here
      </Button>
      <Button
        onClick={() => operate((list) => toHeading(list, s, b), { s: s + 1, b: null }, headingId(s + 1))}
      >
        This is a heading
      </Button>
      <Button disabled={atEdge(-1)} onClick={() => move(-1)}>
        Up
      </Button>
      <Button disabled={atEdge(1)} onClick={() => move(1)}>
        Down
      </Button>
      <Button
        disabled={!blocks[b + 1]}
        onClick={() => operate((list) => joinWithNextBlock(list, s, b), { s, b }, blockId(b))}
      >
        Join with the next
      </Button>
      {s > 0 ? (
        <Button onClick={() => operate((list) => givePrevious(list, s, b), { s, b: null }, headingId(s))}>
          Up to here to the section before
        </Button>
      ) : null}
      {sections[s + 1] ? (
        <Button onClick={() => operate((list) => giveNext(list, s, b), { s, b: null }, headingId(s))}>
          From here to the next section
        </Button>
      ) : null}
      <Button look="danger" onClick={() => operate((list) => setOut(list, s, b, true), { s, b }, blockId(b))}>
        Leave out
      </Button>
    </fieldset>
  )
}
