import { Chip } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { judgedShort } from './distribution'
import { Mark } from './mark'
import { HELPS, POINTING, TOULMIN } from './words'

/**
 * "C12 − Against C11 → helps For": its number, which way it points, and whom it helps in the end; then what it does,
 * who says so, and what the class makes of it.
 */
export function ClaimHead({
  claim,
  linked,
  links = true,
}: {
  claim: ClaimDto
  linked: string[]
  /** Off where the head is no place for the keyboard to stop. */
  links?: boolean
}) {
  const { number, relation, parentNumber, helps, sourced, author, edited, toulmin } = claim
  const { word, text } = POINTING[relation]
  const tabIndex = links ? undefined : -1
  const judged = judgedShort(claim)
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 text-12">
      <a
        href={`#${claimCode(number)}`}
        tabIndex={tabIndex}
        className="num font-semibold text-ink hover:underline"
      >
        {claimCode(number)}
      </a>
      <span className={cx('font-medium', text)}>
        <Mark relation={relation} className="mr-1" />
        {word}
        {parentNumber === null ? (
          <span className="sr-only"> the motion</span>
        ) : (
          <>
            {' '}
            <a href={`#${claimCode(parentNumber)}`} tabIndex={tabIndex} className="num hover:underline">
              {claimCode(parentNumber)}
            </a>
          </>
        )}
      </span>
      {parentNumber === null ? null : (
        <span className={helps === 'FOR' ? 'text-for' : 'text-against'}>
          <span aria-hidden>→ </span>
          {HELPS[helps]}
        </span>
      )}
      {linked.length ? <span className="num text-ink-2">linked with {linked.join(', ')}</span> : null}
      {toulmin ? <Chip>{TOULMIN[toulmin].name}</Chip> : null}
      {sourced ? null : <span className="text-warn">no source</span>}
      <span className="text-ink-3">
        {author}
        {edited ? ', edited' : null}
      </span>
      {judged ? <span className="num text-ink-3">{judged}</span> : null}
    </p>
  )
}
