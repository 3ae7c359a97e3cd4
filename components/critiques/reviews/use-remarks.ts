'use client'
import { useMemo } from 'react'
import { type DraftRemark, REMARKS } from '@/lib/critiques/rules/review-draft'
import { describe } from '@/lib/discussion/rules/anchoring/describe'
import type { Autosave } from '../write/autosave'
import { remarkIdOf } from './remark-id'
import { type FieldSpan, textOf } from './text-range'

function parse(json: string | undefined): DraftRemark[] {
  try {
    return json ? (JSON.parse(json) as DraftRemark[]) : []
  } catch {
    return []
  }
}

/** The remarks of the draft, kept in it as one text (lib/critiques/rules/review-draft.ts). */
export function useRemarks(autosave: Autosave) {
  const json = autosave.view.texts[REMARKS]
  return useMemo(() => {
    const remarks = parse(json)
    const put = (next: DraftRemark[]) => autosave.type(REMARKS, next.length > 0 ? JSON.stringify(next) : '')
    return {
      remarks,
      /** Answers the id of the remark on these words: a new one, or the one that is there. */
      add(root: Element, span: FieldSpan): string {
        const id = remarkIdOf(span)
        if (remarks.some((r) => remarkIdOf(r) === id)) return id
        const { quote, position } = describe(textOf(root, span.fieldCode), span.start, span.end)
        put([...remarks, { fieldCode: span.fieldCode, ...position, ...quote, text: '' }])
        return remarkIdOf({ fieldCode: span.fieldCode, ...position })
      },
      write: (id: string, text: string) =>
        put(remarks.map((r) => (remarkIdOf(r) === id ? { ...r, text } : r))),
      remove: (id: string) => put(remarks.filter((r) => remarkIdOf(r) !== id)),
      restore: (remark: DraftRemark) => put([...parse(autosave.view.texts[REMARKS]), remark]),
    }
  }, [autosave, json])
}
