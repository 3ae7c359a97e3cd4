import type { Metadata } from 'next'
import Link from 'next/link'
import { EditDebateForm } from '@/components/debates/setup/edit-debate-form'
import { RoleSheetForm } from '@/components/debates/setup/role-sheet'
import { Notice } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { roleSheet } from '@/lib/debates/set-up/read-roles'
import { debateSettings } from '@/lib/debates/set-up/settings'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Set up the debate' }

type Props = { params: Promise<{ course: string; debate: string }> }

export default async function EditDebatePage({ params }: Props) {
  const { course: courseSlug, debate } = await params
  const { actor, course } = await coursePage(courseSlug)
  const [settings, sheet] = await forPage(
    Promise.all([debateSettings(actor, course.id, debate), roleSheet(actor, course.id, debate)]),
  )
  const path = `/courses/${course.slug}/debates/${debate}`
  return (
    <Page
      eyebrow={
        <Link href={path} className="hover:underline">
          {settings.motion}
        </Link>
      }
      title="Set up the debate"
    >
      {settings.closed ? (
        <div className="mt-6">
          <Notice>This debate is closed; nothing in it changes any more.</Notice>
        </div>
      ) : (
        <>
          <EditDebateForm
            key={settings.mark}
            settings={settings}
            memberId={course.viewer.memberId}
            path={path}
            timeZone={course.timeZone}
          />
          <Section
            id="roles"
            title="Who does what"
            sub="Speakers stand on a side and have a place of their own, such as P1; a debate has one chair and one timekeeper."
          >
            <RoleSheetForm sheet={sheet} />
          </Section>
        </>
      )}
    </Page>
  )
}
