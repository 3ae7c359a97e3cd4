import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnerForm } from '@/components/accounts/owner-form'
import { SiteBar } from '@/components/shell/site-bar'
import { Page } from '@/components/ui/page'
import { needsOwner } from '@/lib/accounts/queries'

export const metadata: Metadata = { title: 'Welcome' }
export const dynamic = 'force-dynamic'

export default async function WelcomePage() {
  if (!(await needsOwner())) notFound()
  return (
    <>
      <SiteBar viewer={null} />
      <Page
        eyebrow="First run"
        title="Who looks after this site?"
        lede="Make the first account. It owns the site: it can make courses, and sees who has an account."
      >
        <div className="mt-8 max-w-[26rem]">
          <OwnerForm />
        </div>
      </Page>
    </>
  )
}
