'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { castBallotAction } from '@/lib/polls/actions'
import type { Cause, Marks, OwnBallot, PollMethodName, PollOptionDto } from '@/lib/polls/schema'
import { CauseChoice } from './cause-choice'
import { Choice } from './choice'
import { emptyMarks, sameMarks, saysSomething } from './marks'
import { Receipt } from './receipt'

type Props = {
  pollId: string
  method: PollMethodName
  options: PollOptionDto[]
  own: OwnBallot | null
  /** What can be named as what moved the voter; nothing is asked where there is none. */
  causes?: (Cause & { label: string })[]
  /** What the voter is asked to say in words. */
  asks?: string
}
type Ballot = Marks & { causes?: Cause[]; reason: string }

/** Sends a ballot, one request at a time; `cast` is what the server has confirmed, never what was only sent. */
function useCast(pollId: string, own: OwnBallot | null) {
  const router = useRouter()
  const [cast, setCast] = useState(own)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef(false)
  const send = async (ballot: Ballot) => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setProblem(null)
    try {
      const result = await castBallotAction({ pollId, ...ballot })
      if (result.ok) setCast(result.value)
      else setProblem(result.message)
      router.refresh()
    } catch {
      setProblem('The ballot did not reach the server. What you chose is still here; send it again.')
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  return { cast, busy, problem, send }
}

const sameCauses = (a: Cause[], b: Cause[]): boolean => {
  const ids = (causes: Cause[]) =>
    causes
      .map((c) => c.id)
      .sort()
      .join()
  return ids(a) === ids(b)
}

/** The secret ballot. Nothing of it is kept in the browser, and it counts only once the server has said so. */
export function BallotForm({ pollId, method, options, own, causes = [], asks = 'What decided it' }: Props) {
  const { cast, busy, problem, send } = useCast(pollId, own)
  const codes = options.map((o) => o.code)
  const [marks, setMarks] = useState<Marks>(own ?? emptyMarks(method, codes))
  const [named, setNamed] = useState<Cause[]>(own?.causes ?? [])
  const [reason, setReason] = useState(own?.reason ?? '')
  const receipt = useRef<HTMLDivElement>(null)
  // The button is below the fold of a long ballot, the receipt at its head.
  useEffect(() => {
    if (cast && cast !== own) receipt.current?.focus({ preventScroll: false })
  }, [cast, own])
  const same =
    cast !== null &&
    sameMarks(codes, cast, marks) &&
    cast.reason === reason.trim() &&
    sameCauses(cast.causes, named)
  const ready = saysSomething(method, marks) && !same
  const { ranking, scores } = marks
  return (
    <form
      className="max-w-[680px]"
      onSubmit={(event) => {
        event.preventDefault()
        const asked = causes.length > 0 ? { causes: named } : {}
        if (ready) void send({ ranking, scores, reason, ...asked })
      }}
    >
      {cast ? <Receipt ref={receipt} own={cast} changed={!same} /> : null}
      <Choice method={method} options={options} marks={marks} onChange={setMarks} />
      {causes.length > 0 ? <CauseChoice causes={causes} chosen={named} onChange={setNamed} /> : null}
      <div className="mt-6">
        <TextArea
          label={`${asks} (optional)`}
          hint="Published after the close beside your ballot, without your name. Leave out what would tell who you are."
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="mt-5 grid justify-items-start gap-3">
        {problem ? <Notice tone="bad">{problem}</Notice> : null}
        <Button type="submit" look="main" busy={busy} disabled={!ready}>
          {cast ? 'Change my ballot' : 'Cast my ballot'}
        </Button>
      </div>
    </form>
  )
}
