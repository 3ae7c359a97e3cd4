'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, Select } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { giveExtensionAction, takeBackExtensionAction } from '@/lib/critiques/actions'
import type { AssignmentSetUp, ExtensionDto } from '@/lib/critiques/assignments/schema'
import { shortDate } from '@/lib/time'
import { useCommand } from '../use-command'
import { DueField } from './due-field'

type Props = { assignmentId: string; timeZone: string; setUp: AssignmentSetUp }

function Given({ assignmentId, timeZone, of }: { assignmentId: string; timeZone: string; of: ExtensionDto }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const takeBack = () =>
    run(
      () => takeBackExtensionAction({ assignmentId, membershipId: of.membershipId }),
      () => {
        toast(`Taken back from ${of.name}.`)
        router.refresh()
      },
    )
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-2.5 first:border-t">
      <span className="grow basis-40 font-medium text-14">{of.name}</span>
      <span className="num text-13 text-ink-2">until {shortDate(of.dueAt, timeZone)}</span>
      <span className="basis-full sm:basis-auto text-13 text-ink-3">{of.reason}</span>
      <Button look="quiet" busy={busy} onClick={takeBack} aria-label={`Take back from ${of.name}`}>
        Take back
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </li>
  )
}

/** Later deadlines for single students. Only they and the staff ever learn of one. */
export function Extensions({ assignmentId, timeZone, setUp }: Props) {
  const router = useRouter()
  const [round, setRound] = useState(0)
  const { busy, error, fields, run } = useCommand()
  const { extensions, students } = setUp
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const membershipId = text('membershipId')
    const due = text('extendedDue').slice(0, 16)
    void run(
      () => giveExtensionAction({ assignmentId, membershipId, due, reason: text('reason') }),
      () => {
        toast('They have been told.')
        setRound((n) => n + 1)
        router.refresh()
      },
    )
  }
  return (
    <div className="max-w-[42rem]">
      {extensions.length > 0 ? (
        <ul className="mb-6">
          {extensions.map((e) => (
            <Given key={e.membershipId} assignmentId={assignmentId} timeZone={timeZone} of={e} />
          ))}
        </ul>
      ) : null}
      <form key={round} onSubmit={send} className="grid gap-4" noValidate>
        <div className="grid gap-4 sm:grid-cols-2 items-start">
          <Select label="Student" name="membershipId" defaultValue="" error={fields.membershipId}>
            <option value="">Choose a student</option>
            {students.map((s) => (
              <option key={s.id} value={s.id}>
                {s.name}
              </option>
            ))}
          </Select>
          <DueField name="extendedDue" label="Due for them" timeZone={timeZone} error={fields.due} />
        </div>
        <Field
          label="Reason"
          name="reason"
          hint="Optional. The staff alone see it."
          maxLength={500}
          error={fields.reason}
        />
        {error && Object.keys(fields).length === 0 ? <Notice tone="bad">{error}</Notice> : null}
        <div>
          <Button type="submit" busy={busy}>
            Give the extension
          </Button>
        </div>
      </form>
    </div>
  )
}
