import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { JoinAsNew } from '@/components/courses/join-as-new'
import { JoinButton } from '@/components/courses/join-button'
import { SiteBar } from '@/components/shell/site-bar'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { networkAddress } from '@/lib/accounts/sign-in-throttle'
import { courseOfLink, type JoinableCourse } from '@/lib/courses/commands'
import { isAppError } from '@/lib/errors'
import { memberIn } from '@/lib/policy'
import { currentViewer, type Viewer } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' }

type Found = { course: JoinableCourse } | { refused: string }

async function find(viewer: Viewer | null, token: string): Promise<Found> {
  const from = viewer?.actor.userId ?? networkAddress({ headers: await headers() })
  try {
    return { course: await courseOfLink(from, token) }
  } catch (error) {
    if (isAppError(error) && error.code === 'TOO_MANY') return { refused: error.message }
    if (isAppError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}

function Ways({ viewer, course, token }: { viewer: Viewer | null; course: JoinableCourse; token: string }) {
  if (!viewer)
    return (
      <>
        <JoinAsNew token={token} />
        <p className="mt-2 text-14 text-ink-2">
          You have an account?{' '}
          <Link
            className="text-accent underline underline-offset-2"
            href={`/sign-in?next=/join/${encodeURIComponent(token)}`}
          >
            Sign in to join
          </Link>
        </p>
      </>
    )
  if (memberIn(viewer.actor, course.id))
    return (
      <div className="grid gap-4 justify-items-start">
        <p className="text-ink-2">You are in this course already.</p>
        <ButtonLink look="main" href={`/courses/${course.slug}`}>
          Go to the course
        </ButtonLink>
      </div>
    )
  return <JoinButton token={token} name={viewer.actor.name} email={viewer.email} />
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const viewer = await currentViewer()
  const found = await find(viewer, token)
  if ('refused' in found)
    return (
      <>
        <SiteBar viewer={viewer} />
        <Page title="This link leads nowhere">
          <div className="mt-6 max-w-[52ch]">
            <Notice tone="warn">{found.refused} Ask your instructor for the link meanwhile.</Notice>
          </div>
        </Page>
      </>
    )
  const { course } = found
  const [lede] = course.description.split(/\n\s*\n/)
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page
        eyebrow={['You are invited', course.term].filter(Boolean).join(' · ')}
        title={course.title}
        lede={lede}
      >
        <div className="mt-8 max-w-[26rem]">
          <Ways viewer={viewer} course={course} token={token} />
        </div>
      </Page>
    </>
  )
}
