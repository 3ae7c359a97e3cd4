import type { Metadata } from 'next'
import { SiteBar } from '@/components/shell/site-bar'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { subscription } from '@/lib/notifications/unsubscribe'
import { forPage } from '@/lib/server/page'
import { currentViewer } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Mail', robots: { index: false } }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** Works without script and without signing in: the token in the message is enough. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? '')
  const [{ course, on }, viewer] = await Promise.all([forPage(subscription(token)), currentViewer()])
  return (
    <>
      <SiteBar viewer={viewer} />
      {on ? (
        <Page
          title={`No more mail about “${course}”?`}
          lede="You will still find everything under the bell when you are here."
        >
          <form method="post" action={`/api/unsubscribe?token=${encodeURIComponent(token)}`} className="mt-8">
            <Button type="submit" look="main">
              Stop this mail
            </Button>
          </form>
        </Page>
      ) : (
        <Page
          title="You get no more of this mail"
          lede={`Nothing is mailed to you about “${course}”. Under its bell you can have it again.`}
        />
      )}
    </>
  )
}
