import type { ClockDto, FloorDto } from '@/lib/debates/session/schema'

export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; message: string; present?: unknown }

const LOST = {
  ok: false,
  code: 'UNAVAILABLE',
  message: 'There is no connection. Nothing was changed; try again.',
} as const

/** Sends what somebody does in a session; a lost connection is an answer too. */
async function post<T>(path: string, body: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const json = await response.json()
    return response.ok ? { ok: true, value: json as T } : { ok: false, ...json.error }
  } catch {
    return LOST
  }
}

export type Move =
  | { act: 'start' | 'pause' | 'resume' | 'next' | 'back' }
  | { act: 'extend'; minutes: number }
  | { act: 'go'; phaseId: string }
  | { act: 'end'; abandon?: boolean }

export const sendMove = (debateId: string, revision: number, move: Move): Promise<Answer<ClockDto>> =>
  post(`/api/debates/${debateId}/session`, { ...move, revision })

export type HandAct =
  | { act: 'raise' }
  | { act: 'lower'; hand?: string }
  | { act: 'call' | 'done' | 'wait'; hand: string }
  | { act: 'invite'; member: string }
  | { act: 'move'; hand: string; to: number }

export const sendHand = (debateId: string, change: HandAct): Promise<Answer<FloorDto>> =>
  post(`/api/debates/${debateId}/hands`, change)
