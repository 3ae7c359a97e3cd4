'use client'
import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'

type PromptDraft = { id?: string; text: string; answers: number }
export type SectionDraft = { id: string; heading: string; due: string; prompts: PromptDraft[] }

type Props = {
  section: SectionDraft
  place: number
  /** "Seoul time": whose clocks the date is on. */
  clocks: string
  errors: Record<string, string>
  onChange: (part: Partial<SectionDraft>) => void
}

/** When a section is discussed, and the questions under it. */
export function SectionFields({ section, place, clocks, errors, onChange }: Props) {
  const { heading, due, prompts } = section
  const at = `sections.${place}`
  const put = (i: number, text: string) =>
    onChange({ prompts: prompts.map((p, k) => (k === i ? { ...p, text } : p)) })
  return (
    <li className="grid gap-4 border-b border-rule py-5">
      <h2 className="font-serif text-19">
        <span className="num text-13 text-ink-3 mr-3">{place + 1}</span>
        {heading}
      </h2>
      <Field
        type="datetime-local"
        label="Discuss by"
        hint={`On the course’s clocks (${clocks}). Leave it empty for no date.`}
        className="max-w-[16rem]"
        value={due}
        error={errors[`${at}.due`]}
        onChange={(event) => onChange({ due: event.target.value })}
      />
      {prompts.map((prompt, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new question has no id yet
        <div key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3">
          <TextArea
            label={`Question ${i + 1}`}
            rows={2}
            value={prompt.text}
            hint={prompt.answers ? `${prompt.answers} written under it, so it stays.` : undefined}
            error={errors[`${at}.prompts.${i}.text`]}
            onChange={(event) => put(i, event.target.value)}
          />
          <Button
            className="mt-6"
            aria-label={`Remove question ${i + 1}`}
            disabled={prompt.answers > 0}
            onClick={() => onChange({ prompts: prompts.filter((_, k) => k !== i) })}
          >
            Remove
          </Button>
        </div>
      ))}
      {errors[`${at}.prompts`] ? (
        <p role="alert" className="text-13 text-bad">
          {errors[`${at}.prompts`]}
        </p>
      ) : null}
      <div>
        <Button onClick={() => onChange({ prompts: [...prompts, { text: '', answers: 0 }] })}>
          Add a question
        </Button>
      </div>
    </li>
  )
}
