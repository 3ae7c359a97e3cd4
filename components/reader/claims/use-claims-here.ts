'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { StreamEvent } from '@/components/live/use-events'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimInSection, ClaimParcel, ClaimsHereDto, DebateOfCourse } from '@/lib/debates/schema'
import { claimsHere } from './here'

export type ClaimsHere = {
  claims: readonly ClaimInSection[]
  /** Null until they have come. */
  debates: readonly DebateOfCourse[] | null
  hear: (event: StreamEvent) => void
  /** Where a claim is read. */
  hrefOf: (claim: Pick<ClaimInSection, 'number' | 'debateId'>) => string | null
}

async function fetchHere(courseSlug: string, sectionId: string, signal: AbortSignal) {
  try {
    const answer = await fetch(`/api/courses/${courseSlug}/sections/${sectionId}/claims`, { signal })
    return answer.ok ? ((await answer.json()) as ClaimsHereDto) : null
  } catch {
    return null
  }
}

const idle = (work: () => void): (() => void) => {
  const timer = setTimeout(work, 300)
  return () => clearTimeout(timer)
}

/** The claims that rest on the section's words and notes, following the debates. They come after the notes. */
export function useClaimsHere(courseSlug: string, sectionId: string, path: string): ClaimsHere {
  const store = useMemo(() => claimsHere(path), [path])
  const [claims, setClaims] = useState<ClaimInSection[]>([])
  const [debates, setDebates] = useState<DebateOfCourse[] | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const cancel = idle(async () => {
      const dto = await fetchHere(courseSlug, sectionId, abort.signal)
      if (!dto || abort.signal.aborted) return
      store.begin(dto)
      setClaims(store.list())
      setDebates(dto.debates)
    })
    return () => {
      cancel()
      abort.abort()
    }
  }, [courseSlug, sectionId, store])
  const hear = useCallback(
    ({ seq, data }: StreamEvent) => {
      store.hear(seq, data as ClaimParcel)
      setClaims(store.list())
    },
    [store],
  )
  return useMemo(() => {
    const slugs = new Map(debates?.map((d) => [d.id, d.slug]))
    const hrefOf: ClaimsHere['hrefOf'] = ({ debateId, number }) => {
      const slug = slugs.get(debateId)
      return slug ? `/courses/${courseSlug}/debates/${slug}#${claimCode(number)}` : null
    }
    return { claims, debates, hear, hrefOf }
  }, [claims, debates, hear, courseSlug])
}
