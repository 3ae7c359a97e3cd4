import type { Metadata } from 'next'
import { EndEverywhere } from '@/components/accounts/end-everywhere'
import { NameForm } from '@/components/accounts/name-form'
import { PasswordForm } from '@/components/accounts/password-form'
import { SiteBar } from '@/components/shell/site-bar'
import { Page, Section } from '@/components/ui/page'
import { ownAccount } from '@/lib/accounts/queries'
import { forPage, pageViewer } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const viewer = await pageViewer()
  const account = await forPage(ownAccount(viewer.actor))
  const browsers = account.sessions === 1 ? 'one browser, this one' : `${account.sessions} browsers`
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page eyebrow={account.email} title="Account">
        <div className="max-w-[26rem]">
          <Section title="Name" sub="The class sees it beside everything that you write.">
            <NameForm name={account.name} />
          </Section>
          <Section
            title="Password"
            sub={account.demo ? undefined : 'A new password signs you out of every other browser at once.'}
          >
            {account.demo ? (
              <p className="text-ink-2">
                A demo person has no password: one click on the sign-in page enters.
              </p>
            ) : (
              <PasswordForm hasPassword={account.hasPassword} email={account.email} />
            )}
          </Section>
          <Section title="Sign out everywhere" sub={`You are signed in on ${browsers}.`}>
            <EndEverywhere />
          </Section>
        </div>
      </Page>
    </>
  )
}
