'use client'
import { useEffect, useState } from 'react'
import type { ImportDto } from '@/lib/readings/draft-schema'
import { cancelImport, loadImport } from './import-client'

const ASK_EVERY_MS = 700

export const isUnderWay = (job: ImportDto): boolean => job.state === 'QUEUED' || job.state === 'RUNNING'

/** Follows a job until it ends; asks while it runs, for nothing of it is an event of the course. */
export function useImport(id: string | null): {
  job: ImportDto | null
  away: string | null
  cancel: () => void
} {
  const [job, setJob] = useState<ImportDto | null>(null)
  const [away, setAway] = useState<string | null>(null)
  useEffect(() => {
    setJob(null)
    setAway(null)
    if (!id) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const look = async () => {
      const reply = await loadImport(id)
      if (left) return
      if (reply.ok) setJob(reply.value)
      setAway(reply.ok ? null : reply.message)
      const over = reply.ok ? !isUnderWay(reply.value) : reply.code === 'NOT_FOUND'
      if (!over) timer = setTimeout(look, ASK_EVERY_MS)
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [id])
  const cancel = () => {
    if (!id) return
    void cancelImport(id).then((reply) => {
      if (reply.ok) setJob(reply.value)
      else setAway(reply.message)
    })
  }
  return { job, away, cancel }
}
