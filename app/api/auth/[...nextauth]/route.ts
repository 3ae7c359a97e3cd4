import NextAuth from 'next-auth'
import { authOptions } from '@/lib/accounts/auth'
import { throttledSignIn } from '@/lib/accounts/sign-in-throttle'
import { guarded } from '@/lib/server/route'

type Context = { params: Promise<{ nextauth: string[] }> }

const handle = (request: Request, context: unknown): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions())

export const GET = guarded(handle as never)

export const POST = guarded(async (request, context) => {
  const { nextauth } = await (context as unknown as Context).params
  if (nextauth.join('/') !== 'callback/credentials') return handle(request, context)
  return throttledSignIn(request, () => handle(request, context))
})
