'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, Select } from '@/components/ui/field'
import { FileField } from '@/components/ui/file-field'
import { countFileAction, previewFileAction } from '@/lib/polls/actions'
import type { FilePreview } from '@/lib/polls/schema'
import { MOST_BYTES, type PollMethodName, RULES } from '@/lib/polls/vocabulary'
import { FilePreviewed } from './file-preview'
import { KINDS, wayName } from './kinds'

type Chosen = { name: string; text: string; preview: FilePreview }

const UNREACHED = { ok: false as const, message: 'The server cannot be reached. Try again.' }

/** Reads a file, shows what is in it and what is wrong with it, and counts it once nothing is. */
function useFile(courseId: string) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const look = async (name: string, text: string, method?: PollMethodName) => {
    setBusy(true)
    setProblem(null)
    const result = await previewFileAction({ courseId, name, text, method }).catch(() => UNREACHED)
    setBusy(false)
    if (!result.ok) setProblem(result.message)
    else setChosen({ name, text, preview: result.value })
    return result.ok ? result.value : null
  }
  const take = async (file: File) => {
    setChosen(null)
    if (file.size > MOST_BYTES) {
      setProblem('The file is too large: at most 600 KB can be counted.')
      return null
    }
    return look(file.name, await file.text())
  }
  return { chosen, problem, setProblem, busy, setBusy, look, take }
}

export function CountFileForm({ courseId, base }: { courseId: string; base: string }) {
  const router = useRouter()
  const { chosen, problem, setProblem, busy, setBusy, look, take } = useFile(courseId)
  const [question, setQuestion] = useState('')
  const [rule, setRule] = useState('')
  const preview = chosen?.preview
  const count = async () => {
    if (!chosen || !preview) return
    setBusy(true)
    const { name, text } = chosen
    const input = { courseId, name, text, method: preview.method, question, rule }
    const result = await countFileAction(input).catch(() => UNREACHED)
    if (result.ok) return router.push(`${base}/polls/${result.value.slug}`)
    setBusy(false)
    setProblem(result.message)
  }
  return (
    <form
      className="mt-8 grid max-w-[680px] gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void count()
      }}
    >
      <FileField
        label="File of ballots"
        accept=".blt,.abif,.csv,.txt,text/plain,text/csv"
        hint="Up to 10,000 ballots. Nobody is shown as having voted; the file is read, its ballots are kept, and nothing else of it."
        onFile={async (file) => {
          const found = file ? await take(file) : null
          if (found?.title) setQuestion((now) => now || found.title)
          setRule('')
        }}
      />
      {chosen && preview ? <FilePreviewed name={chosen.name} preview={preview} /> : null}
      {chosen && preview && preview.faults.length === 0 ? (
        <>
          <Select
            label="What the ballots are"
            value={preview.method}
            onChange={(event) => {
              setRule('')
              void look(chosen.name, chosen.text, event.target.value as PollMethodName)
            }}
          >
            {preview.methods.map((method) => (
              <option key={method} value={method}>
                Voters {KINDS[method].asks}
              </option>
            ))}
          </Select>
          {RULES[preview.method].length > 1 ? (
            <Select
              label="What gives the headline"
              value={rule}
              onChange={(event) => setRule(event.target.value)}
            >
              {RULES[preview.method].map((way, i) => (
                <option key={way} value={i === 0 ? '' : way}>
                  {wayName(way)}
                  {i === 0 ? ' (usual)' : ''}
                </option>
              ))}
            </Select>
          ) : null}
          <Field
            label="Question"
            value={question}
            maxLength={300}
            onChange={(event) => setQuestion(event.target.value)}
          />
        </>
      ) : null}
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      {preview && preview.faults.length === 0 ? (
        <Button
          type="submit"
          look="main"
          busy={busy}
          disabled={question.trim() === ''}
          className="justify-self-start"
        >
          Count {preview.ballots} ballots
        </Button>
      ) : null}
    </form>
  )
}
