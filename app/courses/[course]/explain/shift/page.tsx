import type { Metadata } from 'next'
import Link from 'next/link'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { Causes } from '@/components/polls/result/causes'
import { WhoMoved } from '@/components/polls/result/moved'
import { ChooseWaves } from '@/components/polls/shift/choose-waves'
import { PairsMoved } from '@/components/polls/shift/pairs'
import { PointsMoved } from '@/components/polls/shift/points-moved'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { shiftPage } from '@/lib/polls/shift/queries'
import type { ShiftPage } from '@/lib/polls/shift/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'What moved' }

type Search = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ course: string }>; searchParams: Promise<Search> }

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

/** The answer in a sentence: which first choices grew and which shrank. */
function Answer({ shift }: { shift: ShiftPage }) {
  const { moved, options, chosen } = shift
  if (!chosen) return null
  if (!moved)
    return (
      <>
        From {chosen.from.wave || 'the earlier vote'} to {chosen.to.wave || 'the later'}.
      </>
    )
  const changes = options
    .map((o) => ({ name: o.shortLabel, change: (moved.after[o.code] ?? 0) - (moved.before[o.code] ?? 0) }))
    .filter((c) => c.change !== 0)
    .sort((a, b) => b.change - a.change)
  if (changes.length === 0) return <>First choices stand where they stood, in number.</>
  return (
    <>
      First choices of the {moved.voters} who voted both times:{' '}
      {changes.map(({ name, change }, i) => (
        <span key={name}>
          {i > 0 ? ', ' : ''}
          <b className="font-semibold text-ink">{name}</b> {change > 0 ? `+${change}` : `−${-change}`}
        </span>
      ))}
      .
    </>
  )
}

function Moves({ shift }: { shift: ShiftPage }) {
  const { chosen, moved, pairs, shifts, options, method } = shift
  if (!chosen) return null
  const names = { before: chosen.from.wave || 'earlier', after: chosen.to.wave || 'later' }
  const file = `${chosen.from.slug}-to-${chosen.to.slug}`
  if (!moved && !pairs && !shifts)
    return (
      <Empty title="Not shown">
        Too few voted both times, or one or two missed this vote or one beside it: what moved would tell of
        them.
      </Empty>
    )
  return (
    <>
      {moved ? <WhoMoved moved={moved} options={options} {...names} file={`${file}-first-choices`} /> : null}
      {pairs ? <PairsMoved moves={pairs} options={options} {...names} file={`${file}-pairs`} /> : null}
      {shifts ? (
        <PointsMoved shifts={shifts} options={options} {...names} file={`${file}-points`} method={method} />
      ) : null}
    </>
  )
}

export default async function ShiftRoute({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const { to } = await searchParams
  const shift = await forPage(shiftPage(actor, course.id, one(to)))
  const base = `/courses/${course.slug}/explain`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Explain
        </Link>
      }
      title="What moved"
      lede={<Answer shift={shift} />}
    >
      <LiveRefresh course={course.slug} seq={course.seq} types={['poll.closed']} />
      {shift.chosen ? (
        <>
          <ChooseWaves shift={shift} />
          <Moves shift={shift} />
          <Causes causes={shift.causes} base={`/courses/${course.slug}`} />
          <Reasons reasons={shift.reasons} />
        </>
      ) : (
        <Empty title="Nothing to compare yet">
          When the same question has been voted on twice and both votes are closed, this page shows how
          opinion moved from the one to the other, and what moved it.
        </Empty>
      )}
    </Page>
  )
}

function Reasons({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return null
  return (
    <Section
      title="In the voters’ words"
      sub="What the later ballots say, nobody named, in no order of time."
    >
      <ul className="grid gap-x-12 gap-y-4 md:grid-cols-2">
        {reasons.map((reason, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two voters may have the same words
          <li key={i} className="border-l border-rule pl-4 font-serif text-16 leading-normal text-ink-2">
            {reason}
          </li>
        ))}
      </ul>
    </Section>
  )
}
