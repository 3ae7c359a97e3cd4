'use client'
import { useMemo } from 'react'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument } from './context'

/** The codes of the premises that a claim is linked with, "C07 C08"; one string, so that it can be compared. */
export function useLinked(): (claim: ClaimDto) => string {
  const { placed } = useArgument()
  const groups = useMemo(() => {
    const made = new Map<number, ClaimDto[]>()
    for (const c of placed)
      if (c.linkGroup !== null) made.set(c.linkGroup, [...(made.get(c.linkGroup) ?? []), c])
    return made
  }, [placed])
  return (claim) =>
    claim.linkGroup === null
      ? ''
      : (groups.get(claim.linkGroup) ?? [])
          .filter((c) => c.id !== claim.id)
          .map((c) => claimCode(c.number))
          .join(' ')
}
