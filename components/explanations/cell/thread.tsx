'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useState } from 'react'
import { send } from '@/components/debates/send'
import { Avatar, Chip, SafeHtml } from '@/components/ui/bits'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { newId } from '@/components/ui/new-id'
import { toast } from '@/components/ui/toasts'
import { useDraft } from '@/components/ui/use-draft'
import {
  deleteCommentAction,
  editCommentAction,
  postCommentAction,
  restoreCommentAction,
} from '@/lib/explanations/actions'
import type { CommentDto } from '@/lib/explanations/schema'
import type { Result } from '@/lib/server/action'

type Cell = { evidenceId: string; explanationId: string }

const ROLES = { INSTRUCTOR: 'Instructor', ASSISTANT: 'Assistant', STUDENT: null, OBSERVER: null } as const

/** What was said about a cell, and where one says more. */
export function Thread({
  cell,
  comments,
  canPost,
  member,
  times,
}: {
  cell: Cell
  comments: CommentDto[]
  canPost: boolean
  member: string
  /** When each was written, in the course's time. */
  times: Record<string, string>
}) {
  return (
    <div className="grid max-w-[720px] gap-5">
      {comments.length === 0 ? (
        <p className="text-14 text-ink-3">
          Nobody has said anything about this cell.
          {canPost ? ' Begin with what speaks for your rating, or with what you do not see.' : ''}
        </p>
      ) : (
        <ol className="grid gap-5">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} when={times[comment.id] ?? ''} member={member} />
          ))}
        </ol>
      )}
      {canPost ? <Post cell={cell} member={member} /> : null}
    </div>
  )
}

function Comment({ comment, when, member }: { comment: CommentDto; when: string; member: string }) {
  const router = useRouter()
  const [editing, setEditing] = useState(false)
  const act = async (call: Promise<Result<unknown>>): Promise<boolean> => {
    const answer = await send(call)
    if (!answer.ok) toast(answer.message, { tone: 'bad' })
    router.refresh()
    return answer.ok
  }
  const { id, author, role, html, edited, can } = comment
  const remove = async () => {
    const undo = () => void act(restoreCommentAction({ id }))
    if (await act(deleteCommentAction({ id }))) toast('Post deleted.', { undo })
  }
  return (
    <li id={`post-${id}`} data-comment className="grid grid-cols-[26px_1fr] gap-x-3">
      <Avatar name={author} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 text-13">
          <b className="font-medium">{author}</b>
          {ROLES[role] ? <Chip>{ROLES[role]}</Chip> : null}
          <span className="text-12 text-ink-3">
            {when}
            {edited ? ', edited' : ''}
          </span>
        </p>
        {editing ? (
          <Edit comment={comment} member={member} onDone={() => setEditing(false)} />
        ) : (
          <SafeHtml html={html} className="mt-1" />
        )}
        {(can.edit || can.remove) && !editing ? (
          <p className="mt-1 flex gap-3.5 text-12 text-ink-3 print:hidden">
            {can.edit ? <Tool onClick={() => setEditing(true)}>Edit</Tool> : null}
            {can.remove ? <Tool onClick={() => void remove()}>Delete</Tool> : null}
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Tool(props: React.ComponentProps<'button'>) {
  return <button type="button" {...props} className="cursor-pointer hover:text-ink pointer-coarse:py-2" />
}

function Edit({ comment, member, onDone }: { comment: CommentDto; member: string; onDone: () => void }) {
  const router = useRouter()
  const save = async (body: string) => {
    const answer = await send(editCommentAction({ id: comment.id, body }))
    if (answer.ok) {
      onDone()
      router.refresh()
    }
    return answer
  }
  return (
    <WriteForm
      name={`cell-edit:${member}:${comment.id}`}
      label="Your post"
      first={comment.body ?? ''}
      verb="Save"
      onSend={save}
      onCancel={onDone}
    />
  )
}

function Post({ cell, member }: { cell: Cell; member: string }) {
  const router = useRouter()
  const [id, setId] = useState(newId)
  const post = async (body: string) => {
    const answer = await send(postCommentAction({ ...cell, body, ...(id ? { id } : {}) }))
    if (answer.ok) {
      setId(newId)
      router.refresh()
    }
    return answer
  }
  return (
    <WriteForm
      name={`cell:${member}:${cell.evidenceId}:${cell.explanationId}`}
      label="Your post"
      hint="Markdown and mathematics between dollar signs. Everybody in the course reads it, with your name."
      first=""
      verb="Post"
      onSend={post}
    />
  )
}

type Form = {
  name: string
  label: string
  hint?: string
  first: string
  verb: string
  onSend: (body: string) => Promise<Result<unknown>>
  onCancel?: () => void
}

/** Keeps what is typed in this browser until it is sent. */
function WriteForm({ name, label, hint, first, verb, onSend, onCancel }: Form) {
  const { draft, change, clear } = useDraft(name, { text: first })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const submit = async () => {
    if (!draft.text.trim()) return setError('Write something first.')
    if (busy) return
    setBusy(true)
    const answer = await onSend(draft.text)
    setBusy(false)
    if (answer.ok) clear()
    setError(answer.ok ? undefined : (answer.fields?.body ?? answer.message))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    if (event.key === 'Escape') onCancel?.()
  }
  return (
    <form
      className="mt-1 grid gap-2 print:hidden"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        label={label}
        hint={hint}
        error={error}
        rows={3}
        maxLength={10_000}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <span className="flex gap-2">
        <Button type="submit" look="main" busy={busy}>
          {verb}
        </Button>
        {onCancel ? (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </span>
    </form>
  )
}
