import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import type { DebateRecord, RecordClaim, RecordRun, RecordStatement } from '@/lib/debates/record/schema'
import { lasts } from '@/lib/debates/rules/lasts'
import { claimCode } from '@/lib/debates/rules/tree'
import { shortDate } from '@/lib/time'
import { CopyLink } from './copy-link'

const LOOK = { FOR: 'text-for', AGAINST: 'text-against' } as const
const RELATION = { SUPPORTS: 'for', OPPOSES: 'against', UNDERCUTS: 'undercutting' } as const

/** A heading that can be linked to. */
export function Heading({ id, level = 2, children }: { id: string; level?: 2 | 3; children: string }) {
  const Tag = level === 2 ? 'h2' : 'h3'
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <Tag id={id} className={cx('scroll-mt-16', level === 2 ? 'text-19 sm:text-24' : 'text-16')}>
        {children}
      </Tag>
      <CopyLink id={id} name={children} />
    </div>
  )
}

function Entry({
  side,
  head,
  children,
}: {
  side: 'FOR' | 'AGAINST' | null
  head: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <p className={cx('text-13', side ? LOOK[side] : 'text-ink-2')}>{head}</p>
      <div className="measure font-serif text-16 whitespace-pre-line wrap-anywhere">{children}</div>
    </>
  )
}

function Statement({ s, path }: { s: RecordStatement; path: string }) {
  const id = `S${String(s.number).padStart(2, '0')}`
  return (
    <li id={id} className="scroll-mt-16 grid gap-0.5 py-2.5">
      <Entry
        side={s.side}
        head={
          <>
            <span className="font-medium">{s.speaker}</span>
            {s.label ? ` ${s.label}` : ''}
            {s.notedBy ? <span className="text-ink-3"> noted by {s.notedBy}</span> : null}
            {s.claim ? (
              <Link href={`${path}#${claimCode(s.claim)}`} className="ml-2 underline underline-offset-2">
                {claimCode(s.claim)}
              </Link>
            ) : null}
            <span className="ml-2 inline-block text-ink-3">{id}</span>{' '}
            <CopyLink id={id} name={`statement ${id}`} />
          </>
        }
      >
        {s.text}
      </Entry>
    </li>
  )
}

function Claim({ c, path }: { c: RecordClaim; path: string }) {
  const code = claimCode(c.number)
  return (
    <li className="grid gap-0.5 py-2.5">
      <Entry
        side={c.side}
        head={
          <>
            <Link href={`${path}#${code}`} className="font-medium underline underline-offset-2">
              {code}
            </Link>
            {` ${RELATION[c.relation]} ${c.to === null ? 'the motion' : claimCode(c.to)}, `}
            {c.author}
          </>
        }
      >
        {c.text}
      </Entry>
    </li>
  )
}

/** "24 Nov 2026, 13:00 to 24 Nov 2026, 13:07, planned for 6 min, extended by 1 min". */
function timesOf(run: RecordRun, timeZone: string): string {
  if (!run.startedAt) return ''
  const parts = [
    run.endedAt
      ? `${shortDate(run.startedAt, timeZone)} to ${shortDate(run.endedAt, timeZone)}`
      : `since ${shortDate(run.startedAt, timeZone)}`,
    run.planned === null ? '' : `planned for ${lasts(run.planned)}`,
    run.extendedMinutes > 0 ? `extended by ${lasts(run.extendedMinutes)}` : '',
    run.extendedMinutes < 0 ? `shortened by ${lasts(-run.extendedMinutes)}` : '',
    run.pausedMinutes > 0 ? `paused for ${lasts(run.pausedMinutes)}` : '',
  ]
  return parts.filter(Boolean).join(', ')
}

export function Run({
  run,
  index,
  path,
  timeZone,
}: {
  run: RecordRun
  index: number
  path: string
  timeZone: string
}) {
  const name = run.number === null ? run.name : `${run.number}. ${run.name}`
  const nothing = run.statements.length + run.claims.length === 0
  return (
    <section aria-labelledby={`phase-${index}`} className="mt-6">
      <Heading id={`phase-${index}`} level={3}>
        {name}
      </Heading>
      <p className="text-13 text-ink-3">
        {[run.who, timesOf(run, timeZone)].filter(Boolean).join(' · ')}
        {nothing && run.number !== null ? '. Nothing was written.' : ''}
      </p>
      {run.statements.length > 0 ? (
        <ol
          className="mt-1 divide-y divide-rule border-t border-rule"
          aria-label={`Statements in ${run.name}`}
        >
          {run.statements.map((s) => (
            <Statement key={s.number} s={s} path={path} />
          ))}
        </ol>
      ) : null}
      {run.claims.length > 0 ? (
        <>
          <h4 className="mt-3 font-sans text-13 font-medium text-ink-3">
            {run.claims.length === 1 ? 'A claim was added' : `${run.claims.length} claims were added`}
          </h4>
          <ol
            className="divide-y divide-rule border-t border-rule"
            aria-label={`Claims added in ${run.name}`}
          >
            {run.claims.map((c) => (
              <Claim key={c.number} c={c} path={path} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}

const shares = ({ counts, answer, ballots, closedAt }: DebateRecord['votes'][number]): string =>
  counts
    ? counts.map(({ label, n }) => `${label} ${n}`).join(', ')
    : (answer ??
      (closedAt ? `Not shown: ${ballots === null ? 'fewer than three voted' : 'it is hidden'}.` : 'Open'))

export function Votes({ record, base }: { record: DebateRecord; base: string }) {
  return (
    <dl className="grid gap-3">
      {record.votes.map((vote) => (
        <div key={vote.slug}>
          <dt className="text-13 text-ink-3">
            <Link href={`${base}/explain/polls/${vote.slug}`} className="underline underline-offset-2">
              {[vote.question === record.motion ? 'The motion' : vote.question, vote.wave]
                .filter(Boolean)
                .join(', ')}
            </Link>
          </dt>
          <dd className="font-serif text-16">{shares(vote)}</dd>
        </div>
      ))}
    </dl>
  )
}
