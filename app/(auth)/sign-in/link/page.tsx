import type { Metadata } from 'next'
import { SiteBar } from '@/components/shell/site-bar'
import { Button, ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { nextPath } from '@/lib/accounts/next-path'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'no-referrer' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** Where a mailed link leads. The button uses it up; opening the page does not (programs look through mail). */
export default async function LinkPage({ searchParams }: Props) {
  const asked = await searchParams
  const [token, email] = [one(asked.token), one(asked.email)]
  const { origin } = new URL(env().NEXTAUTH_URL)
  const next = nextPath(one(asked.callbackUrl).replace(origin, ''))
  return (
    <>
      <SiteBar viewer={null} />
      {token && email ? (
        <Page title="Welcome back" lede={`This signs you in as ${email}.`}>
          <form action="/api/auth/callback/email" className="mt-8">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="email" value={email} />
            <input type="hidden" name="callbackUrl" value={next} />
            <Button type="submit" look="main">
              Sign in
            </Button>
          </form>
        </Page>
      ) : (
        <Page title="This link is not whole" lede="Copy all of it out of the message, or ask for another.">
          <div className="mt-8">
            <ButtonLink href="/sign-in">Sign in</ButtonLink>
          </div>
        </Page>
      )}
    </>
  )
}
