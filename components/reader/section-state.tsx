'use client'
import { lazy, Suspense } from 'react'
import { longDate, shortDate } from '@/lib/time'
import { useReader } from './context'
import type { Thread } from './threads'

const LostNotes = lazy(() => import('./lost-notes'))

/** Above the text: that the section was taken out, and which of its notes wait for the viewer to say where they belong. */
export function SectionState({ threads, base }: { threads: readonly Thread[]; base: string }) {
  const { page, course } = useReader()
  const { retiredAt } = page.section
  const asking = threads.filter(
    ({ root }) =>
      root.placement === 'UNCERTAIN' && (page.can.moderate || root.authorId === course.viewer.memberId),
  ).length
  return (
    <>
      {retiredAt ? (
        <p className="mt-4 border-l-2 border-warn pl-3 py-1 text-14 text-ink-2 measure">
          A revision took this section out of the reading on {longDate(retiredAt, course.timeZone)}. It is
          kept here with its notes.
        </p>
      ) : null}
      {asking ? (
        <p className="mt-4 border-l-2 border-warn pl-3 py-1 text-14 text-ink-2 print:hidden">
          The text was revised.{' '}
          <a className="underline underline-offset-2" href={`${base}/placements`}>
            {asking === 1 ? 'One note here asks' : `${asking} notes here ask`} where{' '}
            {asking === 1 ? 'it belongs' : 'they belong'}
          </a>
          .
        </p>
      ) : null}
    </>
  )
}

/** Below the text: notes that lost their words, and the texts that there were before. */
export function SectionPast({ lost, base }: { lost: readonly Thread[]; base: string }) {
  const { page, course } = useReader()
  return (
    <>
      {page.versions.length ? (
        <details className="mt-8 measure text-13 text-ink-2 print:hidden">
          <summary className="cursor-pointer py-1">
            Version {page.section.version}; earlier versions of this section
          </summary>
          <ul className="mt-1 grid gap-1">
            {page.versions.map(({ version, until }) => (
              <li key={version}>
                <a
                  className="underline underline-offset-2 hover:text-ink"
                  href={`${base}/${page.section.position}/versions/${version}`}
                >
                  Version {version}
                </a>
                , until {shortDate(until, course.timeZone)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {lost.length ? (
        <Suspense fallback={null}>
          <LostNotes threads={lost} />
        </Suspense>
      ) : null}
    </>
  )
}
