'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '@/components/debates/send'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { changeSurveyAction, closeSurveyAction, moderateStatementAction } from '@/lib/polls/surveys/actions'
import type { HiddenStatement, StatementDto } from '@/lib/polls/surveys/schema'

type Outcome = { ok: true } | { ok: false; message: string }

function useSend(then: () => void = () => {}) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (act: Promise<Outcome>) => {
    setBusy(true)
    const result = await act
    setBusy(false)
    setProblem(result.ok ? null : result.message)
    if (result.ok) then()
    router.refresh()
  }
  return { busy, problem, run }
}

/** Closing cannot be taken back, so it is asked once. */
export function CloseSurvey({ surveyId, open }: { surveyId: string; open: boolean }) {
  const [asking, setAsking] = useState(false)
  const close = useSend(() => setAsking(false))
  const adding = useSend()
  return (
    <>
      <Button
        busy={adding.busy}
        onClick={() => void adding.run(send(changeSurveyAction({ surveyId, open: !open })))}
      >
        {open ? 'Take no more statements' : 'Let members add statements'}
      </Button>
      <Button onClick={() => setAsking(true)}>Close the survey</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Close the survey">
        <div className="grid gap-4 text-14">
          <p>
            Nobody can vote or change a vote afterwards, and a closed survey cannot be opened again. The
            groups are found and shown to the course; nobody’s votes are.
          </p>
          {close.problem ? <Notice tone="bad">{close.problem}</Notice> : null}
          <div className="flex gap-2">
            <Button
              look="main"
              busy={close.busy}
              onClick={() => void close.run(send(closeSurveyAction({ surveyId })))}
            >
              Close the survey
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Keep it open
            </Button>
          </div>
        </div>
      </Dialog>
      {adding.problem ? <Notice tone="bad">{adding.problem}</Notice> : null}
    </>
  )
}

/** For staff: every statement, to be taken out with a reason or put back. */
export function Statements({ shown, hidden }: { shown: StatementDto[]; hidden: HiddenStatement[] }) {
  const [out, setOut] = useState<StatementDto | null>(null)
  const [reason, setReason] = useState('')
  const { busy, problem, run } = useSend(() => {
    setOut(null)
    setReason('')
  })
  const byNumber = [...shown].sort((a, b) => a.number - b.number)
  return (
    <details className="mt-10 max-w-[860px]">
      <summary className="cursor-pointer text-14 font-medium">
        The statements <span className="font-normal text-ink-3">(for staff: take out or put back)</span>
      </summary>
      <ul className="mt-2 border-t border-rule">
        {byNumber.map((s) => (
          <li key={s.id} className="flex items-baseline justify-between gap-4 border-b border-rule py-1.5">
            <span className="font-serif text-16 leading-snug">{s.text}</span>
            <Button look="quiet" aria-label={`Take out: ${s.text}`} onClick={() => setOut(s)}>
              Take out
            </Button>
          </li>
        ))}
        {hidden.map((s) => (
          <li key={s.id} className="flex items-baseline justify-between gap-4 border-b border-rule py-1.5">
            <span className="leading-snug text-ink-3">
              <s className="font-serif text-16">{s.text}</s>{' '}
              <span className="text-13">Taken out: {s.reason}</span>
            </span>
            {s.final ? null : (
              <Button
                look="quiet"
                busy={busy}
                aria-label={`Put back: ${s.text}`}
                onClick={() => void run(send(moderateStatementAction({ statementId: s.id, act: 'SHOW' })))}
              >
                Put back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && !out ? <Notice tone="bad">{problem}</Notice> : null}
      <Dialog open={out !== null} onClose={() => setOut(null)} title="Take a statement out">
        <form
          className="grid gap-4 text-14"
          onSubmit={(event) => {
            event.preventDefault()
            if (out) void run(send(moderateStatementAction({ statementId: out.id, act: 'HIDE', reason })))
          }}
        >
          <p className="font-serif text-16">{out?.text}</p>
          <Field
            label="Why"
            hint="The class sees the reason, not the words."
            value={reason}
            maxLength={300}
            error={problem ?? undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="flex gap-2">
            <Button look="main" type="submit" busy={busy}>
              Take it out
            </Button>
            <Button look="quiet" onClick={() => setOut(null)}>
              Leave it
            </Button>
          </div>
        </form>
      </Dialog>
    </details>
  )
}
