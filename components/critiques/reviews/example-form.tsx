'use client'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, Select, TextArea } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { addExampleAction } from '@/lib/critiques/reviews/actions'
import type { ExampleForm } from '@/lib/critiques/reviews/dto'
import { useCommand } from '../use-command'
import { CriterionBox } from './rubric-boxes'

type Draft = {
  templateId: string
  critiqueId: string
  title: string
  texts: Record<string, string>
  levels: Record<string, number>
  comment: string
}

/** An example for reviewers to score first: written here, or taken from a critique, with the instructor's own levels. */
export function NewExample({ form, base }: { form: ExampleForm; base: string }) {
  const router = useRouter()
  const first = form.templates[0]?.id ?? ''
  const { draft, change, clear } = useDraft<Draft>(`example:${form.head.assignmentId}`, {
    ...{ templateId: first, critiqueId: '', title: '' },
    ...{ texts: {}, levels: {}, comment: '' },
  })
  const { busy, error, fields, run } = useCommand()
  const template = form.templates.find((t) => t.id === draft.templateId) ?? form.templates[0]
  const critiques = form.critiques.filter((c) => c.templateId === template?.id)
  if (!template) return <Notice>A template with a rubric is needed first.</Notice>
  function send(event: FormEvent) {
    event.preventDefault()
    const { critiqueId, templateId, ...rest } = draft
    const input = { ...rest, templateId: template?.id ?? templateId, critiqueId: critiqueId || null }
    void run(
      () => addExampleAction({ assignmentId: form.head.assignmentId, ...input }),
      (made) => {
        clear()
        router.push(`${base}/examples/${made.position}`)
      },
    )
  }
  return (
    <form onSubmit={send} className="mt-8 grid gap-6 max-w-[46rem]" noValidate>
      <Field
        label="Title"
        value={draft.title}
        error={fields.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Select
        label="Template"
        value={template.id}
        onChange={(event) =>
          change({ templateId: event.target.value, critiqueId: '', texts: {}, levels: {} })
        }
      >
        {form.templates.map((t) => (
          <option key={t.id} value={t.id}>
            {t.title}
          </option>
        ))}
      </Select>
      {critiques.length > 0 ? (
        <Select
          label="Its text"
          value={draft.critiqueId}
          hint="A critique is taken as it was submitted, without its author’s name. Read it through first: it may name people."
          onChange={(event) => change({ critiqueId: event.target.value })}
        >
          <option value="">Written here</option>
          {critiques.map((c) => (
            <option key={c.id} value={c.id}>
              {c.label}
            </option>
          ))}
        </Select>
      ) : null}
      {draft.critiqueId === '' ? (
        <>
          {Object.keys(template.example).length > 0 ? (
            <div>
              <Button onClick={() => change({ texts: template.example })}>
                Begin with the template’s worked example
              </Button>
            </div>
          ) : null}
          {template.fields.map((f) => (
            <TextArea
              key={`${template.id} ${f.code}`}
              label={`${f.code} ${f.title}`}
              value={draft.texts[f.code] ?? ''}
              className="font-serif"
              maxLength={20_000}
              onChange={(event) => change({ texts: { ...draft.texts, [f.code]: event.target.value } })}
            />
          ))}
        </>
      ) : null}
      <h2 className="text-19">Your own scores</h2>
      {template.criteria.map((c) => (
        <CriterionBox
          key={c.id}
          criterion={c}
          level={draft.levels[c.id]}
          error={fields[c.id]}
          onLevel={(level) => change({ levels: { ...draft.levels, [c.id]: level } })}
        />
      ))}
      <TextArea
        label="Why these scores"
        hint="Students read it once they have given their own."
        value={draft.comment}
        onChange={(event) => change({ comment: event.target.value })}
      />
      {error ? <Notice tone="bad">{error}</Notice> : null}
      <div>
        <Button type="submit" look="main" busy={busy}>
          Add the example
        </Button>
      </div>
    </form>
  )
}
