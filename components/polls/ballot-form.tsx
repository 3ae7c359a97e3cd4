'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { castBallotAction } from '@/lib/polls/actions'
import type { OwnBallot, PollMethodName, PollOptionDto } from '@/lib/polls/schema'
import { RankedChoice } from './ranked-choice'
import { fromTiers, sameTiers, toTiers } from './ranking'
import { Receipt } from './receipt'
import { SingleChoice } from './single-choice'

type Props = { pollId: string; method: PollMethodName; options: PollOptionDto[]; own: OwnBallot | null }

/** Sends a ballot, one request at a time; `cast` is what the server has confirmed, never what was only sent. */
function useCast(pollId: string, own: OwnBallot | null) {
  const router = useRouter()
  const [cast, setCast] = useState(own)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef(false)
  const send = async (ranking: string[][], reason: string) => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setProblem(null)
    try {
      const result = await castBallotAction({ pollId, ranking, reason })
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

/** The secret ballot. Nothing of it is kept in the browser, and it counts only once the server has said so. */
export function BallotForm({ pollId, method, options, own }: Props) {
  const { cast, busy, problem, send } = useCast(pollId, own)
  const [places, setPlaces] = useState(() => fromTiers(own?.ranking ?? []))
  const [reason, setReason] = useState(own?.reason ?? '')
  const receipt = useRef<HTMLDivElement>(null)
  const ranking = toTiers(places)
  // The button is below the fold of a long ballot, the receipt at its head.
  useEffect(() => {
    if (cast && cast !== own) receipt.current?.focus({ preventScroll: false })
  }, [cast, own])
  const changed = cast !== null && !(sameTiers(cast.ranking, ranking) && cast.reason === reason.trim())
  const ready = places.length > 0 && (cast === null || changed)
  return (
    <form
      className="max-w-[680px]"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void send(ranking, reason)
      }}
    >
      {cast ? <Receipt ref={receipt} own={cast} changed={changed} /> : null}
      {method === 'RANKED' ? (
        <RankedChoice options={options} places={places} onChange={setPlaces} />
      ) : (
        <SingleChoice
          options={options}
          chosen={places[0]?.code ?? null}
          onChange={(code) => setPlaces([{ code, level: false }])}
        />
      )}
      <div className="mt-6">
        <TextArea
          label="What decided it (optional)"
          hint="Published after the close beside your ranking, without your name. Leave out what would tell who you are."
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
