'use client'
import { useState } from 'react'
import type { Result } from '@/lib/server/action'
import type { Problem } from '@/lib/server/problem'

const UNREACHED: Problem = {
  code: 'UNAVAILABLE',
  message: 'The server cannot be reached. What you typed is still here; try again shortly.',
}

/** Sends to an action and keeps what it refused. `busy` stays until the next page is there if `done` leads to one. */
export function useSubmit<I, T>(
  send: (input: I) => Promise<Result<T>>,
  done: (value: T, input: I) => void | Promise<void>,
) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  async function submit(input: I): Promise<void> {
    setBusy(true)
    const result = await send(input).catch((): Result<T> => ({ ok: false, ...UNREACHED }))
    setProblem(result.ok ? null : result)
    if (result.ok) await done(result.value, input)
    setBusy(false)
  }
  /** The sentence beside a field. */
  const wrong = (field: string): string | undefined => problem?.fields?.[field]
  return { submit, busy, problem, wrong }
}

/** The form's fields as plain strings. */
export const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
