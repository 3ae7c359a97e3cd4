'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { SectionPage } from '@/lib/readings/schema'
import { useReader } from './context'

/** The reading's sections with progress and notes; on a narrow screen behind a button. */
export function Contents({ page, base }: { page: SectionPage; base: string }) {
  const { reading, contents, section } = page
  const { unread } = useReader()
  const [open, setOpen] = useState(false)
  const list = (
    <ol className="grid gap-0.5">
      {contents.map((entry) => {
        const here = entry.id === section.id
        const fresh = here ? unread.count : entry.fresh
        return (
          <li key={entry.id}>
            <Link
              href={`${base}/${entry.position}`}
              aria-current={here ? 'page' : undefined}
              className={cx(
                'grid grid-cols-[14px_1fr_auto] gap-2 py-1.5 text-13 leading-[1.35]',
                here ? 'text-ink font-medium' : 'text-ink-2 hover:text-ink',
              )}
            >
              <span aria-hidden className={cx('dot', entry.read && 'dot-done', here && 'dot-here')} />
              <span>
                {entry.heading}
                {entry.read ? <span className="sr-only"> (read)</span> : null}
              </span>
              <span className="num text-ink-3 font-normal">
                {fresh ? <span className="note-new mr-1.5">{fresh} new</span> : null}
                {entry.notes || ''}
                {entry.notes ? <span className="sr-only"> notes</span> : null}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
  return (
    <nav aria-label="Contents" className="contents-nav" data-open={open || undefined}>
      <div className="contents-title">
        <p className="font-serif font-semibold text-14 leading-[1.35]">{reading.title}</p>
        {reading.byline ? <p className="text-13 text-ink-3 mt-0.5">{reading.byline}</p> : null}
      </div>
      <Button
        look="quiet"
        className="contents-button"
        aria-expanded={open}
        aria-controls="contents"
        onClick={() => setOpen(!open)}
      >
        {section.retiredAt ? 'Contents' : `Contents: section ${section.position} of ${contents.length}`}
      </Button>
      <div id="contents" className="contents-list">
        {list}
      </div>
    </nav>
  )
}
