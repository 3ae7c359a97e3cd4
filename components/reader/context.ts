'use client'
import { createContext, useContext } from 'react'
import type { CourseFrame } from '@/lib/courses/schema'
import type { SectionPage } from '@/lib/readings/schema'
import type { ClaimsHere } from './claims/use-claims-here'
import type { Filter } from './filters'
import type { Span } from './positions'
import type { NotesState } from './use-notes'
import type { Unread } from './use-unread'

/** Words that were selected, and what is to be done with them. */
export type Chosen = Span & { exact: string }

export type ReaderContext = {
  course: CourseFrame
  page: SectionPage
  notes: NotesState
  unread: Unread
  claims: ClaimsHere
  now: number
  activeId: string | null
  /** Makes a thread the active one; `scroll` brings its words into view. */
  activate: (id: string | null, scroll?: boolean) => void
  filter: Filter
  setFilter: (filter: Filter) => void
}

const Context = createContext<ReaderContext | null>(null)
export const ReaderProvider = Context.Provider

export function useReader(): ReaderContext {
  const reader = useContext(Context)
  if (!reader) throw new Error('used outside the reader')
  return reader
}
