import { Section } from '@/components/ui/page'
import type { PollPage, PollResult } from '@/lib/polls/schema'
import { PointsMoved } from '../shift/points-moved'
import { Causes } from './causes'
import { Check } from './check'
import { Duel } from './duel'
import { Foreseen } from './foreseen'
import { Methods } from './methods'
import { WhoMoved } from './moved'
import { Order } from './order'
import { PointSpread } from './points'
import { CredenceOrder, PoolTable } from './pools'
import { Why } from './why'

/** A larger matrix has the width of the page. */
const SIDE_BY_SIDE = 7

type Shown = { poll: PollPage; result: PollResult }

/** The answer is above; here are the order, how we know, why, other ways of counting, and how to check it. */
export function Result({ poll, courseSlug }: { poll: PollPage; courseSlug: string }) {
  const { result, options } = poll
  if (!result) return null
  const base = `/courses/${courseSlug}`
  const { foreseen, tallies, certificates } = result
  return (
    <>
      <Answer poll={poll} result={result} />
      {foreseen ? (
        <Foreseen
          foreseen={foreseen}
          options={options}
          file={`${poll.slug}-brier`}
          mayFind={poll.importedFrom === null}
        />
      ) : null}
      <Since poll={poll} />
      <Causes causes={result.causes} base={base} />
      {certificates.length > 0 ? (
        <Why
          certificates={certificates}
          options={options}
          file={
            poll.closedAt
              ? {
                  href: `/api${base}/polls/${poll.slug}/certificates.json`,
                  name: `${poll.slug}-certificates.json`,
                }
              : null
          }
        />
      ) : null}
      {tallies.length > 1 ? <Methods result={result} options={options} /> : null}
      <Checked poll={poll} result={result} courseSlug={courseSlug} />
    </>
  )
}

/** The order by the headline’s method, beside what it rests on; then how the ballots are spread, where they have points. */
function Answer({ poll, result }: Shown) {
  const { method, options, previous } = poll
  const [first] = result.tallies
  const matrix = first && (method === 'RANKED' || method === 'SCORE')
  const two = (matrix && options.length <= SIDE_BY_SIDE) || result.pools
  const order = first?.ranking.flat() ?? orderOf(result)
  return (
    <>
      <div
        className={
          two ? 'mt-10 grid gap-x-12 gap-y-10 sm:mt-12 lg:grid-cols-2' : 'mt-10 grid gap-y-10 sm:mt-12'
        }
      >
        {first ? (
          <Order first={first} options={options} ballots={result.ballots} previous={previous} />
        ) : null}
        {matrix ? <Duel first={first} options={options} ballots={result.ballots} /> : null}
        {result.pools ? <CredenceOrder pools={result.pools} options={options} previous={previous} /> : null}
        {result.pools ? <PoolTable pools={result.pools} options={options} /> : null}
      </div>
      {method === 'SCORE' || method === 'CREDENCE' ? (
        <PointSpread
          method={method}
          options={options}
          order={order}
          marks={result.marks}
          file={`${poll.slug}-spread`}
        />
      ) : null}
    </>
  )
}

function orderOf({ pools }: PollResult): string[] {
  const share = pools?.linear ?? {}
  return Object.keys(share).sort((a, b) => (share[b] ?? 0) - (share[a] ?? 0))
}

function Since({ poll }: { poll: PollPage }) {
  const { moved, shifts, previous, options, wave, slug } = poll
  if (!previous) return null
  const names = { before: previous.wave || 'earlier', after: wave || 'later' }
  if (shifts)
    return (
      <PointsMoved
        shifts={shifts}
        options={options}
        {...names}
        file={`${slug}-points`}
        method={poll.method}
      />
    )
  if (!moved) return null
  return <WhoMoved moved={moved} options={options} {...names} file={`${slug}-moves`} />
}

function Checked({ poll, result, courseSlug }: Shown & { courseSlug: string }) {
  if (!result.list) return null
  const { method, rule, options, slug, importedFrom, mine, resolution } = poll
  return (
    <Section
      title="Check it"
      sub={
        importedFrom === null
          ? 'The list of ballots is anonymous: a receipt says whose ballot it is only to the voter who kept it.'
          : `These ballots were read from ${importedFrom}. Nobody voted here, so there are no receipts.`
      }
    >
      <Check
        method={method}
        rule={rule}
        codes={options.map((o) => o.code)}
        list={result.list}
        ballots={result.ballots}
        tallies={result.tallies}
        pools={result.pools}
        files={`/api/courses/${courseSlug}/polls/${slug}`}
        receipts={importedFrom === null}
        voted={mine}
        resolution={resolution}
      />
    </Section>
  )
}
