import type { NewsItem } from '@/lib/courses/rules/news'
import { Column, Line } from './column'

const MOST = 8

export function News({ items, firstVisit }: { items: NewsItem[]; firstVisit: boolean }) {
  const more = items.length - MOST
  return (
    <div>
      <Column
        title={firstVisit ? 'What happened so far' : 'New since you were here'}
        empty={firstVisit ? 'Nothing yet.' : 'Nothing since you were last here.'}
      >
        {items.slice(0, MOST).map((item) => (
          <Line key={item.key} href={item.href} what={item.text} title={item.place} />
        ))}
      </Column>
      {more > 0 ? <p className="mt-2 text-12 text-ink-3">And {more} more, in the rooms above.</p> : null}
    </div>
  )
}
