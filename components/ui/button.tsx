import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cx } from './cx'

type Look = 'main' | 'plain' | 'quiet' | 'danger'

const LOOKS: Record<Look, string> = {
  main: 'bg-accent text-accent-ink border-accent hover:brightness-110',
  plain: 'bg-surface border-rule-strong hover:border-ink-3',
  quiet: 'border-transparent text-ink-2 hover:text-ink hover:bg-sunk px-2',
  danger: 'bg-surface border-rule-strong text-bad hover:border-bad',
}

/** 32 px high with a mouse, 44 by touch. */
export const buttonClass = (look: Look = 'plain', extra?: string): string =>
  cx(
    'inline-flex items-center justify-center gap-1.5 h-8 pointer-coarse:h-11 px-3.5 rounded-md border font-medium whitespace-nowrap',
    'transition-colors duration-150 cursor-pointer disabled:opacity-55 disabled:cursor-default aria-disabled:opacity-55',
    LOOKS[look],
    extra,
  )

export function Button({
  look,
  className,
  busy,
  ...props
}: ComponentProps<'button'> & { look?: Look; busy?: boolean }) {
  return (
    <button
      type="button"
      {...props}
      aria-busy={busy || undefined}
      disabled={props.disabled || busy}
      className={buttonClass(look, className)}
    />
  )
}

export function ButtonLink({ look, className, ...props }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link {...props} className={buttonClass(look, className)} />
}
