'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '@/components/debates/send'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { useDraft } from '@/components/ui/use-draft'
import { addStatementAction } from '@/lib/polls/surveys/actions'

type Props = { surveyId: string; memberId: string; longest: number }

/** A statement of one's own. Nobody is told whose it is. */
export function AddStatement({ surveyId, memberId, longest }: Props) {
  const router = useRouter()
  const { draft, change, clear } = useDraft(`${memberId}:statement:${surveyId}`, { text: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const add = async () => {
    setBusy(true)
    const result = await send(addStatementAction({ surveyId, text: draft.text }))
    setBusy(false)
    setProblem(result.ok ? undefined : result.message)
    if (!result.ok) return
    clear()
    toast('Your statement is among the others now. Nobody is told that it is yours.')
    router.refresh()
  }
  return (
    <form
      className="grid max-w-[680px] justify-items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="w-full">
        <TextArea
          label="A statement of your own"
          hint="One thought, that others can agree or disagree with. Nobody is told who wrote it."
          rows={2}
          maxLength={longest}
          value={draft.text}
          error={problem}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      <Button type="submit" busy={busy}>
        Add the statement
      </Button>
    </form>
  )
}
