'use client'
import { useState } from 'react'
import type { Result } from '@/lib/server/action'
import { send } from '../send'

export type Refusal = { message: string; fields: Record<string, string> }

/** Sends a form and keeps what was refused about it. `done` goes on from here: the form stays busy. */
export function useForm<T>(act: () => Promise<Result<T>>, done: (value: T) => void) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async () => {
    setBusy(true)
    setRefusal(null)
    const answer = await send(act())
    if (answer.ok) return done(answer.value)
    setBusy(false)
    setRefusal({ message: answer.message, fields: answer.fields ?? {} })
  }
  const errors = refusal?.fields ?? {}
  /** What no field says already. */
  const message = refusal && !Object.values(errors).includes(refusal.message) ? refusal.message : null
  return { busy, setBusy, errors, message, submit }
}
