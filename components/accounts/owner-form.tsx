'use client'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { createOwnerAction } from '@/lib/accounts/actions'
import { FormProblem } from './form-problem'
import { NewAccountFields } from './new-account-fields'
import { signIn } from './sign-in-client'
import { fieldsOf, useSubmit } from './use-submit'

type Input = { name: string; email: string; password: string; setupCode: string }

export function OwnerForm() {
  const { submit, busy, problem, wrong } = useSubmit(createOwnerAction, async (_, input: Input) => {
    const { email, password } = input
    const { ok } = await signIn('credentials', { email, password })
    location.assign(ok ? '/' : '/sign-in')
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(fieldsOf(event.currentTarget) as Input)
  }
  return (
    <form method="post" onSubmit={send} noValidate className="grid gap-4">
      <Field
        label="Setup code"
        name="setupCode"
        autoComplete="off"
        spellCheck={false}
        placeholder="0000-0000-0000"
        className="num"
        hint="npm start printed it in the terminal of the server."
        error={wrong('setupCode')}
      />
      <NewAccountFields wrong={wrong} />
      <div>
        <Button type="submit" look="main" busy={busy}>
          Make my account
        </Button>
      </div>
      <FormProblem problem={problem} />
    </form>
  )
}
