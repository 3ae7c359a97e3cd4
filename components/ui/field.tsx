import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx'

const CONTROL =
  'block w-full rounded-md border border-rule-strong bg-surface px-3 text-14 pointer-coarse:text-16 placeholder:text-ink-3 aria-invalid:border-bad'

type Shared = { label: ReactNode; hint?: ReactNode; error?: string }

/** Label above, hint below, and what is wrong beside the field in a sentence. */
function Framed({ label, hint, error, id, children }: Shared & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-13 text-ink-2">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-13 text-bad">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} className="text-13 text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

const described = (id: string, { hint, error }: Shared) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
})

export function Field({ label, hint, error, className, ...props }: Shared & ComponentProps<'input'>) {
  const made = useId()
  const id = props.id ?? made
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <input
        {...props}
        {...described(id, { label, hint, error })}
        className={cx(CONTROL, 'h-9 pointer-coarse:h-11', className)}
      />
    </Framed>
  )
}

export function TextArea({ label, hint, error, className, ...props }: Shared & ComponentProps<'textarea'>) {
  const made = useId()
  const id = props.id ?? made
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <textarea
        rows={4}
        {...props}
        {...described(id, { label, hint, error })}
        className={cx(CONTROL, 'py-2 leading-normal field-sizing-content', className)}
      />
    </Framed>
  )
}

export function Select({
  label,
  hint,
  error,
  className,
  children,
  ...props
}: Shared & ComponentProps<'select'>) {
  const made = useId()
  const id = props.id ?? made
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <select
        {...props}
        {...described(id, { label, hint, error })}
        className={cx(CONTROL, 'h-9 pointer-coarse:h-11', className)}
      >
        {children}
      </select>
    </Framed>
  )
}
