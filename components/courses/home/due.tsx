import { longDate } from '@/lib/time'
import { Column, Line } from './column'

type Item = { key: string; what: string; title: string; href: string | null; at: string; done: boolean }

const HOUR = 3_600_000
const MOST = 6

/** "in 3 days", "in 5 hours", "within the hour", "now", "2 days ago". */
function distance(at: number, now: number): string {
  const hours = (at - now) / HOUR
  const amount = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`
  if (hours < -24) return `${amount(Math.round(-hours / 24), 'day')} ago`
  if (hours < 0) return hours > -2 ? 'now' : `${amount(Math.round(-hours), 'hour')} ago`
  if (hours < 1) return 'within the hour'
  return hours < 36
    ? `in ${amount(Math.round(hours), 'hour')}`
    : `in ${amount(Math.round(hours / 24), 'day')}`
}

/** Sections to be discussed by one moment are one line, which leads to the first that is not yet read. */
function merged(items: Item[]): Item[] {
  const out: (Item & { more: number })[] = []
  for (const item of items) {
    const first = out.find(
      (o) => item.what === 'Discuss' && o.what === 'Discuss' && o.at.slice(0, 16) === item.at.slice(0, 16),
    )
    if (!first) out.push({ ...item, more: 0 })
    else {
      if (first.done && !item.done) Object.assign(first, { title: item.title, href: item.href, done: false })
      first.more++
    }
  }
  return out.map(({ more, ...item }) => ({
    ...item,
    title: more ? `${item.title}, and ${more} more section${more === 1 ? '' : 's'}` : item.title,
  }))
}

export function Due({ items, timeZone, now }: { items: Item[]; timeZone: string; now: number }) {
  const lines = merged(items)
  return (
    <div>
      <Column title="Due" empty="Nothing is due.">
        {lines.slice(0, MOST).map((item) => (
          <Line
            key={item.key}
            href={item.href ?? '#main'}
            what={`${item.what} · ${distance(Date.parse(item.at), now)}${item.done ? ' · done' : ''}`}
            title={item.title}
            note={<time dateTime={item.at}>{longDate(item.at, timeZone)}</time>}
          />
        ))}
      </Column>
      {lines.length > 0 ? (
        <p className="mt-2 text-12 text-ink-3">
          {lines.length > MOST ? `${lines.length - MOST} more later. ` : ''}Times of{' '}
          {timeZone.replaceAll('_', ' ')}.
        </p>
      ) : null}
    </div>
  )
}
