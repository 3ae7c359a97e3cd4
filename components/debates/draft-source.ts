import { excerptOf, linkLabel } from '@/lib/debates/rules/source-label'
import type { CitableDto, ClaimDto, PassageWords, SourceInput } from '@/lib/debates/schema'

/** A source in a form: one that the claim has already (`savedId`), or one that will be sent with it. */
export type DraftSource = { label: string; excerpt?: string; savedId?: string; input?: SourceInput }

function inputOf(item: CitableDto): SourceInput {
  switch (item.kind) {
    case 'NOTE':
      return { kind: item.kind, noteId: item.id }
    case 'EVIDENCE':
      return { kind: item.kind, evidenceId: item.id }
    case 'PASSAGE':
      return { kind: item.kind, ...item.passage }
  }
}

export const fromCitable = (item: CitableDto): DraftSource => ({
  label: item.label,
  excerpt: item.excerpt,
  input: inputOf(item),
})

export const fromPassage = (passage: PassageWords, label: string): DraftSource => ({
  label,
  excerpt: `“${excerptOf(passage.exact)}”`,
  input: { kind: 'PASSAGE', ...passage },
})

export const fromReference = (text: string): DraftSource => ({
  label: text,
  input: { kind: 'REFERENCE', text },
})

/** Null where the address is none that a browser could open. */
export function fromLink(address: string, text: string): DraftSource | null {
  const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`
  if (!/^https?:\/\/[^\s/.]+\.[^\s]+$/i.test(url)) return null
  return { label: text || linkLabel(url), input: { kind: 'LINK', url, text } }
}

export const saved = (claim: ClaimDto): DraftSource[] =>
  claim.sources.map(({ id, label, excerpt }) => ({ savedId: id, label, excerpt: excerpt ?? undefined }))

export const toSend = (sources: DraftSource[]): SourceInput[] => sources.flatMap((s) => s.input ?? [])
