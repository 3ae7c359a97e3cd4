'use client'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { type Account, AccountBar } from './site-bar'

const TITLE = 'There is nothing here that you can see'

/**
 * The two pages for what is not there. Every page's data carries them, shown or not, so they are client components:
 * a name each, instead of their markup.
 */
export function MissingPage({ account }: { account: Account | null }) {
  return (
    <>
      <AccountBar account={account} />
      <Page
        eyebrow="404"
        title={TITLE}
        lede="The address may have a slip in it, the page may be gone, or it belongs to people of another course."
      >
        <div className="mt-8">
          <ButtonLink look="main" href={account ? '/' : '/sign-in'}>
            {account ? 'Go to your courses' : 'Sign in'}
          </ButtonLink>
        </div>
      </Page>
    </>
  )
}

export function MissingInCourse() {
  return (
    <Page
      eyebrow="404"
      title={TITLE}
      lede="The address may have a slip in it, or what stood here was taken away. The rooms above are all open."
    >
      <div className="mt-8">
        <ButtonLink look="main" href="/">
          Go to your courses
        </ButtonLink>
      </div>
    </Page>
  )
}
