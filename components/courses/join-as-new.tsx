'use client'
import type { FormEvent } from 'react'
import { FormProblem } from '@/components/accounts/form-problem'
import { NewAccountFields } from '@/components/accounts/new-account-fields'
import { signIn } from '@/components/accounts/sign-in-client'
import { fieldsOf, useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { signUpAndJoinAction } from '@/lib/courses/actions'

type Input = { token: string; name: string; email: string; password: string }

/** Makes an account and joins in one step, and is signed in after it. */
export function JoinAsNew({ token }: { token: string }) {
  const { submit, busy, problem, wrong } = useSubmit(signUpAndJoinAction, async ({ slug }, input: Input) => {
    const home = `/courses/${slug}`
    const { ok } = await signIn('credentials', { email: input.email, password: input.password })
    location.assign(ok ? home : `/sign-in?next=${encodeURIComponent(home)}`)
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit({ ...fieldsOf(event.currentTarget), token } as Input)
  }
  return (
    <form method="post" onSubmit={send} noValidate className="grid gap-4">
      <NewAccountFields wrong={wrong} />
      <div>
        <Button type="submit" look="main" busy={busy}>
          Join the course
        </Button>
      </div>
      <FormProblem problem={problem} />
    </form>
  )
}
