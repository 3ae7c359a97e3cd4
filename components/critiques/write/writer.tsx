'use client'
import { type ReactNode, useRef, useState } from 'react'
import { missing, totalWords } from '@/lib/critiques/rules/missing'
import type { TemplateDto, WritePage } from '@/lib/critiques/schema'
import { DeskContext } from './desk'
import { FieldBox, fieldId } from './field-box'
import { Finish, WordMeter } from './finish'
import { docOf, makeEdit } from './insert'
import { block } from './markup'
import { Notices } from './notices'
import { QuoteDesk } from './quote-desk'
import { SaveLine } from './save-line'
import { useAutosave } from './use-autosave'
import type { Clock } from './use-lateness'
import { useSubmit } from './use-submit'

type Props = {
  id: string
  clock: Clock
  submitted: boolean
  draft: WritePage['draft']
  template: Pick<TemplateDto, 'fields' | 'wordLimit'>
  /** Where the critique is read once it is submitted. */
  done: string
  /** Rubric and worked example, made by the server. */
  help: ReactNode
}

/**
 * A quotation for the field that was written in last, where its caret is now; the answer puts it there. In between a
 * dialog may close, and the browser gives the field its focus back without its caret.
 */
function quotationInto(code: string, markdown: string): () => void {
  const box = document.getElementById(fieldId(code))
  if (!(box instanceof HTMLTextAreaElement)) return () => {}
  const edit = block(docOf(box), markdown)
  return () => makeEdit(box, edit)
}

/** The long form: one field after the other, with the state of the whole at hand. */
export function Writer({ id, clock, submitted, draft, template, done, help }: Props) {
  const autosave = useAutosave(id, draft)
  const { busy, error, errors, submit } = useSubmit(id, autosave, done)
  const [quoting, setQuoting] = useState(false)
  const prose = template.fields.filter((f) => f.kind === 'PROSE')
  const [into, setInto] = useState(prose[0]?.code ?? '')
  const desk = useRef({
    critiqueId: id,
    wasIn: (code: string) => code && setInto(code),
    quote: (code: string) => {
      setInto(code)
      setQuoting(true)
    },
  })
  const { view } = autosave
  const items = missing(template, view.texts)
  const choices = new Set(template.fields.filter((f) => f.kind === 'CHOICE').map((f) => f.code))
  const words = totalWords(Object.fromEntries(Object.entries(view.texts).filter(([c]) => !choices.has(c))))
  const field = template.fields.find((f) => f.code === into)
  return (
    <DeskContext value={desk.current}>
      <div className="mt-8 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,19rem)] lg:justify-between">
        <div className="lg:hidden print:hidden">{help}</div>
        <div className="min-w-0">
          <Notices autosave={autosave} fields={template.fields} />
          <div className="grid gap-10">
            {template.fields.map((f) => (
              <FieldBox
                key={`${f.code} ${view.generation}`}
                field={f}
                text={view.texts[f.code] ?? ''}
                error={items.some((m) => m.code === f.code) ? errors[f.code] : undefined}
                onText={(text) => autosave.type(f.code, text)}
              />
            ))}
          </div>
        </div>
        <aside aria-label="Progress" className="print:hidden">
          <div className="grid gap-6 lg:sticky lg:top-[calc(var(--bar)+32px)] lg:max-h-[calc(100dvh-var(--bar)-64px)] lg:overflow-y-auto lg:px-1 lg:-mx-1">
            <div className="hidden lg:grid gap-2">
              <SaveLine view={view} />
              <WordMeter words={words} limit={template.wordLimit} />
            </div>
            <Finish {...{ items, clock, submitted, busy }} error={errors.total ?? error} onSubmit={submit} />
            {prose.length > 0 ? (
              <QuoteDesk
                critiqueId={id}
                into={field ? `${field.code} ${field.title}` : ''}
                open={quoting}
                setOpen={setQuoting}
                onQuote={(markdown) => quotationInto(into, markdown)}
              />
            ) : null}
            <div className="hidden lg:block">{help}</div>
          </div>
        </aside>
        <div className="lg:hidden print:hidden sticky bottom-0 z-10 -mx-5 sm:-mx-6 px-5 sm:px-6 py-2.5 grid gap-1 border-t border-rule bg-paper">
          <SaveLine view={view} />
          <WordMeter words={words} limit={template.wordLimit} />
        </div>
      </div>
    </DeskContext>
  )
}
