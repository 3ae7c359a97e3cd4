'use client'
import { useRef, useState } from 'react'
import { toast } from '@/components/ui/toasts'
import type { ClockDto } from '@/lib/debates/session/schema'
import { type HandAct, type Move, sendHand, sendMove } from '../api'
import { useSession } from '../session-room'

/** Moves the session, one request at a time; where somebody else was faster, shows where it stands now. */
export function useControl() {
  const { debate, clock, setClock } = useSession()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sending = useRef(false)
  const act = async (move: Move): Promise<boolean> => {
    if (sending.current) return false
    sending.current = true
    setBusy(true)
    setProblem(null)
    const answer = await sendMove(debate.id, clock.revision, move)
    sending.current = false
    setBusy(false)
    if (answer.ok) {
      setClock(answer.value)
      return true
    }
    if (answer.present) setClock(answer.present as ClockDto)
    setProblem(answer.message)
    return false
  }
  return { act, busy, problem }
}

/** Changes the queue; what went wrong is said in passing, since the queue shows how it is. */
export function useHands() {
  const { debate, setFloor } = useSession()
  const [busy, setBusy] = useState(false)
  const act = async (change: HandAct): Promise<boolean> => {
    setBusy(true)
    const answer = await sendHand(debate.id, change)
    setBusy(false)
    if (answer.ok) setFloor(answer.value)
    else toast(answer.message, { tone: 'bad' })
    return answer.ok
  }
  return { act, busy }
}
