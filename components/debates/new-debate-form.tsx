'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Select, TextArea } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { createDebateAction } from '@/lib/debates/actions'
import { FORMATS } from '@/lib/debates/rules/formats'
import type { Phase } from '@/lib/debates/schema'
import { PhaseFields } from './phase-fields'
import { send } from './send'

type Draft = {
  motion: string
  background: string
  formatName: string
  rules: string
  chairNote: string
  phases: Phase[]
}

const start = (name: string): Pick<Draft, 'formatName' | 'rules' | 'phases'> => {
  const format = FORMATS.find((f) => f.name === name)
  return { formatName: format?.name ?? '', rules: format?.rules ?? '', phases: format?.phases ?? [] }
}
const EMPTY: Draft = { motion: '', background: '', chairNote: '', ...start(FORMATS[0]?.name ?? '') }

type Refusal = { message: string; fields: Record<string, string> }

function useCreate(courseId: string, path: string, sent: () => void) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const create = async (draft: Draft) => {
    setBusy(true)
    const answer = await send(createDebateAction({ courseId, ...draft }))
    if (answer.ok) {
      sent()
      return router.push(`${path}/${answer.value.slug}`)
    }
    setBusy(false)
    setRefusal({ message: answer.message, fields: answer.fields ?? {} })
  }
  return { busy, refusal, create }
}

/** Where staff write a motion; the format fills in the rest, and all of it can be changed. */
export function NewDebateForm(props: { courseId: string; memberId: string; path: string }) {
  const { courseId, memberId, path } = props
  const { draft, change, clear } = useDraft<Draft>(`debate:${courseId}:${memberId}`, EMPTY)
  const { busy, refusal, create } = useCreate(courseId, path, clear)
  const errors = refusal?.fields ?? {}
  const text = (name: 'motion' | 'background' | 'rules' | 'chairNote') => ({
    value: draft[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create(draft)
  }
  return (
    <form onSubmit={submit} className="mt-8 grid gap-6 max-w-[680px]" noValidate>
      <TextArea
        label="Motion"
        hint="A sentence that can be answered with for or against: “This House believes that …”"
        rows={2}
        className="font-serif text-16 min-h-[70px]"
        {...text('motion')}
      />
      <TextArea
        label="Background"
        hint="What the debate is about and what each side has to show. Markdown."
        className="min-h-[140px]"
        rows={6}
        {...text('background')}
      />
      <Select
        label="Format"
        hint={FORMATS.find((f) => f.name === draft.formatName)?.about}
        value={draft.formatName}
        onChange={(event) => change(start(event.target.value))}
      >
        {FORMATS.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
        <option value="">No fixed format</option>
      </Select>
      <PhaseFields phases={draft.phases} errors={errors} onChange={(phases) => change({ phases })} />
      <TextArea label="Rules" hint="Markdown." rows={5} {...text('rules')} />
      <TextArea
        label="Note for the chair"
        hint="Only staff see it."
        className="min-h-[66px]"
        rows={2}
        {...text('chairNote')}
      />
      {refusal && !Object.values(errors).includes(refusal.message) ? (
        <Notice tone="bad">{refusal.message}</Notice>
      ) : null}
      <div className="flex gap-2">
        <Button look="main" type="submit" busy={busy}>
          Open the debate
        </Button>
        <ButtonLink look="quiet" href={path}>
          Cancel
        </ButtonLink>
      </div>
    </form>
  )
}
