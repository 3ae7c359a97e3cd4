'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode } from '@/lib/debates/rules/tree'
import { useArgument } from './context'
import { found } from './dialogs/claim-picker'
import { Mark } from './mark'
import { POINTING } from './words'

const MOST = 12

/** Finds a claim by words, number or author, and goes to it in the outline or on the map. */
export function FindClaim() {
  const { placed, steer } = useArgument()
  const id = useId()
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState(false)
  const all = q.trim() ? found(placed, q) : []
  const hits = all.slice(0, MOST)
  const shown = open && q.trim() !== ''
  const go = (claim: (typeof hits)[number] | undefined) => {
    if (!claim) return
    setOpen(false)
    steer.change({ focus: null, filter: { of: 'ALL', side: null } })
    steer.choose(claim.id, true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'Enter') go(hits[at])
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1
      setOpen(true)
      if (hits.length) setAt((shown ? at + by + hits.length : 0) % hits.length)
    } else return
    event.preventDefault()
  }
  return (
    <div className="relative min-w-0 flex-1 basis-52 max-w-80">
      <input
        type="search"
        role="combobox"
        aria-label="Find a claim"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && hits[at] ? `${id}-${at}` : undefined}
        placeholder="Find a claim"
        value={q}
        onChange={(event) => {
          setQ(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="block w-full h-8 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-3 text-13 pointer-coarse:text-16 placeholder:text-ink-3"
      />
      <p role="status" className="sr-only">
        {shown ? `${all.length} found` : ''}
      </p>
      <div
        hidden={!shown}
        className="absolute z-40 left-0 top-full mt-1 w-[min(90vw,26rem)] max-h-[60dvh] overflow-y-auto rounded-md border border-rule bg-surface shadow-float"
      >
        <div id={`${id}-list`} role="listbox" aria-label="Claims found">
          {hits.map((claim, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field; `aria-activedescendant` says where one is
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
            <div
              key={claim.id}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              // before the field loses the keyboard and the list goes
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(claim)}
              className={cx(
                'flex items-baseline gap-2 px-3 py-2 pointer-coarse:py-3 text-13 cursor-pointer hover:bg-sunk',
                i === at && 'bg-accent-soft',
              )}
            >
              <span className={`num font-semibold whitespace-nowrap ${POINTING[claim.relation].text}`}>
                <Mark relation={claim.relation} className="mr-1" />
                {claimCode(claim.number)}
              </span>
              <span className="min-w-0">{excerptOf(claim.text, 120)}</span>
            </div>
          ))}
        </div>
        {hits.length === 0 ? (
          <p className="px-3 py-2 text-13 text-ink-3">No claim has these words.</p>
        ) : all.length > MOST ? (
          <p className="px-3 py-2 text-13 text-ink-3">
            The first {MOST} of {all.length}. Write more of the words.
          </p>
        ) : null}
      </div>
    </div>
  )
}
