'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, TextArea } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { toast } from '@/components/ui/toasts'
import { useDraft } from '@/components/ui/use-draft'
import { previewTemplateAction, saveTemplateAction } from '@/lib/critiques/actions'
import type { TemplateDraft, TemplateDto } from '@/lib/critiques/templates/schema'
import { useCommand, whole } from '../use-command'
import { type Edited, editedOf, toSend } from './draft'
import { ExampleEditor } from './example-editor'
import { FieldList } from './field-list'
import { AsStudent } from './preview'
import { RubricEditor } from './rubric-editor'

type Props = {
  courseId: string
  /** None: a new template, `from` a copy of another. */
  id?: string
  from?: string
  draft: TemplateDraft
  /** Where the list of templates is. */
  back: string
}

function Head({ edited, fields, change }: EditorPart) {
  return (
    <div className="mt-8 grid gap-4 max-w-[42rem]">
      <Field
        label="Title"
        value={edited.title}
        error={fields.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TextArea
        label="Introduction"
        hint="Optional: what a writer should know first."
        rows={2}
        value={edited.intro}
        error={fields.intro}
        onChange={(event) => change({ intro: event.target.value })}
      />
      <div className="max-w-40">
        <Field
          label="Words at most, in all"
          inputMode="numeric"
          value={edited.wordLimit}
          error={fields.wordLimit}
          onChange={(event) => change({ wordLimit: event.target.value })}
        />
      </div>
    </div>
  )
}

type EditorPart = {
  edited: Edited
  fields: Record<string, string>
  change: (part: Partial<Edited>) => void
}

function Parts({ edited, fields, change }: EditorPart) {
  return (
    <>
      <Section title="Fields" sub="What is asked, in order. Alt with ↑ or ↓ moves the field that you are in.">
        <FieldList fields={edited.fields} errors={fields} onChange={(next) => change({ fields: next })} />
        {fields.fields ? <Notice tone="bad">{fields.fields}</Notice> : null}
      </Section>
      <Section title="Rubric" sub="How it is read: criteria, what they weigh, and what earns each level.">
        <RubricEditor edited={edited} errors={fields} change={change} />
      </Section>
      <Section title="Worked example" sub="Optional. Writers see it beside the form.">
        <ExampleEditor edited={edited} change={change} />
      </Section>
    </>
  )
}

/** The editor of a template. What is typed is kept in this browser until it is saved. */
export function TemplateEditor({ courseId, id, from, draft, back }: Props) {
  const router = useRouter()
  const [first] = useState(() => editedOf(draft))
  const kept = useDraft<{ edited: Edited | null }>(`template ${courseId} ${id ?? `new ${from ?? ''}`}`, {
    edited: null,
  })
  const edited = kept.draft.edited ?? first
  const [shown, setShown] = useState<TemplateDto | null>(null)
  const { busy, error, fields, run } = useCommand()
  const change = (part: Partial<Edited>) => kept.change({ edited: { ...edited, ...part } })
  const input = () => {
    const { example, ...rest } = toSend(edited)
    return { courseId, ...(id ? { id } : {}), ...rest, ...(example ? { example } : {}) }
  }
  function save(event: FormEvent) {
    event.preventDefault()
    void run(
      () => saveTemplateAction(input()),
      ({ copied }) => {
        kept.clear()
        toast(copied ? 'Saved as a copy that takes its place. What was begun stays as it was.' : 'Saved.')
        router.push(back)
        router.refresh()
      },
    )
  }
  const preview = () => run(() => previewTemplateAction(input()), setShown)
  if (shown) return <AsStudent template={shown} onBack={() => setShown(null)} />
  return (
    <form onSubmit={save} noValidate>
      {kept.draft.edited ? (
        <div className="mt-5 flex flex-wrap items-center gap-3 text-13 text-ink-2">
          Not saved yet: kept in this browser.
          <Button look="quiet" onClick={kept.clear}>
            Start over
          </Button>
        </div>
      ) : null}
      <Head edited={edited} fields={fields} change={change} />
      <Parts edited={edited} fields={fields} change={change} />
      <div className="mt-10 grid gap-3 border-t border-rule pt-5 justify-items-start">
        {error ? <Notice tone="bad">{whole(error, fields)}</Notice> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="main" busy={busy}>
            Save the template
          </Button>
          <Button busy={busy} onClick={preview}>
            Preview as a student
          </Button>
        </div>
      </div>
    </form>
  )
}
