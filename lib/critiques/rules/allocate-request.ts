/** What an allocation is asked for, and the contradictions in it that nobody can allocate around. */
export type Submission = { id: string; author: string }
export type Pair = { reviewer: string; submission: string }
export type Request = {
  submissions: Submission[]
  reviewers: string[]
  perSubmission: number
  conflicts?: [string, string][]
  existing?: Pair[]
  seed: string
}

export function refuseContradictions({
  submissions,
  reviewers,
  perSubmission,
  existing = [],
}: Request): void {
  if (!Number.isSafeInteger(perSubmission) || perSubmission < 0)
    throw new RangeError('The number of reviewers for a submission must be a whole number, 0 or more.')
  refuseRepeats(submissions.map(({ id }) => `submission "${id}"`))
  refuseRepeats(reviewers.map((id) => `reviewer "${id}"`))
  refuseRepeats(existing.map((pair) => `review of "${pair.submission}" by "${pair.reviewer}"`))
  const authors = new Map(submissions.map(({ id, author }) => [id, author]))
  for (const { reviewer, submission } of existing) {
    if (!authors.has(submission))
      throw new RangeError(`"${reviewer}" is down to review "${submission}", which is not a submission here.`)
    if (authors.get(submission) === reviewer)
      throw new RangeError(`"${reviewer}" is down to review their own submission "${submission}".`)
  }
}

function refuseRepeats(names: string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(`The ${name} is listed twice.`)
    seen.add(name)
  }
}
