import { SectionBlock } from '../schema'
import { sectionText } from './blocks'

/** A section as it stands published. */
export type Standing = {
  id: string
  version: number
  position: number
  heading: string
  text: string
  blocks: SectionBlock[]
}
/** A section as the draft has it; `version` is the published one that it was made from. */
export type Revised = { sectionId?: string; version?: number; heading: string; blocks: SectionBlock[] }

export type Written = {
  position: number
  heading: string
  text: string
  blocks: SectionBlock[]
  version: number
}
export type Kept = Written & { id: string; textChanged: boolean; touched: boolean }
export type RevisionPlan = {
  kept: Kept[]
  added: Written[]
  retired: Standing[]
  /** The draft rests on sections that are no longer as it took them. */
  stale: boolean
}

/** Blocks come back from the database with their keys in another order. */
const same = (a: readonly SectionBlock[], b: readonly SectionBlock[]): boolean =>
  JSON.stringify(a.map((x) => SectionBlock.parse(x))) === JSON.stringify(b.map((x) => SectionBlock.parse(x)))

function keep(old: Standing, now: Revised, position: number): Kept {
  const text = sectionText(now.blocks)
  const textChanged = text !== old.text
  const touched =
    textChanged || position !== old.position || now.heading !== old.heading || !same(old.blocks, now.blocks)
  const { heading, blocks } = now
  const version = old.version + (textChanged ? 1 : 0)
  return { id: old.id, position, heading, text, blocks, version, textChanged, touched }
}

/**
 * What a draft makes of the published sections. When an editor has split a section, both halves may name it: the
 * first is it, the others are new.
 */
export function planRevision(standing: readonly Standing[], draft: readonly Revised[]): RevisionPlan {
  const left = new Map(standing.map((section) => [section.id, section]))
  const seen = new Set<string>()
  const plan: RevisionPlan = { kept: [], added: [], retired: [], stale: false }
  for (const [i, section] of draft.entries()) {
    const { sectionId, heading, blocks } = section
    const old = sectionId === undefined ? undefined : left.get(sectionId)
    if (old && sectionId) {
      left.delete(sectionId)
      seen.add(sectionId)
      if (section.version !== undefined && section.version !== old.version) plan.stale = true
      plan.kept.push(keep(old, section, i + 1))
      continue
    }
    if (sectionId && !seen.has(sectionId)) plan.stale = true
    plan.added.push({ position: i + 1, heading, blocks, text: sectionText(blocks), version: 1 })
  }
  plan.retired = [...left.values()]
  return plan
}
