import { cx } from '@/components/ui/cx'
import type { Relation } from '@/lib/debates/rules/tree'

const PATHS: Record<Relation, string> = {
  SUPPORTS: 'M3 8h10M8 3v10',
  OPPOSES: 'M3 8h10',
  // a step that is cut
  UNDERCUTS: 'M2 8h4M10 8h4M6 13l4-10',
}

/** A plus, a minus, or a line that is cut: which way a claim points, told without colour. */
export function Mark({ relation, className }: { relation: Relation; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className={cx(
        'inline-block size-3 shrink-0 align-[-0.06em] fill-none stroke-current stroke-[2.25]',
        className,
      )}
      strokeLinecap="round"
    >
      <path d={PATHS[relation]} />
    </svg>
  )
}
