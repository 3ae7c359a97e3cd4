import type { DraftText, Saved } from '@/lib/critiques/schema'

export type Refusal = { ok: false; code: string; message: string; retryAfterSeconds?: number }
export type Reply<T> = ({ ok: true } & T) | Refusal

export type Transport = {
  save: (revision: number, answers: Record<string, string>, leaving?: boolean) => Promise<Reply<Saved>>
  load: () => Promise<Reply<DraftText>>
}

/** The browser lets go of a page's last requests only up to 64 KiB together. */
const KEEPALIVE_BYTES = 60_000

async function ask<T>(url: string, init: RequestInit): Promise<Reply<T>> {
  try {
    const response = await fetch(url, init)
    const body = await response.json()
    if (response.ok) return { ok: true, ...body }
    return { ok: false, code: 'INTERNAL', message: 'Something went wrong on our side.', ...body.error }
  } catch {
    return { ok: false, code: 'OFFLINE', message: 'There is no connection.' }
  }
}

/** @param url answers GET with the draft and PUT with what it then is: a critique's answers, a review. */
export function httpTransport(url: string): Transport {
  return {
    save(revision, answers, leaving) {
      const body = JSON.stringify({ revision, answers })
      const keepalive = leaving === true && new TextEncoder().encode(body).length < KEEPALIVE_BYTES
      return ask(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body, keepalive })
    },
    load: () => ask(url, { cache: 'no-store' }),
  }
}
