import { SafeHtml } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { type Branch, claimCode, nest } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { ClaimSources } from './claim-sources'
import { ClaimTools } from './claim-tools'

/** A page can be indented this often; deeper claims say whom they answer and stay on the last level. */
const LEVELS = 6

const WORD = { SUPPORTS: 'For', OPPOSES: 'Against' } as const
const HELPS = { FOR: 'helps For', AGAINST: 'helps Against' } as const

/** "C12  Against C11 → helps For": its number, which way it points, and whom it helps in the end; then who says so. */
function ClaimHead({ claim }: { claim: ClaimDto }) {
  const { number, relation, parentNumber, helps, sourced, author, edited } = claim
  const pointing = relation === 'SUPPORTS' ? 'text-for' : 'text-against'
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 text-12">
      <a href={`#${claimCode(number)}`} className="num font-semibold text-ink hover:underline">
        {claimCode(number)}
      </a>
      <span className={cx('font-medium', pointing)}>
        {WORD[relation]}
        {parentNumber === null ? (
          <span className="sr-only"> the motion</span>
        ) : (
          <>
            {' '}
            <a href={`#${claimCode(parentNumber)}`} className="num hover:underline">
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
      {sourced ? null : <span className="text-warn">no source</span>}
      <span className="text-ink-3">
        {author}
        {edited ? ', edited' : null}
      </span>
    </p>
  )
}

function ClaimBody({ claim, canAdd }: { claim: ClaimDto; canAdd: boolean }) {
  const edge = claim.relation === 'SUPPORTS' ? 'border-for' : 'border-against'
  return (
    <div id={claimCode(claim.number)} className={cx('border-l-2 pl-3 target:bg-accent-soft', edge)}>
      <ClaimHead claim={claim} />
      <SafeHtml html={claim.html} className="mt-0.5 font-serif text-16 text-pretty max-w-[62ch]" />
      <ClaimSources sources={claim.sources} />
      <ClaimTools claim={claim} canAdd={canAdd} />
    </div>
  )
}

/**
 * The hairlines: each branch draws its piece of the line down from the parent's edge and its own short arm; the last
 * one's line ends at its arm.
 */
const BRANCH = cx(
  'relative pt-5 pl-3.5 sm:pl-5',
  'before:absolute before:left-0 before:top-0 before:bottom-0 before:w-px before:bg-rule-strong',
  'last:before:bottom-auto last:before:h-7',
  'after:absolute after:left-0 after:top-7 after:h-px after:w-2.5 sm:after:w-4 after:bg-rule-strong',
)

function Branches({ branches, canAdd }: { branches: Branch<ClaimDto>[]; canAdd: boolean }) {
  return (
    <ul>
      {branches.map(({ claim, children }) => (
        <li key={claim.id} className={BRANCH}>
          <ClaimBody claim={claim} canAdd={canAdd} />
          {children.length > 0 ? <Branches branches={children} canAdd={canAdd} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** The claims of one side of the motion with everything that answers them, as nested lists. */
export function ClaimOutline({ claims, canAdd }: { claims: ClaimDto[]; canAdd: boolean }) {
  return (
    <ul className="grid gap-8">
      {nest(claims, LEVELS).map(({ claim, children }) => (
        <li key={claim.id}>
          <ClaimBody claim={claim} canAdd={canAdd} />
          {children.length > 0 ? <Branches branches={children} canAdd={canAdd} /> : null}
        </li>
      ))}
    </ul>
  )
}
