import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { ReportDto } from '@/lib/grading/desk/schema'
import { ago } from '@/lib/time'
import { HandleReport } from './handle-report'

type Props = { reports: ReportDto[]; now: number; timeZone: string }

/** What members have asked the staff to look at. */
export function Reports({ reports, now, timeZone }: Props) {
  return (
    <Section
      title={reports.length === 1 ? 'A report' : `${reports.length} reports`}
      sub="Members ask you to look at these notes and claims. Open one to hide it or answer; then say here what you did."
    >
      <ul className="border-t border-rule">
        {reports.map(({ id, about, reporter, author, reason, excerpt, href, hidden, at }) => (
          <li key={id} className="border-b border-rule py-3 grid gap-x-8 gap-y-2 md:grid-cols-[1fr_auto]">
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{reason}</p>
              <p className="text-13 text-ink-3">
                {reporter} about a {about} by {author} · <time dateTime={at}>{ago(at, now, timeZone)}</time>
                {hidden ? ' · hidden' : ''}
              </p>
              <Link
                href={href}
                className="mt-1 block border-l-2 border-rule pl-3 text-14 text-ink-2 hover:text-accent measure wrap-anywhere"
              >
                {excerpt}
              </Link>
            </div>
            <HandleReport id={id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
