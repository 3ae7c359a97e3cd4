'use client'
import { createContext, useContext } from 'react'
import type { RatingName, View, Whose } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto, ExplanationHead } from '@/lib/explanations/schema'
import type { Ratings } from './use-ratings'

export type MatrixContext = {
  view: View
  /** Whose ratings the totals count. */
  whose: Whose
  /** As they are shown: in their order, without what is hidden. */
  rows: EvidenceDto[]
  explanations: ExplanationHead[]
  /** `…/explain/matrix`. */
  base: string
  canRate: boolean
  /** Rows whose facts are shown below them. */
  open: ReadonlySet<string>
  toggle: (row: string) => void
  canEdit: boolean
  ratings: Ratings
  /** Rates a cell, and asks why where others will want to hear it. */
  rate: (row: string, column: string, value: RatingName | null) => void
  /** The cell that a key was last pressed in: its row's one stop for the tabulator. */
  cursor: { row: string; column: string } | null
  setCursor: (cursor: { row: string; column: string }) => void
}

const Context = createContext<MatrixContext | null>(null)
export const MatrixProvider = Context.Provider

export function useMatrix(): MatrixContext {
  const matrix = useContext(Context)
  if (!matrix) throw new Error('used outside the matrix')
  return matrix
}
