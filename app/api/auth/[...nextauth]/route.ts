import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/accounts/auth'
import { throttledLink, throttledSignIn } from '@/lib/accounts/sign-in-throttle'
import { guarded } from '@/lib/server/route'

type Context = { params: Promise<{ nextauth: string[] }> }

const handle = (request: Request, context: unknown): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions())

/** `guarded` knows routes whose parameters are single words; this one's is a list. */
const asRoute = (work: (request: Request, context: Context) => Promise<Response>) =>
  guarded(work as never) as unknown as typeof work

export const GET = asRoute(handle)

/**
 * The form with each field once. next-auth would read JSON too, and of two addresses the last, so that a password could
 * be tried for another address than the one that is counted.
 */
async function asOneForm(request: Request): Promise<NextRequest> {
  const fields = Object.fromEntries(new URLSearchParams(await request.text()))
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/x-www-form-urlencoded')
  headers.delete('content-length')
  return new NextRequest(request.url, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields).toString(),
  })
}

/** next-auth looks at the first two words of the path alone. */
const isPassword = ([what, by]: string[]): boolean => what === 'callback' && by === 'credentials'
const isMailLink = ([what, by]: string[]): boolean => what === 'signin' && by === 'email'

export const POST = asRoute(async (request, context) => {
  const { nextauth } = await context.params
  if (!isPassword(nextauth) && !isMailLink(nextauth)) return handle(request, context)
  const form = await asOneForm(request)
  if (isMailLink(nextauth)) return throttledLink(form, () => handle(form, context))
  return throttledSignIn(form, () => handle(form, context))
})
