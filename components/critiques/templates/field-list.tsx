'use client'
import { Button } from '@/components/ui/button'
import { Field, Select, TextArea } from '@/components/ui/field'
import type { FieldErrors } from '@/lib/errors'
import { type EditedField, moved, newField } from './draft'
import { ItemTools, onMoveKey } from './item-tools'

const KINDS = {
  PROSE: 'Prose, with Markdown',
  LINE: 'One line',
  CHOICE: 'One of some answers',
} as const

type Props = { fields: EditedField[]; errors: FieldErrors; onChange: (fields: EditedField[]) => void }
type OneProps = {
  field: EditedField
  error: (name: string) => string | undefined
  change: (part: Partial<EditedField>) => void
}

function OneField({ field, error, change }: OneProps) {
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-[1fr_13rem_7rem]">
        <Field
          label="Title"
          value={field.title}
          error={error('title')}
          onChange={(event) => change({ title: event.target.value })}
        />
        <Select
          label="Kind"
          value={field.kind}
          onChange={(event) => change({ kind: event.target.value as EditedField['kind'] })}
        >
          {Object.entries(KINDS).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
        {field.kind === 'CHOICE' ? null : (
          <Field
            label="Words at most"
            inputMode="numeric"
            value={field.wordLimit}
            error={error('wordLimit')}
            onChange={(event) => change({ wordLimit: event.target.value })}
          />
        )}
      </div>
      <TextArea
        label="Prompt"
        rows={2}
        value={field.prompt}
        error={error('prompt')}
        onChange={(event) => change({ prompt: event.target.value })}
      />
      {field.kind === 'CHOICE' ? (
        <TextArea
          label="Answers to choose from"
          hint="One on each line, at least two."
          rows={3}
          value={field.options}
          error={error('options')}
          onChange={(event) => change({ options: event.target.value })}
        />
      ) : null}
    </div>
  )
}

const errorOf = (errors: FieldErrors, at: string, name: string): string | undefined =>
  Object.entries(errors).find(([path]) => path === `${at}.${name}` || path.startsWith(`${at}.${name}.`))?.[1]

/** The fields in their order. Alt with an arrow key moves the one that has the focus. */
export function FieldList({ fields, errors, onChange }: Props) {
  const add = () => onChange([...fields, newField(fields.map((f) => f.code))])
  return (
    <>
      <ol className="grid">
        {fields.map((field, i) => {
          const what = `field ${field.code}`
          const move = (by: number) => onChange(moved(fields, i, i + by))
          const remove = () => onChange(fields.filter((f) => f !== field))
          return (
            <li key={field.key} className="border-t border-rule py-5" onKeyDown={onMoveKey(move)}>
              <div className="mb-2 flex items-center justify-between gap-3">
                <span className="num text-13 text-ink-3">{field.code}</span>
                <ItemTools
                  {...{ what, first: i === 0, last: i === fields.length - 1 }}
                  onMove={move}
                  {...(fields.length > 1 ? { onRemove: remove } : {})}
                />
              </div>
              <OneField
                field={field}
                error={(name) => errorOf(errors, `fields.${i}`, name)}
                change={(part) => onChange(fields.map((f) => (f === field ? { ...f, ...part } : f)))}
              />
            </li>
          )
        })}
      </ol>
      <div className="border-t border-rule pt-4">
        <Button onClick={add}>Add a field</Button>
      </div>
    </>
  )
}
