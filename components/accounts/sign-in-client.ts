'use client'

export type SignedIn = { ok: true } | { ok: false; message: string }

const WRONG = 'This address and password do not belong together. Look at both and try again.'
const UNREACHED = 'The server cannot be reached. What you typed is still here; try again shortly.'

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  return fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }) })
}

/** next-auth answers an old form token with a way back to its form; anything else it refuses with an error. */
const isRefusal = (url: unknown): boolean => typeof url !== 'string' || /[?&](error|csrf)=/.test(url)

type Answer = { url?: unknown; error?: { message?: string } }

async function credentials(
  provider: string,
  fields: Record<string, string>,
  again = true,
): Promise<SignedIn> {
  const response = await post(`/api/auth/callback/${provider}`, { ...fields, callbackUrl: '/' })
  const answer = (await response.json().catch(() => ({}))) as Answer
  if (answer.error?.message) return { ok: false, message: answer.error.message }
  if (response.ok && !isRefusal(answer.url)) return { ok: true }
  if (again && /[?&]csrf=/.test(String(answer.url))) return credentials(provider, fields, false)
  return { ok: false, message: response.status >= 500 ? UNREACHED : WRONG }
}

/** Signs in by one of the server's own providers: an address and a password, or a demo person. */
export const signIn = (provider: 'credentials' | 'demo', fields: Record<string, string>): Promise<SignedIn> =>
  credentials(provider, fields).catch(() => ({ ok: false, message: UNREACHED }))

/** Leaves for the single sign-on provider, which sends the browser back. Answers only when that failed. */
export async function leaveForSingleSignOn(next: string): Promise<string | null> {
  try {
    const response = await post('/api/auth/signin/oidc', { callbackUrl: next })
    const { url } = (await response.json()) as Answer
    if (typeof url !== 'string' || isRefusal(url))
      return 'Single sign-on does not answer. Try again shortly, or use a password.'
    location.assign(url)
    return null
  } catch {
    return UNREACHED
  }
}

/** Asks for a link by mail. The answer is the same whether there is an account or not. */
export async function askForLink(email: string, next: string): Promise<SignedIn> {
  try {
    const response = await post('/api/auth/signin/email', { email, callbackUrl: next })
    const answer = (await response.json().catch(() => ({}))) as Answer
    if (answer.error?.message) return { ok: false, message: answer.error.message }
    if (response.ok && !isRefusal(answer.url)) return { ok: true }
    return { ok: false, message: response.status >= 500 ? UNREACHED : 'Write your e-mail address in full.' }
  } catch {
    return { ok: false, message: UNREACHED }
  }
}
