import NextAuth from 'next-auth'
import { authOptions } from '@/lib/accounts/auth'
import { throttledSignIn } from '@/lib/accounts/sign-in-throttle'
import { guarded } from '@/lib/server/route'

type Context = { params: Promise<{ nextauth: string[] }> }

const handle = (request: Request, context: unknown): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions())

/** `guarded` knows routes whose parameters are single words; this one's is a list. */
const asRoute = (work: (request: Request, context: Context) => Promise<Response>) =>
  guarded(work as never) as unknown as typeof work

export const GET = asRoute(handle)

export const POST = asRoute(async (request, context) => {
  const { nextauth } = await context.params
  if (nextauth.join('/') !== 'callback/credentials') return handle(request, context)
  return throttledSignIn(request, () => handle(request, context))
})
