'use client'
import { BallotForm } from '@/components/polls/ballot-form'
import type { BallotToCast, PollOptionDto } from '@/lib/polls/schema'
import { useSession } from '../session-room'

const option = (code: string, label: string): PollOptionDto => ({
  ...{ code, label, shortLabel: label, hue: code, explanation: null },
})
const MOTION = [option('for', 'For'), option('against', 'Against'), option('undecided', 'Undecided')]

type Props = {
  /** As the page brought them, with what was cast. */
  ballots: BallotToCast[]
  /** What a ranked ballot asks about. */
  ranked: PollOptionDto[]
  /** What can be named as what moved one, as far as the page knew. */
  causes: BallotToCast['causes']
}

/**
 * The ballots of the phase that is on. One that has just been opened is shown from its event, without asking the
 * server: a class votes all at once. Claims that came since the page was made can be named a few seconds later.
 */
export function Ballots({ ballots, ranked, causes }: Props) {
  const { clock, phase, debate } = useSession()
  const known = new Map(ballots.map((b) => [b.id, b]))
  const open = clock.votes.filter((v) => v.open)
  const second = phase?.kind === 'POST_VOTE'
  return (
    <div className="grid gap-10">
      {open.map(({ id, method }) => (
        <section key={id} aria-label={method === 'RANKED' ? 'Explanations' : 'The motion'}>
          <h2 className="mb-3 text-19">
            {method === 'RANKED' ? 'Which explanation fits best?' : debate.motion}
          </h2>
          <BallotForm
            pollId={id}
            method={method}
            options={known.get(id)?.options ?? (method === 'RANKED' ? ranked : MOTION)}
            own={known.get(id)?.own ?? null}
            causes={second ? (known.get(id)?.causes ?? causes) : undefined}
            asks={second ? 'What changed your mind, or kept it' : undefined}
          />
        </section>
      ))}
    </div>
  )
}
