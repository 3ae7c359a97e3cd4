'use client'
import Link from 'next/link'
import { useState, useTransition } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { toast } from '@/components/ui/toasts'
import { markReadAction } from '@/lib/readings/actions'
import { useReader } from './context'
import { PostFirst } from './post-first'
import { Shortcuts } from './shortcuts'

/** Where the section ends: mark it as read, and go on. */
export function SectionFoot({ base }: { base: string }) {
  const { page } = useReader()
  const [read, setRead] = useState(page.section.read)
  const [busy, start] = useTransition()
  const { position } = page.section
  const before = page.contents.find((s) => s.position === position - 1)
  const after = page.contents.find((s) => s.position === position + 1)
  const mark = () =>
    start(async () => {
      const result = await markReadAction({ sectionId: page.section.id, read: !read })
      if (result.ok) setRead(result.value.read)
      else toast(result.message, { tone: 'bad' })
    })
  return (
    <div className="section-foot mt-14 pt-5 border-t border-rule flex flex-wrap gap-3 items-center measure print:hidden">
      <Button onClick={mark} busy={busy} aria-pressed={read}>
        {read ? 'Read' : 'Mark as read'}
      </Button>
      {page.can.arrange ? <PostFirst /> : null}
      <Button look="quiet" onClick={() => window.print()}>
        Print
      </Button>
      <Shortcuts />
      <span className="ml-auto flex flex-wrap gap-2">
        {before ? (
          <Link className={buttonClass('quiet')} href={`${base}/${before.position}`}>
            Previous
          </Link>
        ) : null}
        {after ? (
          <Link
            className={buttonClass(read ? 'main' : 'plain', 'max-w-full')}
            href={`${base}/${after.position}`}
          >
            <span className="truncate max-w-[26ch]">Next: {after.heading}</span>
          </Link>
        ) : null}
      </span>
    </div>
  )
}
