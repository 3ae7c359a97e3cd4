import { Notice } from '@/components/ui/feedback'
import type { Problem } from '@/lib/server/problem'

/** What is wrong with the form as a whole, in a space kept free for it; the fields' own sentences stand beside them. */
export function FormProblem({ problem }: { problem: Problem | null }) {
  const beside = problem?.fields && Object.keys(problem.fields).length > 0
  return (
    <div className="min-h-8">
      {problem && !beside ? (
        <Notice tone="bad">
          {problem.message}
          {problem.errorId ? ` If it goes on, give this number: ${problem.errorId}.` : null}
        </Notice>
      ) : null}
    </div>
  )
}
