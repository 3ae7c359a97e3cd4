import { SiteBar } from '@/components/shell/site-bar'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { currentViewer } from '@/lib/server/session'

export default async function NotFound() {
  const viewer = await currentViewer().catch(() => null)
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page
        eyebrow="404"
        title="There is nothing here that you can see"
        lede="The address may have a slip in it, the page may be gone, or it belongs to people of another course."
      >
        <div className="mt-8">
          <ButtonLink look="main" href={viewer ? '/' : '/sign-in'}>
            {viewer ? 'Go to your courses' : 'Sign in'}
          </ButtonLink>
        </div>
      </Page>
    </>
  )
}
