import { BarPlot } from '@/components/plots/bar-plot'
import { Section } from '@/components/ui/page'
import type { DeskCharts } from '@/lib/grading/desk/schema'

const dayName = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(day))

/** The last four weeks by day, and how far the class has read. */
export function Charts({ charts, students }: { charts: DeskCharts; students: number }) {
  const first = charts.activity.findIndex((d) => d.written > 0)
  const days = first < 0 ? [] : charts.activity.slice(first)
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <Section title="Activity" sub="Notes, replies, claims and statements by day, over four weeks at most.">
        {days.length === 0 ? (
          <p className="text-14 text-ink-3">Nothing has been written in the last four weeks.</p>
        ) : (
          <BarPlot
            quiet
            title="Activity by day"
            file="activity"
            measure="Written"
            format={String}
            rows={days.map(({ day, written, writers }) => ({
              ...{ key: day, label: dayName(day), value: written },
              ...(writers ? { note: writers === 1 ? '1 person' : `${writers} people` } : {}),
            }))}
          />
        )}
      </Section>
      <Section title="Reading" sub={`Students who have read each section, of ${students}.`}>
        {charts.reading.length === 0 ? (
          <p className="text-14 text-ink-3">No reading is published yet.</p>
        ) : (
          <BarPlot
            quiet
            title="Reading progress by section"
            file="reading-progress"
            measure="Students who have read it"
            most={Math.max(1, students)}
            format={String}
            rows={charts.reading.map(({ id, section, read }) => ({ key: id, label: section, value: read }))}
          />
        )}
      </Section>
    </div>
  )
}
