'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Field, Select } from '@/components/ui/field'
import { addConflictAction, removeConflictAction } from '@/lib/critiques/reviews/actions'
import { useCommand } from '../use-command'

type Student = { id: string; name: string }

export function AddConflict({ courseId, students }: { courseId: string; students: Student[] }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { busy, error, fields, run } = useCommand()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    void run(
      () => addConflictAction({ courseId, aId: text('a'), bId: text('b'), reason: text('reason') }),
      () => {
        setOpen(false)
        router.refresh()
      },
    )
  }
  const options = students.map((s) => (
    <option key={s.id} value={s.id}>
      {s.name}
    </option>
  ))
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a conflict</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Two who must not review each other">
        <form onSubmit={send} className="grid gap-4" noValidate>
          <Select name="a" label="One" defaultValue={students[0]?.id}>
            {options}
          </Select>
          <Select name="b" label="The other" defaultValue={students[1]?.id} error={fields.bId}>
            {options}
          </Select>
          <Field name="reason" label="Why" hint="Optional. For the staff alone." maxLength={500} />
          {error && Object.keys(fields).length === 0 ? <Notice tone="bad">{error}</Notice> : null}
          <div className="flex gap-2">
            <Button type="submit" look="main" busy={busy}>
              Add it
            </Button>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

export function RemoveConflict({ id, names }: { id: string; names: string }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const remove = () =>
    run(
      () => removeConflictAction({ id }),
      () => router.refresh(),
    )
  return (
    <>
      <Button
        look="quiet"
        className="-mr-2"
        busy={busy}
        onClick={remove}
        aria-label={`Remove the conflict of ${names}`}
      >
        Remove
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </>
  )
}
