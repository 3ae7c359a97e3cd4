'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { FileField } from '@/components/ui/file-field'
import { toast } from '@/components/ui/toasts'
import { importMarksAction, previewMarksAction } from '@/lib/grading/actions'
import type { MarksPreview } from '@/lib/grading/schema'

type Chosen = { name: string; text: string }
const MOST_BYTES = 2_000_000
const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** Takes a CSV file of marks, shows what it would change and which lines it cannot use, and then changes it. */
export function ImportMarks({ courseId }: { courseId: string }) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<Chosen | null>(null)
  const [preview, setPreview] = useState<MarksPreview | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const forget = () => {
    setFile(null)
    setPreview(null)
    if (input.current) input.current.value = ''
  }
  const look = useSubmit(previewMarksAction, setPreview)
  const take = useSubmit(importMarksAction, ({ changed }) => {
    toast(`${plural(changed, 'mark', 'marks')} changed.`)
    forget()
    router.refresh()
  })
  const choose = async (chosen: File | undefined) => {
    setPreview(null)
    setTooLarge((chosen?.size ?? 0) > MOST_BYTES)
    if (!chosen || chosen.size > MOST_BYTES) return
    const read = { name: chosen.name, text: await chosen.text() }
    setFile(read)
    void look.submit({ courseId, ...read })
  }
  const problem = look.problem ?? take.problem
  return (
    <div className="mt-5 grid gap-3">
      <FileField
        ref={input}
        label="Marks from a CSV file"
        accept=".csv,text/csv"
        onFile={(chosen) => void choose(chosen)}
      />
      {tooLarge ? <Notice tone="bad">A file of marks has at most 2 MB.</Notice> : null}
      {problem ? <Notice tone="bad">{problem.fields?.text ?? problem.message}</Notice> : null}
      {preview ? <Preview preview={preview} /> : null}
      {file && preview && preview.problems.length === 0 && preview.changes.length > 0 ? (
        <div className="flex gap-2">
          <Button look="main" busy={take.busy} onClick={() => take.submit({ courseId, ...file })}>
            Change {plural(preview.changes.length, 'mark', 'marks')}
          </Button>
          <Button look="quiet" onClick={forget}>
            Cancel
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Preview({ preview: { changes, problems, unchanged } }: { preview: MarksPreview }) {
  return (
    <div aria-live="polite" className="text-14 grid gap-2">
      {problems.length ? (
        <Notice tone="bad">
          {plural(problems.length, 'line', 'lines')} cannot be used. Mend the file and choose it again.
          <ul className="mt-1 list-disc pl-5">
            {problems.slice(0, 20).map(({ line, message }) => (
              <li key={`${line}-${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className="text-ink-2">
        {plural(changes.length, 'mark', 'marks')} would change, {unchanged} would stay.
      </p>
      <ul className="max-h-60 overflow-y-auto">
        {changes.map(({ line, name, item, from, to }) => (
          <li key={`${line}-${item}`} className="num py-0.5">
            {name}, {item}: {from ?? 'no mark'} → <b>{to}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
