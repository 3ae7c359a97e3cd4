import type { ClaimHistory } from '@/lib/debates/schema'

/** What a claim said before; null where it could not be had. */
export async function fetchHistory(id: string, signal?: AbortSignal): Promise<ClaimHistory | null> {
  try {
    const answer = await fetch(`/api/claims/${id}/history`, signal ? { signal } : {})
    return answer.ok ? ((await answer.json()) as ClaimHistory) : null
  } catch {
    return null
  }
}
