'use client'
import { useState } from 'react'
import type { FieldErrors } from '@/lib/errors'

type Result<T> = { ok: true; value: T } | { ok: false; message: string; fields?: FieldErrors }

/** Runs an action from a button or form: busy meanwhile, and what was refused in a sentence. */
export function useCommand() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [fields, setFields] = useState<FieldErrors>({})
  async function run<T>(work: () => Promise<Result<T>>, done: (value: T) => void): Promise<void> {
    setBusy(true)
    setError(null)
    setFields({})
    const lost = { ok: false as const, message: 'There is no connection. Try again shortly.' }
    const result: Result<T> = await work().catch(() => lost)
    setBusy(false)
    if (result.ok) return done(result.value)
    setError(result.message)
    setFields(result.fields ?? {})
  }
  return { busy, error, fields, run }
}

/** What stands at the foot of a long form: where sentences stand beside fields, that they do. */
export const whole = (error: string, fields: FieldErrors): string =>
  Object.keys(fields).length > 0 ? 'Some of this needs another look, beside the fields above.' : error
