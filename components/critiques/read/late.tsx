import type { CritiquePage } from '@/lib/critiques/schema'
import { latenessWords } from '../set-up/late-words'

/** How late the submission on the page was, where it was. */
export function Late({ page }: { page: CritiquePage }) {
  const { shown, submissions, assignment } = page
  const lateness = submissions.find((s) => s.number === shown?.number)?.lateness
  const words = lateness ? latenessWords(lateness, assignment.rule) : null
  return words ? <span className="text-bad"> · {words}</span> : null
}
