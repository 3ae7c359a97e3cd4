import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Groups } from '@/components/courses/people/groups'
import { JoinLink } from '@/components/courses/people/join-link'
import { MemberList } from '@/components/courses/people/member-list'
import { PeopleWatch } from '@/components/courses/people/people-watch'
import { Removed } from '@/components/courses/people/removed'
import { PeopleSkeleton } from '@/components/courses/skeletons'
import { Page, Section } from '@/components/ui/page'
import { peoplePage } from '@/lib/courses/queries'
import { type CourseFrame, ROLE_TEXT, ROLES } from '@/lib/courses/schema'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy'
import { coursePage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'People' }

async function People({ actor, course }: { actor: Actor; course: CourseFrame }) {
  const { members, removed, groups, joinToken, can } = await peoplePage(actor, course.id)
  const origin = new URL(env().NEXTAUTH_URL).origin
  return (
    <>
      {can.manage ? (
        <div className="grid gap-x-16 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <JoinLink courseId={course.id} url={joinToken ? `${origin}/join/${joinToken}` : null} />
          <Groups courseId={course.id} groups={groups} members={members} />
        </div>
      ) : null}
      {ROLES.map((role) => {
        const here = members.filter((m) => m.role === role)
        if (here.length === 0) return null
        const { one, many, does } = ROLE_TEXT[role]
        return (
          <Section key={role} title={here.length === 1 ? one : many} sub={does}>
            <MemberList members={here} groups={groups} manage={can.manage} self={course.viewer.memberId} />
          </Section>
        )
      })}
      <Removed members={removed} />
    </>
  )
}

export default async function PeoplePage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  return (
    <Page eyebrow={course.term} title="People">
      <Suspense fallback={<PeopleSkeleton />}>
        <People actor={actor} course={course} />
      </Suspense>
      <PeopleWatch slug={course.slug} seq={course.seq} />
    </Page>
  )
}
