'use client'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { isVote } from '@/lib/debates/rules/session'
import type { Move } from '../api'
import type { Session } from '../session-room'

export type Asked = { title: string; words: string; verb: string; move: Move }

/** What cannot be taken back is asked first: leaving a vote closes it for good, and so does the end. */
export function whyAsk(session: Session, move: Move): Asked | null {
  const { clock, phase, phases, turnout, voters } = session
  const leaves = ['next', 'back', 'go', 'end'].includes(move.act)
  const open = clock.votes.filter((v) => v.open)
  const missing = phases.find((p) => isVote(p) && p.id !== clock.phaseId && !clock.left.includes(p.id))
  const live = clock.state === 'RUNNING' || clock.state === 'PAUSED'
  if (move.act === 'end' && missing)
    return {
      title: 'End without a result',
      words: `“${missing.name}” has not been held, so nobody will know whom the debate moved.`,
      verb: 'End without a result',
      move: { act: 'end', abandon: true },
    }
  if (leaves && live && phase && open.length > 0) {
    const voted = Math.min(...open.map((v) => turnout[v.id] ?? 0))
    return {
      title: 'Close the vote',
      words: `${voted} of ${voters} have voted${open.length > 1 ? ' on everything' : ''}. Leaving “${phase.name}” closes the ballots for good.`,
      verb: 'Close the vote',
      move,
    }
  }
  if (move.act === 'end')
    return {
      title: 'End the session',
      words: 'The clock stops and every screen says so. The argument stays open until you close the debate.',
      verb: 'End the session',
      move,
    }
  return null
}

export function ConfirmMove(props: {
  asked: Asked | null
  busy: boolean
  onClose: () => void
  onConfirm: (move: Move) => void
}) {
  const { asked, busy, onClose, onConfirm } = props
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked?.title ?? ''}>
      <p className="text-ink-2">{asked?.words}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Not yet
        </Button>
        <Button look="main" busy={busy} onClick={() => asked && onConfirm(asked.move)}>
          {asked?.verb}
        </Button>
      </div>
    </Dialog>
  )
}
