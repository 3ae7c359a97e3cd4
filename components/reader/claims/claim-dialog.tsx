'use client'
import { useRef, useState } from 'react'
import { MOTION, RelationChoice } from '@/components/debates/relation-choice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Select, TextArea } from '@/components/ui/field'
import { newId } from '@/components/ui/new-id'
import { toast } from '@/components/ui/toasts'
import { addClaimAction, deleteClaimAction } from '@/lib/debates/actions'
import { claimCode, type Relation } from '@/lib/debates/rules/tree'
import type { ClaimRef, DebateOfCourse, SourceInput } from '@/lib/debates/schema'
import type { Result } from '@/lib/server/action'
import { useReader } from '../context'
import { type Parent, Under } from './under'

/** What a claim is made of: its words to begin with, what it rests on, and what of it is shown. */
export type Ground = { words: string; source: SourceInput; quote: string; noteId?: string }
type Refusal = { message: string; fields?: Record<string, string> }

const OFFLINE: Refusal = { message: 'There is no connection. Your words are still here; try again.' }

async function send(call: Promise<Result<ClaimRef>>): Promise<Result<ClaimRef> | ({ ok: false } & Refusal)> {
  try {
    return await call
  } catch {
    return { ok: false, ...OFFLINE }
  }
}

function Which(props: { debates: readonly DebateOfCourse[]; value: string; onChange: (id: string) => void }) {
  const [only] = props.debates
  if (props.debates.length === 1) return <p className="text-14 text-ink-2">{only?.motion}</p>
  return (
    <Select label="Debate" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
      {props.debates.map((d) => (
        <option key={d.id} value={d.id}>
          {d.motion}
        </option>
      ))}
    </Select>
  )
}

type FormProps = { ground: Ground; debates: readonly DebateOfCourse[]; onClose: () => void }

function Form({ ground, debates, onClose }: FormProps) {
  const { course } = useReader()
  const [debateId, setDebateId] = useState(debates[0]?.id ?? '')
  const [parent, setParent] = useState<Parent | null>(null)
  const [relation, setRelation] = useState<Relation>('SUPPORTS')
  const under = (next: Parent | null) => {
    setParent(next)
    // nothing undercuts the motion
    if (!next && relation === 'UNDERCUTS') setRelation('OPPOSES')
  }
  const [text, setText] = useState(ground.words)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  // one id for every try: an answer that got lost does not make a second claim
  const id = useRef(newId())
  const submit = async () => {
    if (busy) return
    if (!text.trim()) return setRefusal({ message: '', fields: { text: 'Write the claim.' } })
    setBusy(true)
    const answer = await send(
      addClaimAction({
        ...{ id: id.current, debateId, parentId: parent?.id ?? null, relation, text },
        sources: [ground.source],
      }),
    )
    setBusy(false)
    if (!answer.ok) return setRefusal(answer)
    onClose()
    const code = claimCode(answer.value.number)
    toast(parent ? `${code} added under ${parent.code}.` : `${code} added to the debate.`, {
      undo: () =>
        void send(deleteClaimAction({ id: answer.value.id })).then(
          (undone) => undone.ok || toast(undone.message, { tone: 'bad' }),
        ),
    })
  }
  const slug = debates.find((d) => d.id === debateId)?.slug
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
    >
      <Which
        debates={debates}
        value={debateId}
        onChange={(id) => {
          setDebateId(id)
          under(null)
        }}
      />
      <Under key={debateId} debateId={debateId} parent={parent} onChange={under} />
      <RelationChoice target={parent?.code ?? MOTION} value={relation} onChange={setRelation} />
      <TextArea
        label="Claim"
        hint="One claim in a sentence or two, so that it can be answered."
        rows={3}
        className="font-serif"
        value={text}
        error={refusal?.fields?.text}
        onChange={(event) => {
          setRefusal(undefined)
          setText(event.target.value)
        }}
      />
      <p className="text-13 text-ink-3">
        It rests on <span className="font-serif italic">“{ground.quote}”</span>
      </p>
      {refusal && !refusal.fields?.text ? (
        <p role="alert" className="text-13 text-bad">
          {refusal.message}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {ground.noteId ? (
          <a
            className="mr-auto text-13 text-ink-2 underline underline-offset-2"
            href={`/courses/${course.slug}/debates/${slug}?cite=${ground.noteId}`}
          >
            Write it in the debate instead
          </a>
        ) : null}
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button look="main" type="submit" busy={busy}>
          Add claim
        </Button>
      </div>
    </form>
  )
}

/** From words or a note to a claim: what it says is there to begin with, so that one click more sends it. */
export default function ClaimDialog({ ground, onClose }: { ground: Ground; onClose: () => void }) {
  const { claims } = useReader()
  const open = claims.debates?.filter((d) => d.open)
  return (
    <Dialog open onClose={onClose} title="Make a claim">
      {open === undefined ? <p className="text-14 text-ink-3">The debates are on their way.</p> : null}
      {open?.length === 0 ? (
        <p className="text-14">No debate is open now, so there is nowhere to make a claim.</p>
      ) : null}
      {open?.length ? <Form ground={ground} debates={open} onClose={onClose} /> : null}
    </Dialog>
  )
}
