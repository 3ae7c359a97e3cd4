'use client'
import { useRef, useState } from 'react'
import type { Chosen } from '@/components/reader/context'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/feedback'
import type { FoundParagraph, PassageWords } from '@/lib/debates/schema'
import { Found, LookIn, labelOf } from './look-in'
import { type Text, useText } from './use-text'
import { Words } from './words'

/** A claim holds no longer a passage. */
const LONGEST = 20_000

type Props = { onAdd: (passage: PassageWords, label: string) => void; onClose: () => void }

/** The section that was looked into last: one claim's passages are often near each other. */
let last: string | null = null

function Foot(props: { chosen: Chosen | null; take: () => void; button: React.Ref<HTMLButtonElement> }) {
  const { chosen } = props
  const long = chosen !== null && chosen.exact.length > LONGEST
  return (
    <div className="sticky -bottom-6 -mx-6 -mb-6 mt-auto px-6 py-3 flex items-center gap-4 border-t border-rule bg-surface">
      <p role="status" className="min-w-0 flex-1 text-13 text-ink-2">
        {long ? (
          <span className="text-bad">That is more than a source can hold. Choose fewer words.</span>
        ) : chosen ? (
          <span className="line-clamp-2 font-serif italic">“{chosen.exact}”</span>
        ) : (
          'Select words, or press the number of a paragraph to take all of it.'
        )}
      </p>
      <Button
        ref={props.button}
        look="main"
        disabled={!chosen || long}
        // keeps the selection: a button that takes focus on pointer-down would clear it on some phones
        onPointerDown={(event) => event.preventDefault()}
        onClick={props.take}
      >
        Use these words
      </Button>
    </div>
  )
}

/** Chooses a passage without leaving the claim: a section, its text, and words in it. */
export default function PassagePicker({ onAdd, onClose }: Props) {
  const [asked, setAsked] = useState(last)
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [show, setShow] = useState<FoundParagraph | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const answer = useText(asked, q.trim())
  const kept = useKept(answer)
  const { sections = [] } = kept ?? {}
  // the first one where none is asked for
  const section = asked ?? kept?.section?.id ?? null
  const text = kept?.section?.id === section ? kept?.section : null

  const go = (id: string, to: FoundParagraph | null = null) => {
    last = id || null
    setAsked(id || null)
    setChosen(to && { start: to.start, end: to.start + to.words.length, exact: to.words })
    setShow(to)
    setQ('')
  }
  const take = (words: Chosen | null) => {
    const here = sections.find((s) => s.id === section)
    if (!words || !here || words.exact.length > LONGEST) return
    const { start, end, exact } = words
    document.getSelection()?.removeAllRanges()
    onAdd({ sectionId: here.id, start, end, exact }, labelOf(here))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Choose a passage" wide>
      <div className="flex min-h-[64dvh] flex-col gap-5">
        <LookIn sections={sections} section={section ?? ''} onSection={go} q={q} onWords={setQ} />
        <div role="status" className="text-13 text-ink-3 empty:hidden">
          {answer.state === 'failed' ? 'The text could not be loaded. Choose the section again.' : null}
          {kept && !sections.length ? 'No reading is published yet.' : null}
          {q.trim() && kept && answer.state === 'ready' && !kept.found.length
            ? 'No paragraph has these words.'
            : null}
        </div>
        {q.trim() ? (
          <Found
            found={kept?.found ?? []}
            sections={sections}
            onOpen={(paragraph) => go(paragraph.sectionId, paragraph)}
          />
        ) : text ? (
          <Words
            key={text.id}
            html={text.html}
            chosen={chosen}
            show={show?.start ?? null}
            onChoose={(words, how) => {
              setChosen(words)
              if (how === 'done') take(words)
              else if (how === 'paragraph') requestAnimationFrame(() => button.current?.focus())
            }}
          />
        ) : answer.state === 'loading' || (section && answer.state === 'ready') ? (
          <Skeleton className="h-64 w-full" />
        ) : null}
        <Foot chosen={chosen} take={() => take(chosen)} button={button} />
      </div>
    </Dialog>
  )
}

/** The last text that came stays while the next is on its way. */
function useKept(answer: Text) {
  const kept = useRef(answer.state === 'ready' ? answer.text : null)
  if (answer.state === 'ready') kept.current = answer.text
  return kept.current
}
