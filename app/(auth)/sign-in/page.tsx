import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DemoPeople } from '@/components/accounts/demo-people'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { SingleSignOn } from '@/components/accounts/single-sign-on'
import { SiteBar } from '@/components/shell/site-bar'
import { Page } from '@/components/ui/page'
import { mailLinkGoes } from '@/lib/accounts/mail-link'
import { nextPath } from '@/lib/accounts/next-path'
import { demoPeople, needsOwner } from '@/lib/accounts/queries'
import { env } from '@/lib/env'
import { currentViewer } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Sign in' }

/** Why next-auth sent the browser back here, in a sentence. */
const REASONS: Record<string, string> = {
  OAuthAccountNotLinked:
    'There is an account with this address already. Sign in with its password; single sign-on is not linked to it.',
  AccessDenied: 'Single sign-on did not confirm your e-mail address, so it cannot be used here.',
  Verification: 'That link has been used, or is more than 15 minutes old. Ask for another.',
  SessionRequired: 'Sign in to go on.',
}
const OTHER = 'Single sign-on did not work. Try again, or use your password.'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** next-auth gives its own `callbackUrl`, which names this site in full. */
function wanted(params: Awaited<Props['searchParams']>): string {
  const { next, callbackUrl } = params
  const { origin } = new URL(env().NEXTAUTH_URL)
  const path = typeof callbackUrl === 'string' ? callbackUrl.replace(origin, '') : undefined
  return nextPath(next ?? path)
}

export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams
  const next = wanted(params)
  if (await currentViewer()) redirect(next)
  if (await needsOwner()) redirect('/welcome')
  const people = await demoPeople()
  const reason = typeof params.error === 'string' ? (REASONS[params.error] ?? OTHER) : null
  const account = (
    <div className="grid gap-5 max-w-[22rem]">
      <SignInForm next={next} problem={reason} mailLink={mailLinkGoes()} />
      {env().OIDC_ISSUER ? <SingleSignOn name={env().OIDC_NAME} next={next} /> : null}
    </div>
  )
  return (
    <>
      <SiteBar viewer={null} />
      {people.length > 0 ? (
        <Page
          title="Come in"
          lede="This is a demo: one click enters as any of these people. Open a second browser to be two of them at once."
        >
          <div className="mt-10 grid gap-x-16 gap-y-12 lg:grid-cols-[1fr_20rem]">
            <DemoPeople people={people} next={next} />
            <section aria-labelledby="own" className="lg:border-l lg:border-rule lg:pl-10">
              <h2 id="own" className="text-19 mb-4">
                Or with an account
              </h2>
              {account}
            </section>
          </div>
        </Page>
      ) : (
        <Page title="Sign in" lede="New here? Your instructor sends you a link to join the course.">
          <div className="mt-8">{account}</div>
        </Page>
      )}
    </>
  )
}
