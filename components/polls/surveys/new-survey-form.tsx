'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '@/components/debates/send'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, TextArea } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { openSurveyAction } from '@/lib/polls/surveys/actions'

const EMPTY = { title: '', intro: '', lines: '', open: true }
const statementsIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The first fault of a field, also of one of its lines. */
const faultIn = (fields: Record<string, string> | undefined, name: string): string | undefined => {
  const [path, message] = Object.entries(fields ?? {}).find(([p]) => p.split('.')[0] === name) ?? []
  const line = Number(path?.split('.')[1])
  return message && Number.isInteger(line) ? `Line ${line + 1}: ${message}` : message
}

type Props = { courseId: string; memberId: string; base: string }
type Problem = { message: string; fields?: Record<string, string> }

export function NewSurveyForm({ courseId, memberId, base }: Props) {
  const router = useRouter()
  const { draft, change, clear } = useDraft(`${memberId}:survey:${courseId}`, EMPTY)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const open = async () => {
    setBusy(true)
    setProblem(null)
    const { lines, ...rest } = draft
    const result = await send(openSurveyAction({ courseId, ...rest, statements: statementsIn(lines) }))
    if (result.ok) {
      clear()
      return router.push(`${base}/opinions/${result.value.slug}`)
    }
    setBusy(false)
    setProblem(result)
  }
  return (
    <form
      className="mt-8 grid max-w-[680px] gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <Field
        label="What it is about"
        value={draft.title}
        maxLength={200}
        error={faultIn(problem?.fields, 'title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TextArea
        label="What to know before voting (optional)"
        rows={2}
        value={draft.intro}
        error={faultIn(problem?.fields, 'intro')}
        onChange={(event) => change({ intro: event.target.value })}
      />
      <TextArea
        label="Statements to begin with, one a line"
        hint="Short, one thought each, and such that people differ. Ten to forty work well; groups are looked for from six on."
        rows={8}
        value={draft.lines}
        error={faultIn(problem?.fields, 'statements')}
        onChange={(event) => change({ lines: event.target.value })}
      />
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          checked={draft.open}
          onChange={(event) => change({ open: event.target.checked })}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span>
          Members may add statements
          <span className="block text-13 text-ink-3">
            Nobody is told who wrote one. You can take statements out, with a reason.
          </span>
        </span>
      </label>
      {problem && !problem.fields ? <Notice tone="bad">{problem.message}</Notice> : null}
      <div>
        <Button look="main" type="submit" busy={busy}>
          Open the survey
        </Button>
      </div>
    </form>
  )
}
