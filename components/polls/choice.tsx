'use client'
import type { Marks, PollMethodName, PollOptionDto } from '@/lib/polls/schema'
import { ApprovalChoice } from './approval-choice'
import { CredenceChoice } from './credence-choice'
import { RankedChoice } from './ranked-choice'
import { fromTiers, toTiers } from './ranking'
import { ScoreChoice } from './score-choice'
import { SingleChoice } from './single-choice'

type ChoiceProps = {
  method: PollMethodName
  options: PollOptionDto[]
  marks: Marks
  onChange: (marks: Marks) => void
}

/** What a ballot of each kind is filled in with. */
export function Choice({ method, options, marks, onChange }: ChoiceProps) {
  const { ranking, scores } = marks
  const points = {
    options,
    scores,
    onChange: (next: Marks['scores']) => onChange({ ranking: [], scores: next }),
  }
  const rank = (next: string[][]) => onChange({ ranking: next, scores: {} })
  if (method === 'APPROVAL') return <ApprovalChoice {...points} />
  if (method === 'SCORE') return <ScoreChoice {...points} />
  if (method === 'CREDENCE') return <CredenceChoice {...points} />
  if (method === 'PLURALITY')
    return (
      <SingleChoice options={options} chosen={ranking[0]?.[0] ?? null} onChange={(code) => rank([[code]])} />
    )
  return (
    <RankedChoice
      options={options}
      places={fromTiers(ranking)}
      onChange={(places) => rank(toTiers(places))}
    />
  )
}
