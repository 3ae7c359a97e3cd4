'use client'
import { cx } from '@/components/ui/cx'
import { type ClaimFilter, FILTER_WORDS } from '@/lib/debates/rules/filters'
import { pathTo } from '@/lib/debates/rules/outline'
import { claimCode, type Side, type Standing } from '@/lib/debates/rules/tree'
import { useArgument, type View } from './context'
import { FindClaim } from './find-claim'
import { SIDE } from './words'

const VIEWS: [View, string][] = [
  ['outline', 'Outline'],
  ['map', 'Map'],
]
const PILL =
  'h-8 pointer-coarse:h-11 px-3 rounded-full border text-13 cursor-pointer border-rule-strong text-ink-2 hover:text-ink hover:border-ink-3 aria-pressed:bg-accent-soft aria-pressed:border-accent aria-pressed:text-accent'

function ViewChoice() {
  const { ui, steer } = useArgument()
  return (
    <fieldset className="inline-flex rounded-md border border-rule-strong overflow-hidden">
      <legend className="sr-only">How the argument is shown</legend>
      {VIEWS.map(([view, label]) => (
        <button
          key={view}
          type="button"
          aria-pressed={ui.view === view}
          onClick={() => steer.change({ view })}
          className={cx(
            'h-8 pointer-coarse:h-11 px-3.5 text-13 cursor-pointer -outline-offset-2 text-ink-2 hover:text-ink',
            'aria-pressed:bg-accent-soft aria-pressed:text-accent aria-pressed:font-medium',
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}

function Filters({ unsourced }: { unsourced: Record<Side, number> }) {
  const { ui, steer } = useArgument()
  const { of, side } = ui.filter
  const isAll = of === 'ALL' && side === null
  const choose = (filter: ClaimFilter, only: Side | null = null) => {
    const again = filter === of && only === side
    steer.change({ filter: again ? { of: 'ALL', side: null } : { of: filter, side: only } })
  }
  return (
    <fieldset className="contents">
      <legend className="sr-only">Which claims are shown</legend>
      {(Object.keys(FILTER_WORDS) as ClaimFilter[]).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === 'ALL' ? isAll : of === name && side === null}
          title={FILTER_WORDS[name].says}
          onClick={() => choose(name)}
          className={PILL}
        >
          {FILTER_WORDS[name].label}
        </button>
      ))}
      <span className="inline-flex flex-wrap items-center gap-1.5 text-13 text-ink-3">
        No source:
        {(['FOR', 'AGAINST'] as const).map((s) => (
          <button
            key={s}
            type="button"
            aria-pressed={of === 'UNSOURCED' && side === s}
            onClick={() => choose('UNSOURCED', s)}
            className={cx(PILL, 'num')}
          >
            {unsourced[s]} {SIDE[s]}
            <span className="sr-only">, without a source</span>
          </button>
        ))}
      </span>
    </fieldset>
  )
}

/** The way back from one branch, and what lies above it. */
function Path() {
  const { ui, steer, placed } = useArgument()
  if (!ui.focus) return null
  const path = pathTo(placed, ui.focus)
  return (
    <nav
      aria-label="Where this branch hangs"
      className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-13"
    >
      <button
        type="button"
        onClick={() => steer.change({ focus: null })}
        className="text-accent underline underline-offset-2 cursor-pointer pointer-coarse:py-2.5"
      >
        Whole argument
      </button>
      {path.map((claim, i) => (
        <span key={claim.id} className="inline-flex items-baseline gap-2">
          <span aria-hidden className="text-ink-3">
            ›
          </span>
          {i === path.length - 1 ? (
            <span aria-current="true" className="num font-medium">
              {claimCode(claim.number)}
            </span>
          ) : (
            <button
              type="button"
              onClick={() => steer.change({ focus: claim.id })}
              className="num text-accent underline underline-offset-2 cursor-pointer pointer-coarse:py-2.5"
            >
              {claimCode(claim.number)}
            </button>
          )}
        </span>
      ))}
    </nav>
  )
}

function FoldAll() {
  const { ui, steer, placed } = useArgument()
  const parents = new Set(placed.flatMap((c) => c.parentId ?? []))
  const all = ui.folded.size > 0
  return (
    <button
      type="button"
      disabled={parents.size === 0}
      onClick={() => steer.change({ folded: all ? new Set() : parents })}
      className="h-8 pointer-coarse:h-11 px-2 text-13 text-ink-2 hover:text-ink hover:underline underline-offset-2 cursor-pointer disabled:opacity-50"
    >
      {all ? 'Unfold all' : 'Fold all'}
    </button>
  )
}

/** How the argument is shown, what of it, and the keys. */
export function Toolbar(props: { standing: Standing; matches: number | null; onKeys: () => void }) {
  const { ui } = useArgument()
  const { standing, matches } = props
  const { of, side } = ui.filter
  return (
    <div className="mb-6 grid gap-2.5 print:hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ViewChoice />
        <span className="inline-flex items-center">
          <FoldAll />
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={props.onKeys}
            className="h-8 pointer-coarse:h-11 px-2 text-13 text-ink-2 hover:text-ink hover:underline underline-offset-2 cursor-pointer"
          >
            Keys
          </button>
        </span>
        <FindClaim />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Filters unsourced={{ FOR: standing.for.unsourced, AGAINST: standing.against.unsourced }} />
      </div>
      <p role="status" className="text-13 text-ink-3 max-w-[80ch] empty:hidden">
        {matches === null
          ? null
          : `${FILTER_WORDS[of].says}${side ? ` On the side ${side === 'FOR' ? 'for' : 'against'} the motion.` : ''} ${
              matches === 0
                ? 'There is none.'
                : `${matches} of ${standing.claims}; what they answer is shown in brief.`
            }`}
      </p>
      <Path />
    </div>
  )
}
