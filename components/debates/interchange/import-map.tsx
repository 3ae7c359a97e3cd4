'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, TextArea } from '@/components/ui/field'
import { FileField } from '@/components/ui/file-field'
import { toast } from '@/components/ui/toasts'
import type { Imported, MapFormat } from '@/lib/debates/interchange/schema'
import type { Result } from '@/lib/server/action'
import { useForm } from '../setup/use-form'

/** Into a debate, or as a new one of the course at that address. */
type Into = { debateId: string } | { course: string }

/** AIF is JSON; everything else is read as Argdown. */
const formatOf = (text: string): MapFormat => (/^\s*\uFEFF?\s*\{\s*"/.test(text) ? 'aif' : 'argdown')

async function post(into: Into, body: object): Promise<Result<Imported>> {
  const url = 'debateId' in into ? `/api/debates/${into.debateId}/map` : `/api/courses/${into.course}/debates`
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const json = await answer.json()
  return answer.ok ? { ok: true, value: json } : { ok: false, ...json.error }
}

const said = ({ claims, remarks }: Imported): string =>
  [`${claims} ${claims === 1 ? 'claim' : 'claims'} imported.`, ...remarks.slice(0, 3)].join(' ')

/** Where staff bring an argument from a file: Argdown, or AIF in JSON. */
export function ImportMap({ into, path }: { into: Into; path: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [motion, setMotion] = useState('')
  const asNew = 'course' in into
  const { busy, setBusy, errors, message, submit } = useForm(
    () => post(into, { format: formatOf(text), text, ...(asNew ? { motion } : {}) }),
    (imported) => {
      setBusy(false)
      setOpen(false)
      setText('')
      toast(said(imported))
      if (asNew) router.push(`${path}/${imported.slug}`)
      else router.refresh()
    },
  )
  const choose = async (file: File | undefined) => file && setText(await file.text())
  return (
    <>
      <Button onClick={() => setOpen(true)}>Import a map</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={asNew ? 'A debate from a file' : 'Import a map'}
      >
        <div className="grid gap-4">
          <p className="text-ink-2">
            An argument map in Argdown (argdown.org) or AIF (the JSON of AIFdb). Its claims become yours;
            whoever the file names as their writer is named below them.
          </p>
          <FileField label="File" accept=".argdown,.ad,.md,.txt,.json" onFile={(file) => void choose(file)} />
          <TextArea
            label="Or its text"
            rows={6}
            className="max-h-[40dvh] font-mono text-13"
            value={text}
            error={errors.text}
            onChange={(event) => setText(event.target.value)}
          />
          {asNew ? (
            <Field
              label="Motion"
              hint="Empty: as the file has it."
              value={motion}
              maxLength={600}
              error={errors.motion}
              onChange={(event) => setMotion(event.target.value)}
            />
          ) : null}
          {message ? (
            <p role="alert" className="text-13 text-bad">
              {message}
            </p>
          ) : null}
        </div>
        <div className="mt-5 flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            Cancel
          </Button>
          <Button look="main" busy={busy} disabled={!text.trim()} onClick={submit}>
            Import
          </Button>
        </div>
      </Dialog>
    </>
  )
}
