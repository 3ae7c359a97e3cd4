import 'server-only'
import { place } from '@/lib/discussion/rules/anchor'
import type { Actor } from '@/lib/policy'
import { partHtml } from '../queries/shape'
import { renderer } from '../quotes/resolve'
import { plainText } from '../rules/plain-text'
import type { DraftRemark } from '../rules/review-draft'
import type { SubmissionPart } from '../schema'

export type FieldText = { code: string; title: string; html: string }

/** A submission as the actor reads it. Remarks count characters in the text of `html`. */
export async function fieldsFor(
  actor: Actor,
  course: { id: string; slug: string },
  content: unknown,
): Promise<FieldText[]> {
  const parts = content as SubmissionPart[]
  const render = await renderer(
    actor,
    course,
    parts.map((part) => part.text),
  )
  return parts.map((part) => ({ code: part.code, title: part.title, html: partHtml(part, render) }))
}

export type PlacedRemark = DraftRemark & {
  /** The words are no longer there: the remark stands without a place. */
  lost: boolean
}

/** Finds the words of each remark in these fields: their author may have submitted anew since they were chosen. */
export function placeRemarks(fields: readonly FieldText[], remarks: readonly DraftRemark[]): PlacedRemark[] {
  const texts = new Map(fields.map((f) => [f.code, plainText(f.html)]))
  const order = new Map(fields.map((f, i) => [f.code, i]))
  return remarks
    .map((remark) => {
      const { start, end, exact, prefix, suffix } = remark
      const selectors = { quote: { exact, prefix, suffix }, position: { start, end } }
      const found = place(texts.get(remark.fieldCode) ?? '', selectors)
      if (found.state === 'orphaned') return { ...remark, lost: true }
      return { ...remark, start: found.start, end: found.end, lost: false }
    })
    .sort(
      (a, b) =>
        (order.get(a.fieldCode) ?? 0) - (order.get(b.fieldCode) ?? 0) || a.start - b.start || a.end - b.end,
    )
}
