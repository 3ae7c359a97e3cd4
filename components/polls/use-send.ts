'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

type Outcome = { ok: true } | { ok: false; message: string }

/** Sends something once, says what is wrong, and shows the page anew when it is done. */
export function useSend(then: () => void) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (act: () => Promise<Outcome>) => {
    setBusy(true)
    setProblem(null)
    const result = await act().catch(
      (): Outcome => ({ ok: false, message: 'The server cannot be reached. Try again.' }),
    )
    setBusy(false)
    if (!result.ok) return setProblem(result.message)
    then()
    router.refresh()
  }
  return { busy, problem, send }
}
