'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { submitCritiqueAction } from '@/lib/critiques/actions'
import type { Autosave } from './autosave'
import { fieldId } from './field-box'

export type Submit = {
  busy: boolean
  error: string | null
  errors: Record<string, string>
  submit: () => Promise<void>
}

/** Words may still be typed while the last ones are on their way. */
async function saveAll(autosave: Autosave): Promise<boolean> {
  for (let i = 0; i < 3; i++) if (await autosave.flush()) return true
  return false
}

/** Saves, submits, and goes to the reading view; or puts what is wrong beside the fields. */
export function useSubmit(id: string, autosave: Autosave, done: string): Submit {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const refuse = (message: string, fields: Record<string, string> = {}) => {
    setError(message)
    setErrors(fields)
    const [first] = Object.keys(fields)
    if (first) document.getElementById(fieldId(first))?.focus()
  }
  async function run() {
    if (!(await saveAll(autosave))) return refuse('It is not saved yet, so it cannot be submitted.')
    const result = await submitCritiqueAction({ id, revision: autosave.view.revision })
    if (result.ok) return router.push(done)
    if (result.code === 'CONFLICT') await autosave.look()
    const n = Object.keys(result.fields ?? {}).length
    refuse(n > 0 ? 'Some fields need another look.' : result.message, result.fields)
  }
  async function submit() {
    setBusy(true)
    setError(null)
    setErrors({})
    await run().catch(() => refuse('There is no connection. What you wrote is kept; try again shortly.'))
    setBusy(false)
  }
  return { busy, error, errors, submit }
}
