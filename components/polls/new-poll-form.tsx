'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, Select, TextArea } from '@/components/ui/field'
import { openPollAction } from '@/lib/polls/actions'
import { METHODS, type PollMethodName, RULES } from '@/lib/polls/vocabulary'
import { KINDS, wayName } from './kinds'

type Props = {
  courseId: string
  base: string
  series: { id: string; title: string }[]
  explanations: { code: string; shortName: string }[]
}

/** One option a line; codes A, B, C … are given in order. */
const optionsFrom = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((label, i) => ({ code: String.fromCharCode(65 + (i % 26)) + (i > 25 ? i : ''), label }))

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

export function NewPollForm({ courseId, base, series, explanations }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ message: string; fields?: Record<string, string> } | null>(null)
  const [own, setOwn] = useState(explanations.length < 2)
  const [seriesId, setSeriesId] = useState('')
  const [question, setQuestion] = useState('')
  const [method, setMethod] = useState<PollMethodName>('RANKED')
  const [rule, setRule] = useState('')
  const send = async (form: FormData) => {
    setBusy(true)
    setProblem(null)
    const result = await openPollAction({
      courseId,
      seriesId: seriesId || undefined,
      question,
      wave: text(form, 'wave'),
      method,
      rule,
      options: own ? optionsFrom(text(form, 'options')) : 'explanations',
      hiddenUntilClose: form.get('hidden') === 'on',
    }).catch(() => ({
      ok: false as const,
      message: 'The server cannot be reached. What you typed is still here.',
    }))
    if (result.ok) return router.push(`${base}/polls/${result.value.slug}`)
    setBusy(false)
    setProblem(result)
  }
  const wrong = (name: string) =>
    Object.entries(problem?.fields ?? {}).find(([path]) => path.split('.')[0] === name)?.[1]
  return (
    <form
      className="mt-8 grid max-w-[560px] gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void send(new FormData(event.currentTarget))
      }}
    >
      {series.length > 0 ? (
        <Select
          label="Which question"
          hint="A further vote on a question is compared with the one before it."
          value={seriesId}
          onChange={(event) => {
            setSeriesId(event.target.value)
            setQuestion(series.find((s) => s.id === event.target.value)?.title ?? '')
          }}
        >
          <option value="">A new question</option>
          {series.map((s) => (
            <option key={s.id} value={s.id}>
              Again: {s.title}
            </option>
          ))}
        </Select>
      ) : null}
      <Field
        label="Question"
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        error={wrong('question')}
        maxLength={300}
      />
      <Field
        label="Which vote on it (optional)"
        name="wave"
        placeholder="After the debate"
        error={wrong('wave')}
        maxLength={80}
      />
      <Group title="Voters">
        {METHODS.map((kind) => (
          <Radio
            key={kind}
            name="method"
            value={kind}
            label={KINDS[kind].asks}
            hint={KINDS[kind].use}
            checked={method === kind}
            onChange={() => {
              setMethod(kind)
              setRule('')
            }}
          />
        ))}
      </Group>
      {RULES[method].length > 1 ? (
        <Select
          label="What gives the headline"
          hint="The other ways of counting are shown beside it."
          value={rule}
          onChange={(event) => setRule(event.target.value)}
          error={wrong('rule')}
        >
          {RULES[method].map((way, i) => (
            <option key={way} value={i === 0 ? '' : way}>
              {wayName(way)}
              {i === 0 ? ' (usual)' : ''}
            </option>
          ))}
        </Select>
      ) : null}
      <Group title="Options">
        {explanations.length > 1 ? (
          <Radio
            name="from"
            value="explanations"
            label={`the explanations: ${explanations.map((e) => e.shortName).join(', ')}`}
            checked={!own}
            onChange={() => setOwn(false)}
          />
        ) : null}
        <Radio name="from" value="own" label="others" checked={own} onChange={() => setOwn(true)} />
      </Group>
      {own ? <TextArea label="One option a line" name="options" rows={4} error={wrong('options')} /> : null}
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          name="hidden"
          defaultChecked
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span>
          Hide the result until the close
          <span className="block text-13 text-ink-3">
            A count that is shown as it runs sways those who have not voted, and may give away who votes as it
            moves.
          </span>
        </span>
      </label>
      {problem ? <Notice tone="bad">{problem.message}</Notice> : null}
      <Button type="submit" look="main" busy={busy} className="justify-self-start">
        Open the vote
      </Button>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-13 font-medium text-ink-2">{title}</legend>
      {children}
    </fieldset>
  )
}

function Radio({ label, hint, ...props }: { label: string; hint?: string } & React.ComponentProps<'input'>) {
  return (
    <label className="flex items-start gap-2.5">
      <input type="radio" {...props} className="mt-0.5 size-4 shrink-0 accent-accent" />
      <span>
        {label}
        {hint ? <span className="block text-13 text-ink-3">{hint}</span> : null}
      </span>
    </label>
  )
}
