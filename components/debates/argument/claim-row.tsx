'use client'
import { memo } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import type { Line, Row } from '@/lib/debates/rules/outline'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { ClaimSources } from '../claim-sources'
import { ClaimForms, ClaimTools } from '../claim-tools'
import { counted } from '../words'
import { ClaimHead } from './claim-head'
import type { Steer } from './context'
import { HiddenClaim } from './hidden-claim'
import { POINTING } from './words'

/** A page can be indented this often; deeper claims say whom they answer and stay on the last level. */
const LEVELS = 6
const STEP = 18

/** The hairlines down from the parents' edges, and the short arm to this claim. Linked premises share a double line. */
function Lines({ lines, level }: { lines: readonly Line[]; level: number }) {
  const shown = lines.slice(0, LEVELS - 1)
  const arm = Math.min(level, LEVELS - 1) - 1
  return shown.map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its level
    <span key={i} aria-hidden>
      {i === arm || line !== 'none' ? (
        <span
          className={cx(
            'absolute top-0',
            line === 'linked' ? 'w-[5px] border-x border-ink-3' : 'w-px bg-rule-strong',
            i === arm && line === 'none' ? 'h-7' : 'bottom-0',
          )}
          style={{ left: i * STEP }}
        />
      ) : null}
      {i === arm ? (
        <span className="absolute top-7 h-px w-3.5 bg-rule-strong" style={{ left: i * STEP }} />
      ) : null}
    </span>
  ))
}

function Answers({ row, steer }: { row: Row<ClaimDto>; steer: Steer }) {
  const { claim, answers, below, folded } = row
  if (!answers) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => steer.toggle(claim.id)}
      className="mt-1 inline-flex items-center gap-1 h-6 pointer-coarse:h-11 -mx-1 px-1 rounded-sm text-12 text-ink-3 hover:text-ink cursor-pointer print:hidden"
    >
      <span aria-hidden>{folded ? '▸' : '▾'}</span>
      {counted(answers, 'answer')}
      {folded && below > answers ? `, ${below} in all` : null}
      <span className="sr-only"> to {claimCode(claim.number)}</span>
    </button>
  )
}

type Props = {
  row: Row<ClaimDto>
  linked: string
  current: boolean
  /** Where Tab enters the tree. */
  entry: boolean
  open: boolean
  steer: Steer
}

/** One claim of the outline. What can be done with it shows at the current one. */
export const ClaimRow = memo(function ClaimRow({ row, linked, current, entry, open, steer }: Props) {
  const { claim, level, lines } = row
  const code = claimCode(claim.number)
  const left = Math.min(level, LEVELS - 1) * STEP
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys
    <div
      role="treeitem"
      id={code}
      data-claim={claim.id}
      aria-labelledby={`${code}-head ${code}-text`}
      aria-level={level + 1}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={row.answers ? !row.folded : undefined}
      aria-selected={current}
      tabIndex={entry ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && steer.choose(claim.id)}
      onClick={() => steer.choose(claim.id)}
      className="group relative scroll-mt-20 -outline-offset-1 [contain-intrinsic-size:auto_6rem] [content-visibility:auto]"
      style={{ paddingLeft: left }}
    >
      <Lines lines={lines} level={level} />
      <div className={cx(level === 0 ? 'pt-6' : 'pt-4')}>
        <div
          className={cx(
            'border-l-2 pl-3 pr-1 py-0.5 rounded-r-sm group-target:bg-accent-soft',
            POINTING[claim.relation].edge,
            claim.relation === 'UNDERCUTS' && 'border-dashed',
            current && 'bg-sunk',
            row.way && !current && 'opacity-70',
          )}
        >
          <div id={`${code}-head`}>
            <ClaimHead claim={claim} linked={linked ? linked.split(' ') : []} links={current} />
          </div>
          <div id={`${code}-text`}>
            {claim.hidden ? (
              <HiddenClaim claim={claim} reachable={current} />
            ) : (
              <SafeHtml
                html={claim.html}
                className={cx(
                  'mt-0.5 font-serif text-16 text-pretty max-w-[62ch]',
                  row.way && 'line-clamp-1',
                )}
              />
            )}
          </div>
          <ClaimSources sources={claim.sources} reachable={current} />
          <Answers row={row} steer={steer} />
          {current ? <ClaimTools claim={claim} /> : null}
          {open ? <ClaimForms claim={claim} /> : null}
        </div>
      </div>
    </div>
  )
})
