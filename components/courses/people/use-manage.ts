'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { toast } from '@/components/ui/toasts'
import type { Result } from '@/lib/server/action'

const UNREACHED = 'The server cannot be reached. Nothing was changed; try again shortly.'

/** Runs an action on the list of people: says what was refused, and shows the list as it is afterwards. */
export function useManage() {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refreshing, refresh] = useTransition()
  async function run<T>(work: () => Promise<Result<T>>, done?: (value: T) => void): Promise<boolean> {
    setBusy(true)
    const result = await work().catch(() => null)
    setBusy(false)
    if (result?.ok) done?.(result.value)
    else toast(result?.message ?? UNREACHED, { tone: 'bad' })
    refresh(() => router.refresh())
    return result?.ok ?? false
  }
  return { run, busy: busy || refreshing }
}
