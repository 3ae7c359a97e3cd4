import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { DiscardButton } from '@/components/critiques/buttons'
import { Due } from '@/components/critiques/due'
import { WritingHelp } from '@/components/critiques/template-parts'
import { Writer } from '@/components/critiques/write/writer'
import { Page } from '@/components/ui/page'
import { writePage } from '@/lib/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Write a critique' }

type Props = { params: Promise<{ course: string; assignment: string }> }

export default async function WriteCritiquePage({ params }: Props) {
  const { course: slug, assignment: name } = await params
  const { actor, course } = await coursePage(slug)
  const page = await forPage(writePage(actor, course.id, name))
  const base = `/courses/${course.slug}/critiques/${name}`
  if (!page) redirect(base)
  const { id, assignment, template, draft, submitted } = page
  const { fields, wordLimit } = template
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          {assignment.title}
        </Link>
      }
      title={template.title}
      actions={!submitted && assignment.open ? <DiscardButton id={id} href={base} /> : null}
    >
      <p className="mt-2 text-13 text-ink-2">
        <Due of={assignment} now={actor.at} timeZone={course.timeZone} />
        {submitted ? (
          <>
            {' · '}
            <Link href={`${base}/${id}`} className="underline underline-offset-2">
              submission {submitted.number} is in
            </Link>
            ; what you change here counts when you submit again
          </>
        ) : null}
      </p>
      {template.intro ? <p className="mt-2 text-14 text-ink-2 max-w-[64ch]">{template.intro}</p> : null}
      <Writer
        id={id}
        clock={{
          now: actor.at.getTime(),
          rule: {
            ...assignment.rule,
            dueAt: assignment.extendedTo ?? assignment.dueAt,
            timeZone: course.timeZone,
          },
        }}
        submitted={submitted !== null}
        draft={draft}
        template={{ fields, wordLimit }}
        done={`${base}/${id}`}
        help={<WritingHelp template={template} />}
      />
    </Page>
  )
}
