import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskNav } from '@/components/grading/desk/desk-nav'
import { Page } from '@/components/ui/page'
import { auditLog } from '@/lib/grading/desk/audit'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

export const metadata: Metadata = { title: 'Log' }

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ before?: string }>
}

/** A number out of an address; anything else is the newest page. */
const numberIn = (text: string | undefined): number | null =>
  text && /^\d{1,15}$/.test(text) ? Number(text) : null

export default async function LogPage({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const before = numberIn((await searchParams).before)
  const { entries, older } = await forPage(auditLog(actor, course.id, before, null))
  const base = `/courses/${course.slug}/desk/log`
  return (
    <Page eyebrow={course.term} title="Log" lede="What the instructors and assistants changed, newest first.">
      <DeskNav slug={course.slug} />
      <ol className="mt-6 border-t border-rule text-14">
        {entries.map(({ seq, at, who, what, about, href }) => (
          <li key={seq} className="border-b border-rule py-2 sm:grid sm:grid-cols-[230px_1fr] gap-x-6">
            <time dateTime={at} className="num block text-13 text-ink-3">
              {longDate(at, course.timeZone)}
            </time>
            <span>
              <b className="font-medium">{who}</b>{' '}
              {href ? (
                <Link href={href} className="hover:text-accent underline decoration-rule underline-offset-3">
                  {what}
                </Link>
              ) : (
                what
              )}
              {about ? <span className="text-13 text-ink-3"> · {about}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <nav aria-label="Pages of the log" className="mt-6 flex gap-6 text-14">
        {before ? (
          <Link href={base} className="text-accent">
            Newest
          </Link>
        ) : null}
        {older ? (
          <Link href={`${base}?before=${older}`} className="text-accent">
            Older
          </Link>
        ) : null}
      </nav>
    </Page>
  )
}
