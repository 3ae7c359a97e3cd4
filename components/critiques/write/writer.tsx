'use client'
import type { ReactNode } from 'react'
import { missing, totalWords } from '@/lib/critiques/rules/missing'
import type { TemplateDto, WritePage } from '@/lib/critiques/schema'
import { FieldBox } from './field-box'
import { Finish, WordMeter } from './finish'
import { Notices } from './notices'
import { SaveLine } from './save-line'
import { useAutosave } from './use-autosave'
import { useSubmit } from './use-submit'

type Props = {
  id: string
  open: boolean
  submitted: boolean
  draft: WritePage['draft']
  template: Pick<TemplateDto, 'fields' | 'wordLimit'>
  /** Where the critique is read once it is submitted. */
  done: string
  /** Rubric and worked example, made by the server. */
  help: ReactNode
}

/** The long form: one field after the other, with the state of the whole at hand. */
export function Writer({ id, open, submitted, draft, template, done, help }: Props) {
  const autosave = useAutosave(id, draft)
  const { busy, error, errors, submit } = useSubmit(id, autosave, done)
  const { view } = autosave
  const words = totalWords(view.texts)
  const items = missing(template, view.texts)
  const problem = errors.total ?? error
  return (
    <div className="mt-8 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,19rem)] lg:justify-between">
      <div className="lg:hidden print:hidden">{help}</div>
      <div className="min-w-0">
        <Notices autosave={autosave} fields={template.fields} />
        <div className="grid gap-10">
          {template.fields.map((field) => (
            <FieldBox
              key={`${field.code} ${view.generation}`}
              field={field}
              text={view.texts[field.code] ?? ''}
              error={items.some((m) => m.code === field.code) ? errors[field.code] : undefined}
              onText={(text) => autosave.type(field.code, text)}
            />
          ))}
        </div>
      </div>
      <aside aria-label="Progress" className="print:hidden">
        <div className="grid gap-6 lg:sticky lg:top-[calc(var(--bar)+32px)] lg:max-h-[calc(100dvh-var(--bar)-64px)] lg:overflow-y-auto lg:pr-1">
          <div className="hidden lg:grid gap-2">
            <SaveLine view={view} />
            <WordMeter words={words} limit={template.wordLimit} />
          </div>
          <Finish
            items={items}
            open={open}
            submitted={submitted}
            busy={busy}
            error={problem}
            onSubmit={submit}
          />
          <div className="hidden lg:block">{help}</div>
        </div>
      </aside>
      <div className="lg:hidden print:hidden sticky bottom-0 z-10 -mx-5 sm:-mx-6 px-5 sm:px-6 py-2.5 grid gap-1 border-t border-rule bg-paper">
        <SaveLine view={view} />
        <WordMeter words={words} limit={template.wordLimit} />
      </div>
    </div>
  )
}
