'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldsOf, useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { overrideParticipationAction } from '@/lib/grading/actions'

type Props = { memberId: string; name: string; override: number | null; reason: string; counted: string }

/** The mark, and behind it the form that sets another one by hand. */
export function OverrideParticipation({ memberId, name, override, reason, counted }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { submit, busy, problem, wrong } = useSubmit(overrideParticipationAction, ({ mark }) => {
    toast(mark === null ? 'The counted mark holds again.' : 'The mark is set.')
    setOpen(false)
    router.refresh()
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { mark = '', why = '' } = fieldsOf(event.currentTarget)
    void submit({ membershipId: memberId, mark: Number(mark.replace(',', '.') || Number.NaN), reason: why })
  }
  return (
    <>
      <button
        type="button"
        className="cursor-pointer underline decoration-dotted decoration-rule-strong underline-offset-3 hover:text-accent"
        aria-label={`Participation of ${name}: ${override ?? counted}. Set another mark.`}
        onClick={() => setOpen(true)}
      >
        {override ?? counted}
        {override === null ? null : <span className="text-ink-3">*</span>}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Participation of ${name}`}>
        <form onSubmit={send} noValidate className="grid gap-4 text-left">
          <p className="text-14 text-ink-2">
            Counted: {counted}. A mark that is set by hand takes its place; the student reads the reason.
          </p>
          <Field
            label="Mark, out of 100"
            name="mark"
            inputMode="decimal"
            defaultValue={override ?? ''}
            error={wrong('mark')}
          />
          <Field
            label="Reason"
            name="why"
            defaultValue={reason}
            error={wrong('reason') ?? problem?.message}
          />
          <div className="flex flex-wrap justify-end gap-2">
            {override === null ? null : (
              <Button busy={busy} onClick={() => submit({ membershipId: memberId, mark: null, reason: '' })}>
                Use the counted mark
              </Button>
            )}
            <Button type="submit" look="main" busy={busy}>
              Set the mark
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
