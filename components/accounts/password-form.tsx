'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { changePasswordAction } from '@/lib/accounts/actions'
import { FormProblem } from './form-problem'
import { fieldsOf, useSubmit } from './use-submit'

type Input = { current: string; next: string }

/** @param hasPassword false for somebody who came by single sign-on: the first password asks for no old one. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const { submit, busy, problem, wrong } = useSubmit(changePasswordAction, (_, __: Input) => {
    form.current?.reset()
    toast('Your password is changed. Other browsers are signed out.')
    router.refresh()
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit({ current: '', ...fieldsOf(event.currentTarget) } as Input)
  }
  return (
    <form ref={form} method="post" onSubmit={send} noValidate className="grid gap-4">
      {/* Tells password managers whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <Field
          label="Present password"
          name="current"
          type="password"
          autoComplete="current-password"
          error={wrong('current')}
        />
      ) : null}
      <Field
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters."
        error={wrong('next')}
      />
      <div>
        <Button type="submit" busy={busy}>
          {hasPassword ? 'Change password' : 'Set a password'}
        </Button>
      </div>
      {problem ? <FormProblem problem={problem} /> : null}
    </form>
  )
}
