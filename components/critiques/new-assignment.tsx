'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Field, TextArea } from '@/components/ui/field'
import { setAssignmentAction } from '@/lib/critiques/actions'
import { useCommand } from './use-command'

type Props = { courseId: string; zone: string }

function Form({ courseId, zone, done }: Props & { done: () => void }) {
  const router = useRouter()
  const { busy, error, fields, run } = useCommand()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const input = { courseId, title: text('title'), brief: text('brief'), due: text('due') }
    void run(
      () => setAssignmentAction(input),
      () => {
        done()
        router.refresh()
      },
    )
  }
  return (
    <form onSubmit={send} className="grid gap-4" noValidate>
      <Field name="title" label="Title" error={fields.title} placeholder="Critique of the paper" />
      <TextArea
        name="brief"
        className="min-h-24"
        label="What to write"
        hint="Optional. Markdown works here."
        error={fields.brief}
      />
      <Field
        name="due"
        type="datetime-local"
        label="Due"
        hint={`By the course’s clocks (${zone}). Leave it empty for no due date.`}
        error={fields.due}
      />
      {error && Object.keys(fields).length === 0 ? <Notice tone="bad">{error}</Notice> : null}
      <div>
        <Button type="submit" look="main" busy={busy}>
          Set the critique
        </Button>
      </div>
    </form>
  )
}

export function NewAssignment(props: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button look="main" onClick={() => setOpen(true)}>
        Set a critique
      </Button>
      <Dialog open={open} onClose={close} title="Set a critique">
        <Form {...props} done={close} />
      </Dialog>
    </>
  )
}
