'use client'
import { useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'

type File = {
  certificates: { method: string }[]
  ballots: { ranking: string[][]; scores: Record<string, number> }[]
}

/** Fetches what anybody may download, and checks it with the program that stands alone. */
async function checkAll(href: string): Promise<string> {
  const answer = await fetch(href)
  if (!answer.ok) return 'The certificates could not be fetched. Try again.'
  const { certificates, ballots } = (await answer.json()) as File
  const { check } = await import('@/lib/polls/certificate/checker.mjs')
  const wrong = certificates.flatMap((certificate) => {
    const result = check(certificate, ballots)
    return result.ok ? [] : [`${certificate.method}: ${result.fault}`]
  })
  if (wrong.length > 0) return `Tell your instructor: ${wrong.join(' ')}`
  return certificates.length === 1
    ? 'The certificate holds.'
    : `All ${certificates.length} certificates hold.`
}

export function CheckCertificates({ href }: { href: string }) {
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setSaid(await checkAll(href).catch(() => 'The server cannot be reached. Try again.'))
    setBusy(false)
  }
  return (
    <>
      <div className="flex flex-wrap gap-3 print:hidden">
        <a href={href} download className={buttonClass('plain')}>
          Download the certificates
        </a>
        <Button busy={busy} onClick={run}>
          Check them in this browser
        </Button>
      </div>
      <p role="status" className="text-14 text-ink-2 empty:hidden">
        {said}
      </p>
    </>
  )
}
