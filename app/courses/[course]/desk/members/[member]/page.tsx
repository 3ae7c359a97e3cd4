import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { DossierView } from '@/components/grading/desk/dossier-view'
import { PrintButton } from '@/components/grading/desk/print-button'
import { ParticipationParts } from '@/components/grading/marks/participation-parts'
import { Page, Section } from '@/components/ui/page'
import { dossier } from '@/lib/grading/desk/dossier'
import { participationOf } from '@/lib/grading/participation/queries'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

export const metadata: Metadata = { title: 'Contribution' }

type Props = { params: Promise<{ course: string; member: string }> }

/** One member's whole contribution on a page that prints: for the staff, and for the member. */
export default async function MemberPage({ params }: Props) {
  const { course: slug, member } = await params
  const { actor, course } = await coursePage(slug)
  if (!z.uuid().safeParse(member).success) notFound()
  const [all, participation] = await forPage(
    Promise.all([dossier(actor, course.id, member), participationOf(actor, course.id, member)]),
  )
  const facts = [all.about, all.group, `member since ${longDate(all.joinedAt, course.timeZone)}`]
  return (
    <Page
      eyebrow={`${course.title}${course.term ? `, ${course.term}` : ''}`}
      title={all.name}
      lede={facts.filter(Boolean).join(' · ')}
      actions={<PrintButton />}
    >
      {participation ? (
        <Section title="Participation">
          <ParticipationParts participation={participation} course={course} now={actor.at.getTime()} />
        </Section>
      ) : null}
      <DossierView dossier={all} timeZone={course.timeZone} />
    </Page>
  )
}
