import { cx } from '@/components/ui/cx'

/** The colour of an option; its name always stands beside it. */
export const hueOf = (hue: string): string => `var(--${hue})`

export function Dot({ hue, className }: { hue: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('inline-block size-[9px] rounded-full shrink-0 [print-color-adjust:exact]', className)}
      style={{ background: hueOf(hue) }}
    />
  )
}
