'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { FileChoice } from './file-choice'
import { sendFile } from './import-client'
import { ImportProgress } from './import-progress'
import { useImport } from './use-import'

type Props = {
  course: string
  /** The job that the address names, so that a page loaded anew goes on watching it. */
  jobId: string | null
  limit: { bytes: number; refusal: string; formats: string; limits: string }
}

/** A file or a paste, then how far its reading is, then the draft. */
export function Importer({ course, jobId, limit }: Props) {
  const router = useRouter()
  const [id, setId] = useState(jobId)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { job, away, cancel } = useImport(id)
  const here = `/courses/${course}/readings`
  const draftId = job?.draftId
  useEffect(() => {
    if (draftId) router.replace(`${here}/drafts/${draftId}`)
  }, [draftId, here, router])

  const watch = (next: string | null) => {
    setId(next)
    window.history.replaceState(null, '', next ? `?job=${next}` : window.location.pathname)
  }
  const send = async (file: Blob, name: string) => {
    setRefusal(file.size > limit.bytes ? limit.refusal : null)
    if (file.size > limit.bytes) return
    setBusy(true)
    const reply = await sendFile(course, file, name)
    setBusy(false)
    if (reply.ok) watch(reply.value.id)
    else setRefusal(reply.message)
  }
  if (job)
    return (
      <div className="mt-8">
        <ImportProgress job={job} away={away} onCancel={cancel} onAgain={() => watch(null)} />
      </div>
    )
  if (id) return <p className="mt-8 text-ink-3">{away ?? 'Opening the file'}</p>
  return (
    <div className="mt-8 grid gap-8 max-w-[680px]">
      {refusal ? <Notice tone="bad">{refusal}</Notice> : null}
      <FileChoice
        busy={busy}
        onFile={(file) => void send(file, file.name)}
        formats={limit.formats}
        limits={limit.limits}
      />
      <Paste busy={busy} onText={(text) => send(new Blob([text], { type: 'text/plain' }), 'Pasted text')} />
    </div>
  )
}

function Paste({ busy, onText }: { busy: boolean; onText: (text: string) => Promise<void> }) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setError(text.trim() ? undefined : 'Paste some text first.')
    if (text.trim()) void onText(text)
  }
  return (
    <form onSubmit={submit} className="grid gap-3 justify-items-start *:w-full" noValidate>
      <TextArea
        label="Or paste the text"
        hint="Headings that run into the first sentence are found and proposed as sections."
        rows={8}
        className="max-h-[50dvh] font-serif"
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button type="submit" busy={busy}>
          Read the text
        </Button>
      </div>
    </form>
  )
}
