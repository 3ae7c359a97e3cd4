import { Section } from '@/components/ui/page'
import type { HomeMeeting } from '@/lib/courses/schema'
import { longDate } from '@/lib/time'

const Part = ({ label, text }: { label: string; text: string }) =>
  text ? (
    <div>
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="text-ink-2 whitespace-pre-line">{text}</dd>
    </div>
  ) : null

/** The course's meetings: what to do before each and what happens in it. */
export function Meetings({ meetings, timeZone }: { meetings: HomeMeeting[]; timeZone: string }) {
  if (meetings.length === 0) return null
  return (
    <Section title="Meetings">
      <ol className="border-t border-rule">
        {meetings.map((meeting) => (
          <li
            key={meeting.id}
            id={`meeting-${meeting.position}`}
            className="grid gap-x-8 gap-y-2 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] target:bg-accent-soft"
          >
            <div className="flex gap-3">
              <span className="num w-6 shrink-0 text-ink-3">{meeting.position}</span>
              <div>
                <h3 className="text-16">{meeting.title}</h3>
                {meeting.startsAt ? (
                  <time dateTime={meeting.startsAt} className="text-13 text-ink-2">
                    {longDate(meeting.startsAt, timeZone)}
                  </time>
                ) : null}
              </div>
            </div>
            <dl className="grid gap-x-8 gap-y-2 pl-9 sm:grid-cols-2 md:pl-0">
              <Part label="Before class" text={meeting.before} />
              <Part label="In class" text={meeting.inClass} />
            </dl>
          </li>
        ))}
      </ol>
    </Section>
  )
}
