'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { changeDebateAction } from '@/lib/debates/actions'
import type { DebateSettings } from '@/lib/debates/schema'
import { DebateFields, MotionFields } from './debate-fields'
import { type Draft, draftOf, sentDraft } from './draft'
import { useForm } from './use-form'

type Props = { settings: DebateSettings; memberId: string; path: string; timeZone: string }

/** Changes a debate. What was typed is kept until it is sent, unless somebody else changed the debate meanwhile. */
export function EditDebateForm({ settings, memberId, path, timeZone }: Props) {
  const { id, mark, alternatives } = settings
  const router = useRouter()
  const [start] = useState(() => draftOf(settings, timeZone))
  const { draft, change, clear } = useDraft<Draft>(`debate-change:${id}:${mark}:${memberId}`, start)
  const { busy, errors, message, submit } = useForm(
    () => changeDebateAction({ id, mark, alternatives, ...sentDraft(draft, timeZone) }),
    () => {
      clear()
      router.push(path)
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form onSubmit={onSubmit} className="mt-8 grid gap-6 max-w-[760px]" noValidate>
      <MotionFields draft={draft} errors={errors} change={change} />
      <Field
        label="Name of the format"
        value={draft.formatName}
        error={errors.formatName}
        onChange={(event) => change({ formatName: event.target.value })}
      />
      <DebateFields
        draft={draft}
        errors={errors}
        change={change}
        timeZone={timeZone}
        begun={settings.begun}
      />
      {message ? <Notice tone="bad">{message}</Notice> : null}
      <div className="flex gap-2">
        <Button look="main" type="submit" busy={busy}>
          Save changes
        </Button>
        <ButtonLink look="quiet" href={path}>
          Cancel
        </ButtonLink>
      </div>
    </form>
  )
}
