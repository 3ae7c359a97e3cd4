import { Section } from '@/components/ui/page'
import type { PollPage } from '@/lib/polls/schema'
import { Check } from './check'
import { Duel } from './duel'
import { Methods } from './methods'
import { WhoMoved } from './moved'
import { Order } from './order'

/** The answer is above; here are the order, how we know, other ways of counting, and how to check it. */
export function Result({ poll, courseSlug }: { poll: PollPage; courseSlug: string }) {
  const { result, options, previous, moved } = poll
  const first = result?.tallies[0]
  if (!result || !first) return null
  const ranked = poll.method === 'RANKED'
  return (
    <>
      <div
        className={
          ranked ? 'mt-10 grid gap-x-12 gap-y-10 sm:mt-12 lg:grid-cols-2' : 'mt-10 max-w-[620px] sm:mt-12'
        }
      >
        <Order first={first} options={options} ballots={result.ballots} previous={previous} />
        {ranked ? <Duel first={first} options={options} ballots={result.ballots} /> : null}
      </div>
      {moved && previous ? (
        <WhoMoved
          moved={moved}
          options={options}
          before={previous.wave}
          after={poll.wave}
          file={`${poll.slug}-moves`}
        />
      ) : null}
      {ranked ? <Methods tallies={result.tallies} options={options} /> : null}
      {result.list ? (
        <Section
          title="Check it"
          sub="The list of ballots is anonymous: a receipt says whose ballot it is only to the voter who kept it."
        >
          <Check
            method={poll.method}
            codes={options.map((o) => o.code)}
            list={result.list}
            tallies={result.tallies}
            csvHref={`/api/courses/${courseSlug}/polls/${poll.slug}/ballots.csv`}
            voted={poll.mine}
          />
        </Section>
      ) : null}
    </>
  )
}
