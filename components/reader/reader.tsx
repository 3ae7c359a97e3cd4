'use client'
import './reader.css'
import { useRouter } from 'next/navigation'
import { lazy, type MouseEvent, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { newId } from '@/components/ui/new-id'
import { toast } from '@/components/ui/toasts'
import type { CourseFrame } from '@/lib/courses/schema'
import type { SectionPage } from '@/lib/readings/schema'
import { longDate } from '@/lib/time'
import type { Ground } from './claims/claim-dialog'
import { ClaimsOnWords } from './claims/claims-on'
import { groundOfWords } from './claims/ground'
import { spansOf } from './claims/here'
import { useClaimsHere } from './claims/use-claims-here'
import { Contents } from './contents'
import { type Chosen, ReaderProvider } from './context'
import { NO_FILTER } from './filters'
import { Margin, type Writing } from './margin'
import type { WrittenKind } from './note-kinds'
import { lostThreads, placedThreads } from './placement'
import { blockOf, blockSpan, offsetAtPoint, rangesOf, type Span } from './positions'
import { Prompts } from './prompts'
import { RevisedNotice } from './revised'
import { SectionFoot } from './section-foot'
import { SectionPast, SectionState } from './section-state'
import { SelectionBar, type Taken } from './selection-bar'
import { type Thread, threadsOf } from './threads'
import { TogetherSlot } from './together-slot'
import { useHighlights } from './use-highlights'
import { useNotes } from './use-notes'
import { useReturn } from './use-return'
import { useUnread } from './use-unread'
import { WordChooser } from './word-chooser'

const ClaimDialog = lazy(() => import('./claims/claim-dialog'))

type Props = {
  course: CourseFrame
  page: SectionPage
  now: number
  noteId: string | null
  passage: Span | null
}

/**
 * The shortest passage under the point: of notes that overlap, the one that says more exactly where. Where that one is
 * active already, the next longer, and so on round.
 */
function threadAt(threads: readonly Thread[], offset: number, activeId: string | null): Thread | undefined {
  const over = threads.filter(({ root }) => (root.start ?? 0) <= offset && offset < (root.end ?? 0))
  const length = ({ root }: Thread) => (root.end ?? 0) - (root.start ?? 0)
  over.sort((a, b) => length(a) - length(b))
  return over[(over.findIndex(({ root }) => root.id === activeId) + 1) % Math.max(1, over.length)]
}

/** The reading room: contents, text and margin of one section. */
export function Reader({ course, page, now, noteId, passage }: Props) {
  const article = useRef<HTMLElement>(null)
  const router = useRouter()
  const base = `/courses/${course.slug}/readings/${page.reading.slug}`
  const claims = useClaimsHere(course.slug, page.section.id, `${base}/${page.section.position}`)
  const notes = useNotes(
    ...([course.slug, page.section.id, course.seq, course.viewer.memberId] as const),
    router.refresh,
    claims.hear,
  )
  const [ground, setGround] = useState<Ground | null>(null)
  const unread = useUnread(notes, page.section.id, course.viewer.memberId)
  const [filter, setFilter] = useState(NO_FILTER)
  const [activeId, setActiveId] = useState<string | null>(noteId)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const threads = useMemo(() => threadsOf(notes.notes.values()), [notes.notes])
  const margin = useMemo(() => placedThreads(threads, page.section), [threads, page.section])
  const orphaned = useMemo(() => lostThreads(threads, page.section), [threads, page.section])
  const { leave, back } = useReturn()
  const claimed = useMemo(() => spansOf(claims.claims), [claims.claims])
  useHighlights(article, margin, activeId, passage, claimed)

  const showWords = useCallback((span: Span, focus = false) => {
    const block = focus && article.current ? blockOf(article.current, span.start) : null
    block?.setAttribute('tabindex', '-1')
    block?.focus({ preventScroll: true })
    const range = article.current && rangesOf(article.current, span)[0]
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [])
  const activate = useCallback(
    (id: string | null, scroll = false, focus = false) => {
      setActiveId(id)
      const root = scroll && id ? notes.notes.get(id) : undefined
      if (root?.placement === 'ORPHANED')
        return document.querySelector(`main [data-card="${id}"]`)?.scrollIntoView({ block: 'center' })
      if (root?.start != null && root.end != null) showWords({ start: root.start, end: root.end }, focus)
    },
    [notes.notes, showWords],
  )
  useDeepLink(
    noteId,
    passage,
    notes.loaded,
    notes.notes.get(noteId ?? '')?.threadId ?? null,
    activate,
    showWords,
  )

  const onArticleClick = (event: MouseEvent) => {
    const text = article.current
    if (!text || !document.getSelection()?.isCollapsed) return
    const number = (event.target as Element).closest('a.n')
    if (number && page.can.write && !page.section.retiredAt) {
      event.preventDefault()
      const block = number.closest('.block')
      const chosen = block ? blockSpan(block) : null
      return setTaken(chosen && { ...chosen, byKey: event.detail === 0 })
    }
    setTaken(null)
    const offset = offsetAtPoint(text, event.clientX, event.clientY)
    const thread = offset === null ? undefined : threadAt(margin, offset, activeId)
    if (thread) activate(thread.root.id)
  }
  const onChoose = async (chosen: Chosen, kind: WrittenKind | 'HIGHLIGHT') => {
    setTaken(null)
    leave(article.current && blockOf(article.current, chosen.start)?.querySelector('.n'))
    if (kind !== 'HIGHLIGHT') return setWriting({ chosen, kind })
    const { start, end, exact } = chosen
    const anchor = { start, end, exact }
    const answer = await notes.post({
      id: newId(),
      sectionId: page.section.id,
      kind,
      visibility: 'PRIVATE',
      anchor,
      version: page.section.version,
    })
    if (!answer.ok) toast(answer.problem.message, { tone: 'bad' })
    back()
  }

  const onClaim = (chosen: Chosen) => {
    setTaken(null)
    leave(article.current && blockOf(article.current, chosen.start)?.querySelector('.n'))
    setGround(groundOfWords(page.section.id, chosen))
  }
  const onLeave = (chosen: Chosen) => {
    setTaken(null)
    document.getSelection()?.removeAllRanges()
    const number = article.current && blockOf(article.current, chosen.start)?.querySelector<HTMLElement>('.n')
    number?.focus({ preventScroll: true })
  }

  const { section } = page
  // one object for good: React must never write the text anew under the highlights' ranges
  const words = useMemo(() => ({ __html: section.html }), [section.html])
  return (
    <ReaderProvider
      value={{ course, page, notes, unread, claims, now, activeId, activate, filter, setFilter }}
    >
      <div className="reader">
        <Contents page={page} base={base} />
        <main id="main" className="text">
          <TogetherSlot article={article} />
          <p className="text-12 font-medium tracking-[.04em] text-ink-3">
            {section.retiredAt
              ? 'No longer in the reading'
              : `Section ${section.position} of ${page.contents.length}`}{' '}
            · {section.minutes} min
            {section.dueAt ? ` · discuss by ${longDate(section.dueAt, course.timeZone)}` : ''}
          </p>
          <h1 className="text-24 sm:text-32 mt-1.5 max-w-[22em]">{section.heading}</h1>
          {section.status ? <p className="mt-2 text-13 text-ink-3">{section.status}</p> : null}
          <SectionState threads={threads} base={base} />
          <div className="relative mt-8">
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click on coloured words is a shortcut; the margin's cards are the buttons */}
            <article
              ref={article}
              className="reading"
              onClick={onArticleClick}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped and built by lib/readings/rules/html.ts
              dangerouslySetInnerHTML={words}
            />
            {page.can.write && !section.retiredAt ? (
              <>
                <SelectionBar
                  article={article}
                  paragraph={taken}
                  onChoose={onChoose}
                  onLeave={onLeave}
                  onClaim={onClaim}
                />
                <WordChooser article={article} onChosen={(chosen) => setTaken({ ...chosen, byKey: true })} />
              </>
            ) : null}
          </div>
          <ClaimsOnWords base={base} />
          <SectionPast lost={orphaned} base={base} />
          <SectionFoot base={base} />
          <Prompts threads={threads} />
        </main>
        <Margin
          article={article}
          threads={margin}
          orphaned={orphaned}
          writing={writing}
          onNew={(chosen) => onChoose(chosen, 'COMMENT')}
          onWritten={() => {
            setWriting(null)
            back()
          }}
        />
      </div>
      {ground ? (
        <Suspense>
          <ClaimDialog
            ground={ground}
            onClose={() => {
              setGround(null)
              back()
            }}
          />
        </Suspense>
      ) : null}
      {notes.revised ? <RevisedNotice revised={notes.revised} base={base} /> : null}
      <Connection state={notes.stream} />
    </ReaderProvider>
  )
}

/** `?note=` makes that note (or the thread it is in) the active one, `?at=` shows a passage; focus goes to the words. Once. */
function useDeepLink(
  noteId: string | null,
  passage: Span | null,
  loaded: boolean,
  threadId: string | null,
  activate: (id: string, scroll: boolean, focus: boolean) => void,
  showWords: (span: Span, focus: boolean) => void,
): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    if (passage) {
      done.current = true
      showWords(passage, true)
    } else if (noteId && loaded) {
      done.current = true
      activate(threadId ?? noteId, true, true)
    }
  }, [noteId, passage, loaded, threadId, activate, showWords])
}
