'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { MailLink, type MailLinkGoes } from './mail-link'
import { signIn } from './sign-in-client'
import { fieldsOf } from './use-submit'

/** Address and password. What was typed stays when it was wrong. */
export function SignInForm({
  next,
  problem,
  mailLink,
}: {
  next: string
  problem: string | null
  mailLink: MailLinkGoes
}) {
  const [wrong, setWrong] = useState(problem)
  const [busy, setBusy] = useState(false)
  // Until scripts run, a sent form would be an empty reload: the button waits for them.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { email = '', password = '' } = fieldsOf(event.currentTarget)
    if (!email.trim() || !password) return setWrong('Write your e-mail address and your password.')
    setBusy(true)
    const answer = await signIn('credentials', { email, password })
    if (answer.ok) return location.assign(next)
    setWrong(answer.message)
    setBusy(false)
  }

  return (
    <form method="post" onSubmit={send} noValidate aria-label="Sign in" className="grid gap-4">
      <Field label="E-mail" name="email" type="email" autoComplete="username" required />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" busy={busy} disabled={!ready} className="w-full sm:w-auto">
          Sign in
        </Button>
        {mailLink ? <MailLink next={next} goes={mailLink} ready={ready} onProblem={setWrong} /> : null}
      </div>
      <div className="min-h-12">{wrong ? <Notice tone="bad">{wrong}</Notice> : null}</div>
    </form>
  )
}
