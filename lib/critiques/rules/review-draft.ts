/** A review as it is written: what ReviewDraft keeps. */
export type DraftRemark = {
  fieldCode: string
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
  text: string
}
export type DraftScore = { level?: number; comment?: string }
export type ReviewDraft = {
  comment: string
  scores: Record<string, DraftScore>
  remarks: DraftRemark[]
}

export const EMPTY_DRAFT: ReviewDraft = { comment: '', scores: {}, remarks: [] }

export const levelName = (criterionId: string): string => `level ${criterionId}`
export const wordsName = (criterionId: string): string => `words ${criterionId}`
export const COMMENT = 'comment'
export const REMARKS = 'remarks'

/** The draft as named texts, the way in which windows save and compare it (components/critiques/write/autosave.ts). */
export function toTexts({ comment, scores, remarks }: ReviewDraft): Record<string, string> {
  const texts: Record<string, string> = { [COMMENT]: comment }
  if (remarks.length > 0) texts[REMARKS] = JSON.stringify(remarks)
  for (const [id, { level, comment: words }] of Object.entries(scores)) {
    if (level !== undefined) texts[levelName(id)] = String(level)
    if (words) texts[wordsName(id)] = words
  }
  return texts
}

/** Levels by criterion, of those that are chosen. */
export const levelsOf = (scores: ReviewDraft['scores']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, { level }]) => (level === undefined ? [] : [[id, level]])),
  )

/** The other way round; names that mean nothing here are left out, a level that is no number is none. */
export function fromTexts(
  texts: Readonly<Record<string, string>>,
  criteria: readonly string[],
  remarksOf: (json: string) => DraftRemark[],
): ReviewDraft {
  const scores: ReviewDraft['scores'] = {}
  for (const id of criteria) {
    const level = texts[levelName(id)] ?? ''
    const comment = texts[wordsName(id)] ?? ''
    const score: DraftScore = {
      ...(/^\d{1,2}$/.test(level) ? { level: Number(level) } : {}),
      ...(comment ? { comment } : {}),
    }
    if (Object.keys(score).length > 0) scores[id] = score
  }
  return { comment: texts[COMMENT] ?? '', scores, remarks: remarksOf(texts[REMARKS] ?? '') }
}
