'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { send } from '@/components/debates/send'
import { voteOnAction } from '@/lib/polls/surveys/actions'
import type { VoteValue } from '@/lib/polls/surveys/rules/grid'
import type { StatementDto } from '@/lib/polls/surveys/schema'

type Votes = Record<string, VoteValue | null>

/**
 * One's own votes: what the page came with, and what was sent since. A card stays until its vote is kept, and a card
 * that is being read is not changed by statements that come meanwhile.
 */
export function useVotes(statements: StatementDto[]) {
  const router = useRouter()
  const [sent, setSent] = useState<Votes>({})
  const [past, setPast] = useState<string[]>([])
  const [shown, setShown] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef(false)

  const voteOf = (votes: Votes, s: StatementDto) => (s.id in votes ? (votes[s.id] ?? null) : s.mine)
  const firstLeft = (votes: Votes) => statements.find((s) => voteOf(votes, s) === null)
  const current = statements.find((s) => s.id === shown) ?? firstLeft(sent) ?? null
  // Kept from here on, whatever comes before it in the list later.
  if (current && shown !== current.id) setShown(current.id)

  const keep = async (statementId: string, value: VoteValue | null): Promise<Votes | null> => {
    if (sending.current) return null
    sending.current = true
    setBusy(true)
    const result = await send(voteOnAction({ statementId, value }))
    sending.current = false
    setBusy(false)
    setProblem(result.ok ? null : result.message)
    if (!result.ok) {
      if (result.code !== 'UNAVAILABLE') router.refresh()
      return null
    }
    const votes = { ...sent, [statementId]: value }
    setSent(votes)
    return votes
  }
  const vote = async (value: VoteValue) => {
    if (!current) return
    const votes = await keep(current.id, value)
    if (!votes) return
    setPast([...past, current.id])
    setShown(firstLeft(votes)?.id ?? null)
  }
  const undo = async () => {
    const last = past.at(-1)
    if (!last || !(await keep(last, null))) return
    setPast(past.slice(0, -1))
    setShown(last)
  }
  return {
    ...{ current, busy, problem, vote, undo },
    change: keep,
    of: (s: StatementDto) => voteOf(sent, s),
    last: statements.find((s) => s.id === past.at(-1)) ?? null,
    done: statements.filter((s) => voteOf(sent, s) !== null).length,
  }
}
