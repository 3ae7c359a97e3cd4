'use client'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { changeNameAction } from '@/lib/accounts/actions'
import { FormProblem } from './form-problem'
import { fieldsOf, useSubmit } from './use-submit'

export function NameForm({ name }: { name: string }) {
  const router = useRouter()
  const { submit, busy, problem, wrong } = useSubmit(changeNameAction, (_, __: { name: string }) => {
    toast('Your name is changed.')
    router.refresh()
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(fieldsOf(event.currentTarget) as { name: string })
  }
  return (
    <form method="post" onSubmit={send} noValidate className="grid gap-4">
      <Field label="Name" name="name" autoComplete="name" defaultValue={name} error={wrong('name')} />
      <div>
        <Button type="submit" busy={busy}>
          Change name
        </Button>
      </div>
      {problem ? <FormProblem problem={problem} /> : null}
    </form>
  )
}
