'use client'
import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'
import type { Edited } from './draft'

type Example = NonNullable<Edited['example']>
type Props = { edited: Edited; change: (part: Partial<Edited>) => void }

/** One way of filling it in well, which writers see beside the form. */
export function ExampleEditor({ edited, change }: Props) {
  const { example, fields } = edited
  if (!example)
    return (
      <Button onClick={() => change({ example: { title: 'A worked example', intro: '', fields: {} } })}>
        Add a worked example
      </Button>
    )
  const set = (part: Partial<Example>) => change({ example: { ...example, ...part } })
  return (
    <div className="grid gap-4">
      <Field
        label="Title of the example"
        value={example.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextArea
        label="What it is about"
        rows={2}
        value={example.intro}
        onChange={(event) => set({ intro: event.target.value })}
      />
      {fields.map(({ key, code, title }) => (
        <TextArea
          key={key}
          label={`Example of ${code} ${title}`}
          rows={2}
          value={example.fields[code] ?? ''}
          onChange={(event) => set({ fields: { ...example.fields, [code]: event.target.value } })}
        />
      ))}
      <div>
        <Button look="quiet" className="-ml-2" onClick={() => change({ example: null })}>
          Take the example out
        </Button>
      </div>
    </div>
  )
}
