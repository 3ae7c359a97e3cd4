'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { cx } from '@/components/ui/cx'
import { Notice } from '@/components/ui/feedback'
import type { StatementDto } from '@/lib/polls/surveys/schema'
import { OwnVotes } from './own-votes'
import { STANCES } from './stances'
import { useVotes } from './use-votes'

/** One statement at a time: agree, pass or disagree, by thumb, by mouse or by key; taken back and changed at will. */
export function VoteCards({ statements }: { statements: StatementDto[] }) {
  const votes = useVotes(statements)
  const { current, busy, problem, last, done } = votes
  const card = useRef<HTMLElement>(null)
  // Keys work at once; nobody who is somewhere else on the page is taken away from there.
  useEffect(() => {
    const keys = matchMedia('(hover: hover) and (pointer: fine)').matches
    if (keys && document.activeElement === document.body) card.current?.focus({ preventScroll: true })
  }, [])
  const onKey = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return
    const stance = STANCES.find((s) => s.key === event.key.toLowerCase() || s.arrow === event.key)
    if (stance) {
      event.preventDefault()
      void votes.vote(stance.value)
    } else if (event.key === 'u') void votes.undo()
  }
  return (
    <>
      <section
        ref={card}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys a, p, d and u work while it has the focus (WCAG 2.1.4)
        tabIndex={0}
        aria-label="Vote on the statements"
        aria-busy={busy}
        aria-keyshortcuts="A P D U"
        onKeyDown={current ? onKey : undefined}
        className="mt-8 max-w-[680px] rounded-sm outline-offset-8"
      >
        <Progress done={done} of={statements.length} />
        <div aria-live="polite" className="grid min-h-[8.5rem] content-center py-6 sm:min-h-[10rem]">
          {current ? (
            <p data-statement={current.number} className="font-serif text-24 leading-snug text-balance">
              {current.text}
            </p>
          ) : (
            <p className="font-serif text-19 text-ink-2">
              You have voted on every statement. Your votes are below; you can change them until the close.
            </p>
          )}
        </div>
        {current ? (
          <div className="sticky bottom-0 grid grid-cols-3 gap-2 bg-paper py-2 sm:gap-3">
            {STANCES.map(({ value, verb, key, ink }) => (
              <button
                key={verb}
                type="button"
                // Not `disabled`: the button would lose the focus between two cards.
                aria-disabled={busy}
                onClick={() => void votes.vote(value)}
                className={cx(
                  'flex h-14 cursor-pointer flex-col items-center justify-center rounded-lg border border-rule-strong bg-surface text-16 font-medium hover:border-ink-3 pointer-coarse:h-18',
                  ink,
                )}
              >
                {verb}
                <kbd aria-hidden className="font-sans text-12 font-normal text-ink-3 pointer-coarse:hidden">
                  {key}
                </kbd>
              </button>
            ))}
          </div>
        ) : null}
        {problem ? (
          <div className="mt-3">
            <Notice tone="bad">{problem}</Notice>
          </div>
        ) : null}
        {last ? (
          <p className="mt-2 flex items-baseline gap-3 text-13 text-ink-3">
            <span className="min-w-0 truncate">
              {STANCES.find((s) => s.value === votes.of(last))?.past ?? 'Taken back'}: “{last.text}”
            </span>
            <button
              type="button"
              onClick={() => void votes.undo()}
              className="shrink-0 cursor-pointer py-1 font-medium text-accent hover:underline pointer-coarse:py-3"
            >
              Undo
            </button>
          </p>
        ) : null}
      </section>
      <OwnVotes statements={statements} of={votes.of} change={votes.change} busy={busy} open={!current} />
    </>
  )
}

function Progress({ done, of }: { done: number; of: number }) {
  return (
    <div className="flex items-center gap-3 text-13 text-ink-3">
      <span className="num whitespace-nowrap">
        {done} of {of}
      </span>
      <progress
        value={done}
        max={Math.max(1, of)}
        aria-label="Statements that you have voted on"
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunk accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}
