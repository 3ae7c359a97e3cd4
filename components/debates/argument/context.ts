'use client'
import { createContext, use } from 'react'
import type { Filter } from '@/lib/debates/rules/filters'
import type { Relation } from '@/lib/debates/rules/tree'
import type { ClaimDto, OwnJudgements } from '@/lib/debates/schema'
import type { ClaimStore, Snapshot } from './store'

/** What is open at a claim: a form under its words, or a dialog. */
export type What = Relation | 'EDIT' | 'JUDGE' | 'MOVE' | 'LINK' | 'MERGE' | 'HISTORY' | 'HIDE' | 'REPORT'
export type Open = { id: string; what: What; sources?: boolean } | null
export type View = 'outline' | 'map'

export type Viewer = {
  memberId: string
  staff: boolean
  add: boolean
  judge: boolean
  merge: boolean
  report: boolean
}

export type Ui = {
  view: View
  current: string | null
  open: Open
  folded: ReadonlySet<string>
  focus: string | null
  filter: Filter
}

/** What the parts of the argument do to what is shown; the same functions as long as the page lives. */
export type Steer = {
  change: (part: Partial<Ui>) => void
  /** Makes a claim the current one; `go` takes the keyboard and the eye to it. */
  choose: (id: string, go?: boolean) => void
  toggle: (id: string, folded?: boolean) => void
}

export type ArgumentState = {
  store: ClaimStore
  snapshot: Snapshot
  /** In reading order. */
  placed: ClaimDto[]
  byId: ReadonlyMap<string, ClaimDto>
  own: OwnJudgements
  viewer: Viewer
  motion: string
  timeZone: string
  ui: Ui
  steer: Steer
  /** Sees to it that an event with this number arrives, by the stream or by asking. */
  settle: (seq: number | undefined) => void
  /** Everything anew from the server. */
  reload: () => Promise<void>
}

export const ArgumentContext = createContext<ArgumentState | null>(null)

export function useArgument(): ArgumentState {
  const argument = use(ArgumentContext)
  if (!argument) throw new Error('useArgument is for parts of an Argument')
  return argument
}

/** The policy's `claim.edit` and `claim.delete`, from the few facts that a browser has. */
export const mayChange = ({ memberId, staff, add }: Viewer, claim: { authorId: string }): boolean =>
  add && (staff || claim.authorId === memberId)

/** The words of a claim that the staff have hidden are its author's and theirs. */
export const mayRead = (viewer: Viewer, claim: { authorId: string; hidden: boolean }): boolean =>
  !claim.hidden || viewer.staff || claim.authorId === viewer.memberId
