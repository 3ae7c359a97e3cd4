'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { send } from '@/components/debates/send'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, TextArea } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { createExplanationsAction, editExplanationAction } from '@/lib/explanations/actions'
import type { ExplanationSource, NewExplanation } from '@/lib/explanations/schema'
import { wrongFields } from './fields'

const EMPTY: NewExplanation = {
  ...{ code: '', name: '', shortName: '', statement: '', literature: '', predicts: '', countsAgainst: '' },
}

/** One explanation, new or as it is. What is typed stays in this browser until it is saved. */
export function ExplanationForm({
  explanation,
  courseId,
  member,
  onDone,
}: {
  explanation: ExplanationSource | null
  courseId: string
  member: string
  onDone: () => void
}) {
  const router = useRouter()
  const {
    id,
    hue: _,
    removable: __,
    ...fields
  } = explanation ?? { ...EMPTY, id: '', hue: 1, removable: false }
  const { draft, change, clear } = useDraft<NewExplanation>(`explanation:${member}:${id || courseId}`, fields)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await send<unknown>(
      id
        ? editExplanationAction({ id, ...draft })
        : createExplanationsAction({ courseId, explanations: [draft] }),
    )
    setBusy(false)
    setErrors(wrongFields(answer))
    setFailed(answer.ok ? undefined : answer.message)
    if (!answer.ok) return
    clear()
    onDone()
    router.refresh()
  }
  const bind = (name: keyof NewExplanation) => ({
    value: draft[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  return (
    <form onSubmit={save} className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-[88px_1fr_1fr]">
        <Field label="Code" {...bind('code')} />
        <Field label="Name" {...bind('name')} />
        <Field label="Short name" hint="At most 30 characters." {...bind('shortName')} />
      </div>
      <TextArea label="What it claims" {...bind('statement')} />
      <TextArea label="What it predicts" {...bind('predicts')} />
      <TextArea label="What would count against it" {...bind('countsAgainst')} />
      <TextArea label="Literature" rows={2} {...bind('literature')} />
      {failed ? <Notice tone="bad">{failed}</Notice> : null}
      <span className="flex gap-2">
        <Button type="submit" look="main" busy={busy}>
          Save
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </span>
    </form>
  )
}
