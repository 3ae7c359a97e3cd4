'use client'
import { cx } from '@/components/ui/cx'
import { countWords } from '@/lib/critiques/rules/words'
import type { TemplateDto } from '@/lib/critiques/schema'

type Props = {
  field: TemplateDto['fields'][number]
  text: string
  error?: string
  onText: (text: string) => void
}

export const fieldId = (code: string): string => `field-${code}`

/** A field as a page of a book: title, prompt, and room to write in the reading face. */
export function FieldBox({ field, text, error, onText }: Props) {
  const { code, title, prompt, wordLimit } = field
  const id = fieldId(code)
  const words = countWords(text)
  const over = words > wordLimit
  return (
    <section className="scroll-mt-20">
      <h2 className="text-19">
        <label htmlFor={id}>
          <span className="num font-sans text-13 font-normal text-ink-3 mr-2.5 lg:inline-block lg:w-10 lg:-ml-12.5 lg:text-right">
            {code}
          </span>
          {title}
        </label>
      </h2>
      <p id={`${id}-prompt`} className="mt-0.5 mb-2.5 text-14 text-ink-2 max-w-[64ch]">
        {prompt}
      </p>
      <textarea
        id={id}
        defaultValue={text}
        rows={wordLimit <= 40 ? 2 : 4}
        autoComplete="off"
        spellCheck
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-prompt ${id}-count${error ? ` ${id}-error` : ''}`}
        onChange={(event) => onText(event.target.value)}
        className={cx(
          wordLimit <= 40 ? 'min-h-[5.25rem]' : 'min-h-[9rem]',
          'block w-full scroll-mb-24 field-sizing-content rounded-md border border-rule-strong aria-invalid:border-bad bg-surface px-4 py-3 font-serif text-16 sm:text-19 print:border-0 print:p-0',
        )}
      />
      <div className="mt-1.5 flex items-baseline justify-between gap-4 text-13">
        <div>
          {error ? (
            <p id={`${id}-error`} role="alert" className="text-bad">
              {error}
            </p>
          ) : null}
        </div>
        <p
          id={`${id}-count`}
          className={cx('num whitespace-nowrap', over ? 'text-bad font-medium' : 'text-ink-3')}
        >
          {words} of {wordLimit} words{over ? `, ${words - wordLimit} over` : ''}
        </p>
      </div>
    </section>
  )
}
