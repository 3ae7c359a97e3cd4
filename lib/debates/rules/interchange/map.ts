import type { SourceKind, ToulminName } from '../../schema'
import type { Relation } from '../tree'

/** A source as files carry it: what it says and where it can be opened, and what it names in its own course. */
export type MapSource = {
  kind: SourceKind
  text: string
  /** Whole address or path; empty where there is nothing to open. */
  url: string
  noteId?: string
  sectionId?: string
  start?: number
  end?: number
  exact?: string
  evidenceId?: string
}

export type MapClaim = {
  number: number
  /** The number of the claim that it speaks to; null: the motion. */
  parent: number | null
  relation: Relation
  text: string
  /** Empty where the file names nobody. */
  author: string
  toulmin: ToulminName | null
  linkGroup: number | null
  sources: MapSource[]
}

/** An argument as files carry it; claims in reading order, every parent before its children. */
export type ArgumentMap = { motion: string; claims: MapClaim[] }
/** What was read, and in sentences what had to be changed to fit. */
export type ReadMap = ArgumentMap & { remarks: string[] }

export const MOST_CLAIMS = 1000
export const LONGEST_CLAIM = 2000
export const MOST_SOURCES = 12

/** Claims in reading order: siblings by number, every parent before its children. Those on nothing are left out. */
export function inReadingOrder<T extends { number: number; parent: number | null }>(
  claims: readonly T[],
): T[] {
  const children = new Map<number | null, T[]>()
  for (const claim of [...claims].sort((a, b) => a.number - b.number))
    children.set(claim.parent, [...(children.get(claim.parent) ?? []), claim])
  const ordered: T[] = []
  const waiting = (children.get(null) ?? []).toReversed()
  for (let claim = waiting.pop(); claim; claim = waiting.pop()) {
    ordered.push(claim)
    waiting.push(...(children.get(claim.number) ?? []).toReversed())
  }
  return ordered
}
