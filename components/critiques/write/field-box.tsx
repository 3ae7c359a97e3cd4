'use client'
import { useContext } from 'react'
import { cx } from '@/components/ui/cx'
import { ownWords } from '@/lib/critiques/rules/own-words'
import { countWords } from '@/lib/critiques/rules/words'
import type { TemplateField } from '@/lib/critiques/templates/schema'
import { DeskContext } from './desk'
import { ProseBox } from './prose-box'

type Props = {
  field: TemplateField
  text: string
  error?: string
  onText: (text: string) => void
}

export const fieldId = (code: string): string => `field-${code}`

/** "62 of 80 words, 25 quoted". */
function Count({ id, text, limit }: { id: string; text: string; limit: number }) {
  const words = ownWords(text)
  const over = words > limit
  const quoted = text.includes('(quote:') ? countWords(text) - words : 0
  return (
    <p id={id} className={cx('num whitespace-nowrap', over ? 'text-bad font-medium' : 'text-ink-3')}>
      {words} of {limit} words{over ? `, ${words - limit} over` : ''}
      {quoted > 0 ? <span className="text-ink-3 font-normal">, {quoted} quoted</span> : null}
    </p>
  )
}

function Choice({ id, field, text, described, onText }: Props & { id: string; described: string }) {
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-title`}
      aria-describedby={described}
      className="grid gap-1"
    >
      {field.options.map((option, i) => (
        <label key={option} className="flex items-center gap-2.5 font-serif text-16 pointer-coarse:min-h-11">
          <input
            id={i === 0 ? id : undefined}
            type="radio"
            name={id}
            value={option}
            checked={text === option}
            onChange={() => onText(option)}
            className="size-4 accent-accent"
          />
          {option}
        </label>
      ))}
    </div>
  )
}

function Line({ id, text, error, described, onText }: Props & { id: string; described: string }) {
  const desk = useContext(DeskContext)
  return (
    <input
      id={id}
      defaultValue={text}
      autoComplete="off"
      aria-invalid={error ? true : undefined}
      aria-describedby={described}
      onFocus={() => desk?.wasIn('')}
      onChange={(event) => onText(event.target.value)}
      className="block w-full h-11 scroll-mb-24 rounded-md border border-rule-strong aria-invalid:border-bad bg-surface px-4 font-serif text-16 sm:text-19"
    />
  )
}

function Answer(props: Props & { id: string; described: string }) {
  const { field, id, text, error, described, onText } = props
  if (field.kind === 'CHOICE') return <Choice {...props} />
  if (field.kind === 'LINE') return <Line {...props} />
  return (
    <ProseBox
      {...{ id, text, described, onText }}
      code={field.code}
      short={field.wordLimit <= 40}
      invalid={Boolean(error)}
    />
  )
}

/** A field as a page of a book: title, prompt, and room to write in the reading face. */
export function FieldBox(props: Props) {
  const { field, text, error } = props
  const { code, title, prompt, wordLimit, kind } = field
  const id = fieldId(code)
  const choice = kind === 'CHOICE'
  const described = [`${id}-prompt`, choice ? '' : `${id}-count`, error ? `${id}-error` : '']
  return (
    <section className="min-w-0 scroll-mt-20">
      <h2 className="text-19" id={`${id}-title`}>
        <label htmlFor={choice ? undefined : id}>
          <span className="num font-sans text-13 font-normal text-ink-3 mr-2.5 lg:inline-block lg:w-10 lg:-ml-12.5 lg:text-right">
            {code}
          </span>
          {title}
        </label>
      </h2>
      <p id={`${id}-prompt`} className="mt-0.5 mb-2.5 text-14 text-ink-2 max-w-[64ch]">
        {prompt}
      </p>
      <Answer {...props} id={id} described={described.filter(Boolean).join(' ')} />
      <div className="mt-1.5 flex items-baseline justify-between gap-4 text-13">
        <div>
          {error ? (
            <p id={`${id}-error`} role="alert" className="text-bad">
              {error}
            </p>
          ) : null}
        </div>
        {choice ? null : <Count id={`${id}-count`} text={text} limit={wordLimit} />}
      </div>
    </section>
  )
}
