import { type Pair, type Request, refuseContradictions, type Submission } from './allocate-request'
import { shareEvenly } from './even-flow'
import { groupBy } from './group-by'
import { seeded, shuffle } from './seeded'

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byPair = (a: Pair, b: Pair) => byText(a.submission, b.submission) || byText(a.reviewer, b.reviewer)

/**
 * Shares submissions out for peer review. Every submission gets `perSubmission` different reviewers, nobody
 * reviews their own or that of someone they are in conflict with (a pair counts both ways), and loads are as
 * level as they can be: within one of each other whenever that is possible, otherwise with the largest as
 * small and the smallest as large as possible (see even-flow.ts). Which of the equally level allocations
 * comes out depends on the seed and on the sets put in, not on the order in which they are listed.
 *
 * Existing pairs are part of the answer and count towards loads. They are kept even if a conflict was
 * declared since, if the reviewer is no longer on the list (whose load is then not levelled), or if the
 * submission has more than `perSubmission` already, which then gets no further reviewer: work that may have
 * been done is for a person to take away.
 *
 * Returned in the order of submission ids, then reviewer ids. Throws a RangeError for input that contradicts
 * itself, and if a submission has too few people who may review it, naming the first by id. As there is no
 * ceiling on loads, that is the only way to fail: submissions never compete for the last reviewer.
 */
export function allocate(input: Request): Pair[] {
  refuseContradictions(input)
  const existing = input.existing ?? []
  const reviewers = input.reviewers.toSorted(byText)
  const number = new Map(reviewers.map((id, i) => [id, i]))
  const assigned = groupBy(existing, (pair) => pair.submission)
  const eligible = eligibility(reviewers, number, input.conflicts ?? [], assigned)

  const submissions = input.submissions.toSorted((a, b) => byText(a.id, b.id))
  const wanting = submissions.map((submission) => {
    const need = Math.max(0, input.perSubmission - (assigned.get(submission.id)?.length ?? 0))
    return { submission, need, choices: need > 0 ? eligible(submission) : new Int32Array() }
  })
  refuseShortage(wanting, input.perSubmission)

  shuffle(wanting, seeded(input.seed))
  for (const { submission, choices } of wanting) shuffle(choices, seeded(`${input.seed}\n${submission.id}`))
  const load = new Int32Array(reviewers.length)
  for (const { reviewer } of existing) {
    const i = number.get(reviewer)
    if (i !== undefined) load[i]! += 1
  }
  const given = shareEvenly({
    choices: wanting.map((w) => w.choices),
    need: Int32Array.from(wanting, (w) => w.need),
    load,
  })
  const added = given.flatMap((tasks, i) =>
    tasks.map((task) => ({ reviewer: reviewers[i]!, submission: wanting[task]!.submission.id })),
  )
  const kept = existing.map(({ reviewer, submission }) => ({ reviewer, submission }))
  return [...kept, ...added].sort(byPair)
}

/** Who may yet be asked to review a submission, as numbers of reviewers in ascending order. */
function eligibility(
  reviewers: string[],
  number: Map<string, number>,
  conflicts: [string, string][],
  assigned: Map<string, Pair[]>,
): (submission: Submission) => Int32Array {
  const avoided = groupBy(
    conflicts.flatMap(([a, b]) => [
      { author: a, reviewer: b },
      { author: b, reviewer: a },
    ]),
    (conflict) => conflict.author,
  )
  const everyone = Int32Array.from(reviewers.keys())
  return ({ id, author }) => {
    const barred = new Uint8Array(reviewers.length)
    const bar = (person: string) => {
      const i = number.get(person)
      if (i !== undefined) barred[i] = 1
    }
    bar(author)
    for (const conflict of avoided.get(author) ?? []) bar(conflict.reviewer)
    for (const pair of assigned.get(id) ?? []) bar(pair.reviewer)
    return everyone.filter((i) => barred[i] === 0)
  }
}

function refuseShortage(
  wanting: { submission: Submission; need: number; choices: Int32Array }[],
  per: number,
) {
  const short = wanting.find(({ need, choices }) => choices.length < need)
  if (!short) return
  const most = per - short.need + short.choices.length
  throw new RangeError(
    `Submission "${short.submission.id}" needs ${per} ${per === 1 ? 'reviewer' : 'different reviewers'}, but ` +
      `${most === 0 ? 'nobody' : most === 1 ? 'only one person' : `only ${most} people`} can review it.`,
  )
}
