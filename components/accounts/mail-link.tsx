'use client'
import { type MouseEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { askForLink } from './sign-in-client'
import { fieldsOf } from './use-submit'

/** By mail, or into the outbox of an installation that sends none. */
export type MailLinkGoes = 'MAIL' | 'OUTBOX' | null

const SENT = {
  MAIL: 'If there is an account with this address, a link is on its way to it. It is good for 15 minutes.',
  OUTBOX:
    'This installation sends no mail. If there is an account with this address, the link lies in the outbox (/site/outbox), which the site owner can open.',
}

/** Takes the address that the form around it has. */
export function MailLink({
  next,
  goes,
  ready,
  onProblem,
}: {
  next: string
  goes: 'MAIL' | 'OUTBOX'
  ready: boolean
  onProblem: (message: string | null) => void
}) {
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const ask = async (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget
    const email = form ? fieldsOf(form).email?.trim() : ''
    onProblem(null)
    setSent(false)
    if (!email) return onProblem('Write your e-mail address first.')
    setBusy(true)
    const answer = await askForLink(email, next)
    setBusy(false)
    if (answer.ok) setSent(true)
    else onProblem(answer.message)
  }
  return (
    <>
      <Button onClick={ask} busy={busy} disabled={!ready} className="w-full sm:w-auto">
        Mail me a link
      </Button>
      {sent ? (
        <div className="w-full">
          <Notice tone="good">{SENT[goes]}</Notice>
        </div>
      ) : null}
    </>
  )
}
