'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { leaveForSingleSignOn } from './sign-in-client'

export function SingleSignOn({ name, next }: { name: string; next: string }) {
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  async function leave() {
    setBusy(true)
    const message = await leaveForSingleSignOn(next)
    if (message === null) return
    setWrong(message)
    setBusy(false)
  }
  return (
    <div className="grid gap-3 border-t border-rule pt-5">
      <div>
        <Button busy={busy} onClick={leave} className="w-full sm:w-auto">
          Continue with {name}
        </Button>
      </div>
      {wrong ? <Notice tone="bad">{wrong}</Notice> : null}
    </div>
  )
}
