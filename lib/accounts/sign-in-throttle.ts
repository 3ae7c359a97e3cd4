import 'server-only'
import { env } from '@/lib/env'
import { requireTry, resetTries, takeTry } from './throttle'

/** Where the request comes from. A forwarded address is believed only behind a proxy that we were told of. */
export function networkAddress(request: { headers: Pick<Headers, 'get'> }): string {
  const forwarded = env().TRUST_PROXY
    ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded || 'direct'
}

const addressIn = async (request: Request): Promise<string> => {
  const form = await request
    .clone()
    .formData()
    .catch(() => new FormData())
  return String(form.get('email') ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 254)
}

/** Counts links asked for, alike whether the address has an account or not. Throws TOO_MANY. */
export async function throttledLink(request: Request, ask: () => Promise<Response>): Promise<Response> {
  const network = networkAddress(request)
  if (network !== 'direct') await takeTry('mailLinkNetwork', network)
  await takeTry('mailLink', await addressIn(request))
  return ask()
}

/**
 * Counts wrong passwords by address and by network, and refuses with TOO_MANY before the password is looked at.
 * @param signIn runs next-auth's own handler; its answer sets a cookie exactly when the password was right.
 */
export async function throttledSignIn(request: Request, signIn: () => Promise<Response>): Promise<Response> {
  const email = await addressIn(request)
  const network = networkAddress(request)
  await requireTry('signInAddress', email)
  if (network !== 'direct') await requireTry('signInNetwork', network)
  const response = await signIn()
  if (response.headers.get('set-cookie')?.includes('session-token=')) await resetTries('signInAddress', email)
  else {
    await takeTry('signInAddress', email)
    if (network !== 'direct') await takeTry('signInNetwork', network)
  }
  return response
}
