'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import type { DraftDto } from '@/lib/readings/draft-schema'
import type { Result } from '@/lib/server/action'
import { headingId } from './kinds'
import { Outline } from './outline'
import { SaveBar, Stale } from './save-bar'
import { SectionPane } from './section-pane'
import { type Editor, useEditor } from './use-editor'

/** A new reading is asked for by `id`, a revision of one by `draftId`: the same draft. */
type Publish = (input: { id: string; draftId: string; revision: number }) => Promise<Result<{ slug: string }>>
type Props = {
  draft: DraftDto
  /** Where the course's readings are. */
  path: string
  verb: string
  publish: Publish
  remove: (input: { id: string }) => Promise<Result<unknown>>
}

type Refusal = { message: string; fields: Record<string, string> }

/** Goes to the first section that something is wrong with. */
function goToFirst(editor: Editor, fields: Record<string, string>): void {
  const [first = ''] = Object.keys(fields)
  const s = /^sections\.(\d+)/.exec(first)?.[1]
  if (s) editor.goTo({ s: Number(s), b: null })
  requestAnimationFrame(() => document.getElementById(s ? headingId(Number(s)) : first)?.focus())
}

function usePublish({ draft, path, publish }: Props, editor: Editor) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const run = async () => {
    if (!(await editor.saver.flush()) && !(await editor.saver.flush()))
      return setRefusal({ message: 'It is not saved yet, so it cannot be published.', fields: {} })
    const result = await publish({ id: draft.id, draftId: draft.id, revision: editor.saver.revision })
    if (result.ok) return router.push(`${path}/${result.value.slug}/1`)
    const { message, fields = {} } = result
    setRefusal({ message, fields })
    goToFirst(editor, fields)
  }
  const start = async () => {
    setBusy(true)
    setRefusal(null)
    await run().catch(() => setRefusal({ message: 'There is no connection. Try again shortly.', fields: {} }))
    setBusy(false)
  }
  return { busy, refusal, start }
}

/** Proposed sections beside the text, worked on until they are published. */
export function DraftEditor(props: Props) {
  const { draft, verb } = props
  const editor = useEditor(draft)
  const { busy, refusal, start } = usePublish(props, editor)
  const errors = refusal?.fields ?? {}
  const { title, byline, sections } = editor.text
  const pages = sections.filter((s, i) => i === 0 || s.level === 1).length
  return (
    <>
      <SaveBar editor={editor} busy={busy} verb={verb} onPublish={() => void start()} />
      <Stale editor={editor} />
      {refusal ? (
        <div className="mt-4">
          <Notice tone="bad">{refusal.message}</Notice>
        </div>
      ) : null}
      <div className="mt-6 grid items-start gap-4 sm:grid-cols-[3fr_2fr]">
        <Field
          id="title"
          label="Title"
          value={title}
          error={errors.title}
          onChange={(event) => editor.change({ title: event.target.value }, 'title')}
        />
        <Field
          id="byline"
          label="Byline"
          hint="Who wrote it."
          value={byline}
          error={errors.byline}
          onChange={(event) => editor.change({ byline: event.target.value }, 'byline')}
        />
      </div>
      <Warnings warnings={draft.warnings} />
      <div
        id="section"
        className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-[minmax(0,19rem)_minmax(0,1fr)] items-start"
      >
        <nav
          aria-label="Sections"
          className="md:sticky md:top-[calc(var(--bar)+64px)] md:max-h-[calc(100dvh-var(--bar)-88px)] max-h-[44dvh] overflow-y-auto"
        >
          <p className="mb-2 text-12 text-ink-3">
            {pages === 1 ? 'One page' : `${pages} pages`}. Indented ones are headings inside the page above.
          </p>
          <Outline editor={editor} errors={errors} />
        </nav>
        <SectionPane editor={editor} errors={errors} />
      </div>
      <Remove {...props} />
    </>
  )
}

function Warnings({ warnings }: { warnings: string[] }) {
  if (warnings.length === 0) return null
  return (
    <details className="mt-4 border-l-2 border-warn pl-3 text-14" open={warnings.length < 4}>
      <summary className="cursor-pointer text-ink-2">
        {warnings.length === 1 ? 'One thing to look at' : `${warnings.length} things to look at`}
      </summary>
      <ul className="mt-1 grid gap-1 text-ink-2">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  )
}

function Remove({ draft, path, remove }: Props) {
  const router = useRouter()
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = async () => {
    const result = await remove({ id: draft.id }).catch(() => null)
    if (result?.ok) router.push(path)
    else setError(result?.message ?? 'There is no connection. Try again shortly.')
  }
  return (
    <div className="mt-12 flex flex-wrap items-center gap-2 text-14 text-ink-2">
      {sure ? (
        <>
          Throw this draft away? What is published stays.
          <Button look="danger" onClick={() => void run()}>
            Throw away
          </Button>
          <Button look="quiet" onClick={() => setSure(false)}>
            Keep
          </Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => setSure(true)}>
          Throw this draft away
        </Button>
      )}
      {error ? <span className="text-bad">{error}</span> : null}
    </div>
  )
}
