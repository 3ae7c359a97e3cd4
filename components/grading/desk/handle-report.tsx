'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldsOf, useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { handleReportAction } from '@/lib/grading/actions'

/** Takes a report off the desk, with what was done about it. */
export function HandleReport({ id }: { id: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { submit, busy, problem, wrong } = useSubmit(handleReportAction, () => {
    toast('Handled. The log keeps what you did.')
    router.refresh()
  })
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>Mark as handled</Button>
      </div>
    )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit({ id, outcome: fieldsOf(event.currentTarget).outcome ?? '' })
  }
  return (
    <form onSubmit={send} noValidate className="flex items-end gap-2">
      <Field
        label="What you did"
        name="outcome"
        autoFocus
        maxLength={300}
        placeholder="Hidden; spoke with the author"
        error={wrong('outcome') ?? problem?.message}
      />
      <Button type="submit" look="main" busy={busy}>
        Save
      </Button>
    </form>
  )
}
