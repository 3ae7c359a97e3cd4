'use client'
import { createContext } from 'react'

/** What the fields of a critique that is being written share; none in a preview of the form. */
export type Desk = {
  critiqueId: string
  /** Opens the quotations for this field. */
  quote: (code: string) => void
  /** The field that was written in last: where a quotation goes. */
  wasIn: (code: string) => void
}

export const DeskContext = createContext<Desk | null>(null)
