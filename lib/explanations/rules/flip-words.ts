import { inconsistency, leaders, type Matrix, type Rating, smallestFlip } from './matrix'

type Move = { evidence: string; explanation: string; from: Rating; to: Rating }

/** A cell that moves by several steps, as one move. */
function moves(steps: readonly Move[]): Move[] {
  const found: Move[] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (last?.evidence === step.evidence && last.explanation === step.explanation) last.to = step.to
    else found.push({ ...step })
  }
  return found
}

const after = (m: Matrix, changed: readonly Move[]): Matrix => ({
  ...m,
  evidence: m.evidence.map((row) => ({
    ...row,
    ratings: {
      ...row.ratings,
      ...Object.fromEntries(
        changed.filter((c) => c.evidence === row.id).map((c) => [c.explanation, c.to] as const),
      ),
    },
  })),
})

const joined = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** How firm the lead is, in a sentence: the fewest changes of rating that change who has least against them. */
export function flipSentence(m: Matrix): string {
  if (m.evidence.length === 0 || m.explanations.length === 0) return ''
  const steps = smallestFlip(m)
  if (!steps) return 'No change of ratings would change who leads.'
  const changed = moves(steps)
  const ahead = leaders(inconsistency(after(m, changed)))
  const then = ahead.length === 1 ? `${ahead[0]} alone leads` : `${joined(ahead)} lead together`
  const words = changed.map((c) => `${c.evidence} against ${c.explanation} from ${c.from} to ${c.to}`)
  const lead = `Change ${joined(words)}, and the leader changes: ${then}.`
  return steps.length < 3 ? lead : `It takes ${steps.length} steps to change the leader. ${lead}`
}
