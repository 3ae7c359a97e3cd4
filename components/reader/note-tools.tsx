'use client'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import type { NoteDto, ReactionKind } from '@/lib/discussion/schema'
import { ClaimsOnNote } from './claims/claims-on'
import { groundOfNote } from './claims/ground'
import { useReader } from './context'
import type { Reasoned } from './reason-dialog'

const ClaimDialog = lazy(() => import('./claims/claim-dialog'))
const ReasonDialog = lazy(() => import('./reason-dialog'))

const TOOL = 'cursor-pointer text-ink-3 hover:text-ink pointer-coarse:py-2'

const times = (n: number, word: string): string => (n > 0 ? `${word} ${n}` : word)

/** What one may do with a note; what is seldom done, behind "More". */
export function NoteTools({
  note,
  onReply,
  onEdit,
}: {
  note: NoteDto
  onReply?: (() => void) | undefined
  onEdit: () => void
}) {
  const { page, course } = useReader()
  const [more, setMore] = useState(false)
  const mine = note.authorId === course.viewer.memberId
  return (
    <>
      <ClaimsOnNote noteId={note.id} />
      <footer className="flex flex-wrap gap-x-3.5 mt-1 text-12 print:hidden">
        {page.can.write && onReply ? (
          <Tool className="font-medium text-ink-2" onClick={onReply} data-reply="">
            Reply
          </Tool>
        ) : null}
        {note.kind === 'QUESTION' ? <Reaction note={note} mine={mine} kind="SAME_QUESTION" /> : null}
        {note.kind === 'HIGHLIGHT' ? null : <Reaction note={note} mine={mine} kind="THANKS" />}
        <Resolving note={note} mine={mine} />
        {page.can.write ? <MakeClaim note={note} /> : null}
        <Tool aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? 'Less' : 'More'}
        </Tool>
        {more ? <Seldom note={note} mine={mine} onEdit={onEdit} /> : null}
      </footer>
    </>
  )
}

/** The first of two clicks from a note to a claim. */
function MakeClaim({ note }: { note: NoteDto }) {
  const { page } = useReader()
  const [open, setOpen] = useState(false)
  if (note.visibility !== 'COURSE' && note.start === null) return null
  const ground = open ? groundOfNote(note, page.section.id) : null
  return (
    <>
      <Tool onClick={() => setOpen(true)}>Make a claim</Tool>
      {ground ? (
        <Suspense>
          <ClaimDialog ground={ground} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function Tool({
  className,
  ...props
}: React.ComponentProps<'button'> & { children: ReactNode; 'data-reply'?: string }) {
  return <button type="button" {...props} className={cx(TOOL, className)} />
}

const WORDS = {
  SAME_QUESTION: {
    tool: 'My question too',
    count: (n: number) => `${n} ${n === 1 ? 'has' : 'have'} this question too`,
  },
  THANKS: { tool: 'Thanks', count: (n: number) => (n === 1 ? '1 thanks' : `${n} thanks`) },
} as const

/** A toggle with its count; to the author, and to those who only read, the count alone. */
function Reaction({ note, mine, kind }: { note: NoteDto; mine: boolean; kind: ReactionKind }) {
  const { page, notes } = useReader()
  const count = kind === 'THANKS' ? note.thanks : note.same
  if (mine || !page.can.write)
    return count > 0 ? <span className="text-ink-3">{WORDS[kind].count(count)}</span> : null
  const on = notes.own.reacted(note.id, kind)
  return (
    <Tool
      aria-pressed={on}
      aria-label={kind === 'THANKS' ? `Thanks (${count})` : `I have this question too (${count})`}
      title={kind === 'THANKS' ? undefined : 'I have this question too'}
      className={cx('num', on && 'text-accent font-medium')}
      onClick={() => notes.own.react(note.id, kind, !on)}
    >
      {times(count, WORDS[kind].tool)}
    </Tool>
  )
}

function Resolving({ note, mine }: { note: NoteDto; mine: boolean }) {
  const { page, notes } = useReader()
  if (note.kind !== 'QUESTION' || !((mine && page.can.write) || page.can.moderate)) return null
  return (
    <Tool onClick={() => notes.own.resolve(note.id, !note.resolved)}>
      {note.resolved ? 'Reopen' : 'Resolve'}
    </Tool>
  )
}

function Seldom({ note, mine, onEdit }: { note: NoteDto; mine: boolean; onEdit: () => void }) {
  const { page, notes } = useReader()
  const thread = note.threadId ?? note.id
  const follows = notes.own.following(thread)
  return (
    <>
      {note.threadId ? null : (
        <Tool aria-pressed={follows} onClick={() => notes.own.follow(thread, !follows)}>
          {follows ? 'Unfollow' : 'Follow'}
        </Tool>
      )}
      <Tool onClick={() => copyLink(note.id)}>Copy link</Tool>
      {mine && page.can.write && note.kind !== 'HIGHLIGHT' ? <Tool onClick={onEdit}>Edit</Tool> : null}
      {(mine && page.can.write) || page.can.moderate ? (
        <Tool onClick={() => notes.remove(note.id)}>Delete</Tool>
      ) : null}
      <Moderation note={note} mine={mine} />
    </>
  )
}

/** For the staff: hide, lock, pin. For everybody else: tell the staff. */
function Moderation({ note, mine }: { note: NoteDto; mine: boolean }) {
  const { page, notes } = useReader()
  const [asking, setAsking] = useState<Reasoned | null>(null)
  const { moderate } = notes.own
  return (
    <>
      {page.can.moderate ? <Tool onClick={() => setAsking('HIDE')}>Hide</Tool> : null}
      {page.can.moderate && !note.threadId ? (
        <>
          <Tool aria-pressed={note.locked} onClick={() => moderate(note.id, note.locked ? 'UNLOCK' : 'LOCK')}>
            {note.locked ? 'Unlock' : 'Lock'}
          </Tool>
          <Tool aria-pressed={note.pinned} onClick={() => moderate(note.id, note.pinned ? 'UNPIN' : 'PIN')}>
            {note.pinned ? 'Unpin' : 'Pin'}
          </Tool>
        </>
      ) : null}
      {page.can.write && !page.can.moderate && !mine ? (
        <Tool onClick={() => setAsking('REPORT')}>Report</Tool>
      ) : null}
      {asking ? (
        <Suspense>
          <ReasonDialog note={note} act={asking} onClose={() => setAsking(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

async function copyLink(id: string): Promise<void> {
  const url = `${location.origin}${location.pathname}?note=${id}`
  try {
    await navigator.clipboard.writeText(url)
    toast('Link copied.')
  } catch {
    toast(`The link: ${url}`)
  }
}
