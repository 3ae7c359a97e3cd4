'use client'
import { type ReactNode, useRef } from 'react'
import { cx } from '@/components/ui/cx'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { AddClaim } from './add-claim'
import { mayChange, mayRead, useArgument, type What } from './argument/context'
import { Judge } from './argument/judge'
import { useActs } from './argument/use-acts'
import { EditClaim } from './claim-edit'

const TOOL =
  'h-7 pointer-coarse:h-11 -mx-1 px-1 rounded-sm text-13 text-ink-2 hover:text-ink hover:underline underline-offset-2 cursor-pointer aria-expanded:text-ink aria-expanded:underline'

function Tool(props: {
  code: string
  look?: string
  expanded?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-expanded={props.expanded}
      onClick={props.onClick}
      className={cx(TOOL, props.look)}
    >
      {props.children}
      <span className="sr-only"> {props.code}</span>
    </button>
  )
}

type Tools = { what: What; label: string; look?: string; there: boolean }[]

function useTools(claim: ClaimDto): { forms: Tools; dialogs: Tools; deletes: boolean } {
  const { viewer } = useArgument()
  const { judge, memberId, staff } = viewer
  const changes = mayChange(viewer, claim)
  const shown = !claim.hidden
  const add = shown && viewer.add
  return {
    forms: [
      { what: 'SUPPORTS', label: 'Add for', look: 'hover:text-for aria-expanded:text-for', there: add },
      {
        what: 'OPPOSES',
        label: 'Add against',
        look: 'hover:text-against aria-expanded:text-against',
        there: add,
      },
      {
        what: 'UNDERCUTS',
        label: 'Undercut',
        look: 'hover:text-against aria-expanded:text-against',
        there: add,
      },
      { what: 'JUDGE', label: judge ? 'Judge' : 'Judgements', there: shown },
      { what: 'EDIT', label: 'Edit', there: shown && changes },
    ],
    dialogs: [
      { what: 'MOVE', label: 'Move', there: changes },
      { what: 'LINK', label: 'Link', there: shown && changes },
      { what: 'MERGE', label: 'Merge', there: shown && viewer.merge },
      { what: 'HISTORY', label: 'History', there: mayRead(viewer, claim) },
      { what: 'HIDE', label: 'Hide', there: shown && staff },
      { what: 'REPORT', label: 'Report', there: shown && viewer.report && claim.authorId !== memberId },
    ],
    deletes: changes,
  }
}

/** What one can do with a claim. */
export function ClaimTools({ claim }: { claim: ClaimDto }) {
  const { ui, steer } = useArgument()
  const { forms, dialogs, deletes } = useTools(claim)
  const { remove } = useActs()
  const { id } = claim
  const code = claimCode(claim.number)
  const open = (what: What) => (ui.open?.id === id && ui.open.what === what ? null : { id, what })
  return (
    <div className="mt-1 flex flex-wrap gap-x-5 print:hidden">
      {forms.map(({ what, label, look, there }) =>
        there ? (
          <Tool
            key={what}
            code={code}
            look={look}
            expanded={ui.open?.id === id && ui.open.what === what}
            onClick={() => steer.change({ open: open(what) })}
          >
            {label}
          </Tool>
        ) : null,
      )}
      {dialogs.map(({ what, label, there }) =>
        there ? (
          <Tool key={what} code={code} onClick={() => steer.change({ open: { id, what } })}>
            {label}
          </Tool>
        ) : null,
      )}
      <Tool code={code} onClick={() => steer.change({ focus: ui.focus === id ? null : id })}>
        {ui.focus === id ? 'Whole argument' : 'Only this branch'}
      </Tool>
      {deletes ? (
        <Tool code={code} look="hover:text-bad" onClick={() => void remove(claim)}>
          Delete
        </Tool>
      ) : null}
    </div>
  )
}

/** The form that is open at a claim. */
export function ClaimForms({ claim }: { claim: ClaimDto }) {
  const { ui, steer } = useArgument()
  const opener = useRef(typeof document === 'undefined' ? null : document.activeElement)
  const { open } = ui
  if (open?.id !== claim.id) return null
  const done = () => {
    steer.change({ open: null })
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
    else steer.choose(claim.id, true)
  }
  const { id, number } = claim
  switch (open.what) {
    case 'EDIT':
      return <EditClaim claim={claim} atSources={open.sources} onDone={done} />
    case 'JUDGE':
      return <Judge claim={claim} />
    case 'SUPPORTS':
    case 'OPPOSES':
    case 'UNDERCUTS':
      return (
        <AddClaim
          key={open.what}
          name={`${id}-${open.what}`}
          parent={{ id, code: claimCode(number) }}
          relation={open.what}
          onDone={done}
        />
      )
    default:
      return null
  }
}
