'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field, TextArea } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { toast } from '@/components/ui/toasts'
import { setAssignmentAction } from '@/lib/critiques/actions'
import type { AssignmentSetUp, AssignmentForm as Form } from '@/lib/critiques/assignments/schema'
import { useCommand, whole } from '../use-command'
import { DueFields, ReviewFields } from './rule-fields'
import { TemplateBoxes } from './template-boxes'

const NEW: Form = {
  ...{ id: '', slug: '', title: '', brief: '', due: '', reviewsDue: '', templateIds: [], submitted: 0 },
  ...{ graceMinutes: 15, penaltyPerDay: 10, lateDays: 3, outOf: 100, reviewsEach: 2 },
  reviewMode: 'DOUBLE_BLIND',
}

const number = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)

function inputOf(form: FormData, courseId: string, id: string | undefined) {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    ...{ courseId, title: text('title'), brief: text('brief') },
    ...(id ? { id } : {}),
    due: text('due').slice(0, 16),
    reviewsDue: text('reviewsDue').slice(0, 16),
    graceMinutes: number(text('graceMinutes')),
    penaltyPerDay: number(text('penaltyPerDay')),
    lateDays: number(text('lateDays')),
    outOf: number(text('outOf')),
    reviewMode: text('reviewMode') as Form['reviewMode'],
    reviewsEach: number(text('reviewsEach')),
    templateIds: form.getAll('templateIds').map(String),
  }
}

type Props = { courseId: string; timeZone: string; setUp: AssignmentSetUp; base: string }

/** Sets a critique, or changes one. What may no longer change says so beside its field. */
export function AssignmentForm({ courseId, timeZone, setUp, base }: Props) {
  const router = useRouter()
  const ref = useRef<HTMLFormElement>(null)
  const { busy, error, fields: errors, run } = useCommand()
  const from = setUp.assignment ?? NEW
  const id = setUp.assignment?.id
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const input = inputOf(new FormData(event.currentTarget), courseId, id)
    void run(
      () => setAssignmentAction(input),
      ({ slug }) => {
        toast(id ? 'Changed.' : 'Set. Students see it now.')
        router.push(`${base}/${slug}`)
        router.refresh()
      },
    )
  }
  const part = { from, errors, timeZone }
  return (
    <form ref={ref} onSubmit={send} className="max-w-[42rem]" noValidate>
      <div className="mt-8 grid gap-4">
        <Field
          name="title"
          label="Title"
          defaultValue={from.title}
          error={errors.title}
          placeholder="Critique of the paper"
        />
        <TextArea
          name="brief"
          className="min-h-28"
          label="What to write"
          hint="Optional. Markdown works here."
          defaultValue={from.brief}
          error={errors.brief}
        />
        <TemplateBoxes
          templates={setUp.templates}
          chosen={from.templateIds}
          error={errors.templateIds}
          make={`${base}/templates/new`}
        />
      </div>
      <Section title="Due">
        {from.submitted > 0 ? (
          <p className="mb-4 text-13 text-ink-2">
            {from.submitted === 1 ? 'One critique is' : `${from.submitted} critiques are`} submitted: from now
            on these rules can only become kinder.
          </p>
        ) : null}
        <DueFields {...part} />
      </Section>
      <Section title="Reviews and marks">
        <ReviewFields {...part} />
      </Section>
      <div className="mt-8 grid gap-3 border-t border-rule pt-5 justify-items-start">
        {error ? <Notice tone="bad">{whole(error, errors)}</Notice> : null}
        <Button type="submit" look="main" busy={busy}>
          {id ? 'Save the changes' : 'Set the critique'}
        </Button>
      </div>
    </form>
  )
}
