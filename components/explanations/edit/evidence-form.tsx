'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { send } from '@/components/debates/send'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, Select, TextArea } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { useDraft } from '@/components/ui/use-draft'
import { createEvidenceAction, editEvidenceAction } from '@/lib/explanations/actions'
import { testsIn } from '@/lib/explanations/rules/process-tracing'
import { LEVEL_WORDS, LEVELS, type LevelName } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceForm } from '@/lib/explanations/schema'
import { TestChips } from '../test-chips'
import { wrongFields } from './fields'
import { PassageFields } from './passage-fields'
import { StartFields } from './start-fields'

export type EvidenceDraft = Omit<EvidenceForm['fields'], 'date' | 'url'> & {
  date: string
  url: string
  /** Keep the words there are, take them away, or put others in their place. */
  words: 'keep' | 'none' | 'chosen' | 'copied'
  sectionId: string
  copied: string
}

function draftOf({ fields, passage, chosen }: EvidenceForm): EvidenceDraft {
  return {
    ...fields,
    date: fields.date ?? '',
    url: fields.url ?? '',
    words: chosen ? 'chosen' : passage ? 'keep' : 'none',
    sectionId: '',
    copied: '',
  }
}

/** The passage as it is sent; undefined leaves it as it is. Copied words are looked for in their section. */
function passageOf(draft: EvidenceDraft, { chosen }: EvidenceForm) {
  if (draft.words === 'keep') return undefined
  if (draft.words === 'chosen' && chosen) {
    const { label: _, ...passage } = chosen
    return passage
  }
  const exact = draft.copied.trim()
  if (draft.words !== 'copied' || !exact) return null
  return { sectionId: draft.sectionId, start: 0, end: exact.length, exact }
}

function toSend(draft: EvidenceDraft, form: EvidenceForm) {
  const { words: _, sectionId: __, copied: ___, date, url, ...fields } = draft
  const passage = passageOf(draft, form)
  const rest = { ...fields, date: date || null, url: url.trim() || null }
  return passage === undefined ? rest : { ...rest, passage }
}

/** One observation, new or as it is. What is typed stays in this browser until it is saved. */
export function EvidenceFormView({
  form,
  courseId,
  member,
  base,
}: {
  form: EvidenceForm
  courseId: string
  member: string
  base: string
}) {
  const router = useRouter()
  const { id, explanations, chosen } = form
  const key = `evidence:${member}:${id ?? courseId}${chosen ? `:${chosen.sectionId}:${chosen.start}` : ''}`
  const { draft, change, clear } = useDraft<EvidenceDraft>(key, draftOf(form))
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (draft.words === 'copied' && draft.copied.trim() && !draft.sectionId)
      return setErrors({ passage: 'Choose the section that the words stand in.' })
    setBusy(true)
    const sent = toSend(draft, form)
    const answer = await send<unknown>(
      id ? editEvidenceAction({ id, ...sent }) : createEvidenceAction({ courseId, evidence: [sent] }),
    )
    setBusy(false)
    setErrors(wrongFields(answer))
    setFailed(answer.ok ? undefined : answer.message)
    if (!answer.ok) return
    clear()
    toast(`${draft.code} saved.`)
    router.push(`${base}#${draft.code}`)
  }
  const bind = <
    K extends 'code' | 'dateLabel' | 'date' | 'observation' | 'source' | 'url' | 'testType' | 'argument',
  >(
    name: K,
  ) => ({
    value: draft[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  return (
    <form onSubmit={save} className="mt-8 grid max-w-[760px] gap-5">
      <div className="grid items-start gap-4 sm:grid-cols-[100px_1fr_180px]">
        <Field label="Code" {...bind('code')} />
        <Field label="Date as people write it" placeholder="13–15 Jun 2000" {...bind('dateLabel')} />
        <Field label="Day, for the order" type="date" {...bind('date')} />
      </div>
      <TextArea label="What was observed" {...bind('observation')} />
      <TextArea rows={1} label="Source" hint="Put *asterisks* around a title." {...bind('source')} />
      <PassageFields form={form} draft={draft} change={change} error={errors.passage} />
      <Field label="Address elsewhere" inputMode="url" placeholder="https://" {...bind('url')} />
      <div className="grid gap-2">
        <TextArea
          rows={1}
          label="Kind of test"
          hint="Straw in the wind, hoop, smoking gun or doubly decisive, with the explanation tested: Hoop (H2, strained); smoking gun (H5)"
          {...bind('testType')}
        />
        <TestChips tests={testsIn(draft.testType)} text="" />
      </div>
      <TextArea label="Where the argument is" rows={2} {...bind('argument')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Level
          label="Credibility"
          value={draft.credibility}
          onChange={(credibility) => change({ credibility })}
        />
        <Level label="Relevance" value={draft.relevance} onChange={(relevance) => change({ relevance })} />
      </div>
      <StartFields
        explanations={explanations}
        suggested={draft.suggested}
        onChange={(suggested) => change({ suggested })}
      />
      <label className="flex items-center gap-2 text-14">
        <input
          type="checkbox"
          className="size-4 accent-accent pointer-coarse:size-6"
          checked={draft.benched}
          onChange={(event) => change({ benched: event.target.checked })}
        />
        On the bench: listed below the table, not rated and not counted
      </label>
      {failed ? <Notice tone="bad">{failed}</Notice> : null}
      <span className="flex gap-2">
        <Button type="submit" look="main" busy={busy}>
          Save
        </Button>
        <ButtonLink look="quiet" href={`${base}/edit`}>
          Cancel
        </ButtonLink>
      </span>
    </form>
  )
}

function Level({
  label,
  value,
  onChange,
}: {
  label: string
  value: LevelName
  onChange: (level: LevelName) => void
}) {
  return (
    <Select label={label} value={value} onChange={(event) => onChange(event.target.value as LevelName)}>
      {LEVELS.map((level) => (
        <option key={level} value={level}>
          {LEVEL_WORDS[level]}
        </option>
      ))}
    </Select>
  )
}
