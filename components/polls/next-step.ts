import type { PollListItem } from '@/lib/polls/schema'
import type { SurveyListItem } from '@/lib/polls/surveys/schema'

export type Step = { label: string; path: string }

/** The vote that the room is about: a ballot to cast, else the vote that runs, else the last answer. */
export function leading(polls: PollListItem[]): PollListItem | undefined {
  const own = polls.filter((p) => p.debateId === null)
  return own.find((p) => p.mayVote && !p.mine) ?? own.find((p) => !p.closedAt) ?? own[0]
}

function voteStep(poll: PollListItem): Step {
  const path = `polls/${poll.slug}`
  if (poll.closedAt) return { label: 'See the result', path }
  if (!poll.mayVote) return { label: 'See the vote', path }
  return { label: poll.mine ? 'See or change my ballot' : 'Cast my ballot', path }
}

function surveyStep(surveys: SurveyListItem[]): Step[] {
  const open = surveys.find((s) => s.mayVote && s.left > 0)
  if (!open) return []
  const label = `Vote on ${open.left} ${open.left === 1 ? 'statement' : 'statements'}`
  return [{ label, path: `opinions/${open.slug}` }]
}

/** What there is to do here, the one next step first: vote, say what one thinks, rate, and then read what came of it. */
export function nextSteps(
  polls: PollListItem[],
  surveys: SurveyListItem[],
  { mayRate }: { mayRate: boolean },
): Step[] {
  const lead = leading(polls)
  const vote = lead ? [voteStep(lead)] : []
  const rate = mayRate ? [{ label: 'Weigh the evidence', path: 'matrix' }] : []
  const due = lead?.mayVote && !lead.mine ? vote : []
  return [...new Set([...due, ...surveyStep(surveys), ...rate, ...vote])].slice(0, 2)
}
