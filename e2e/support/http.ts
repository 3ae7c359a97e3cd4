import { inSeminar } from './database'

export type Answer = {
  status: number
  headers: Headers
  /** Where a redirect leads on this site, as a path; another site's address in full. */
  leadsTo: string | null
  text: string
  bytes: Uint8Array
}

type Sent = { method?: string; json?: unknown; body?: BodyInit; headers?: Record<string, string> }

const PATIENCE_MS = 20_000

export const siteURL = (): string => {
  const { BASE_URL } = process.env
  if (!BASE_URL) throw new Error('BASE_URL is not set')
  return BASE_URL
}

/** Cookies of an answer as a request sends them back. */
const cookiesOf = (headers: Headers): [string, string][] =>
  headers.getSetCookie().map((line) => {
    const pair = line.split(';')[0] ?? ''
    return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  })

/** Requests without a browser: it follows no redirect, and keeps cookies as a browser does. */
export class Client {
  readonly cookies = new Map<string, string>()
  constructor(readonly base: string = siteURL()) {}

  async send(path: string, { method = 'GET', json, body, headers = {} }: Sent = {}): Promise<Answer> {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(new Error(`${method} ${path} took too long`)), PATIENCE_MS)
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    try {
      const response = await fetch(this.base + path, {
        method,
        redirect: 'manual',
        signal: giveUp.signal,
        headers: {
          ...(cookie && { cookie }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: json === undefined ? body : JSON.stringify(json),
        ...(body instanceof ReadableStream && { duplex: 'half' }),
      })
      for (const [name, value] of cookiesOf(response.headers)) this.cookies.set(name, value)
      // A stream never ends: that it is one is all there is to know.
      const endless = response.headers.get('content-type')?.startsWith('text/event-stream')
      const bytes = endless ? new Uint8Array() : new Uint8Array(await response.arrayBuffer())
      const location = response.headers.get('location')
      return {
        status: response.status,
        headers: response.headers,
        leadsTo: location?.replace(this.base, '') ?? null,
        text: new TextDecoder().decode(bytes),
        bytes,
      }
    } finally {
      clearTimeout(timer)
      giveUp.abort()
    }
  }

  /** Sends a form of next-auth, with the token that it asks for. */
  async form(path: string, fields: Record<string, string>): Promise<Answer> {
    const { csrfToken } = JSON.parse((await this.send('/api/auth/csrf')).text)
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    })
  }
}

/** A client that is signed in as a person of the demo. */
export async function signedIn(name: string, base = siteURL()): Promise<Client> {
  const client = new Client(base)
  const [person] = await inSeminar<{ id: string }>(`SELECT "id" FROM "User" WHERE "name" = $1 AND "demo"`, [
    name,
  ])
  await client.form('/api/auth/callback/demo', { userId: person?.id ?? '', callbackUrl: '/' })
  if (![...client.cookies.keys()].some((cookie) => cookie.includes('session-token')))
    throw new Error(`${name} could not sign in`)
  return client
}
