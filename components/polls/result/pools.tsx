import { TwinTable } from '@/components/plots/twin'
import { Section } from '@/components/ui/page'
import { type Pools, tiersOf } from '@/lib/polls/rules/count'
import { figure, list, namesOf } from '@/lib/polls/rules/sentence'
import type { PollOptionDto, PollPage } from '@/lib/polls/schema'
import { Words } from '../words'
import { OrderList } from './order-list'

const points = (share: number | undefined): string => figure(Math.round((share ?? 0) * 1000) / 10)

type Props = { pools: Pools; options: PollOptionDto[]; previous: PollPage['previous'] }

/** What the class believes, by the pool that gives the headline. */
export function CredenceOrder({ pools, options, previous }: Props) {
  const log = pools.rule === 'log' ? pools.log : null
  const pool = log ?? pools.linear
  const codes = options.map((o) => o.code)
  return (
    <OrderList
      title="What the class believes"
      sub={`Of 100 points, by the ${log ? 'logarithmic' : 'linear'} pool.`}
      ranking={tiersOf(codes, pool)}
      options={options}
      previous={previous}
      share={(code) => pool[code] ?? 0}
      shown={(code) => points(pool[code])}
    />
  )
}

/** Both pools side by side, with what each means and what a zero does. */
export function PoolTable({ pools, options }: Omit<Props, 'previous'>) {
  const name = namesOf(options)
  const rows = options.map((o) => [
    o.shortLabel,
    Number(points(pools.linear[o.code])),
    pools.log ? Number(points(pools.log[o.code])) : 'undefined',
  ])
  return (
    <Section title="Two ways to pool" className="mt-0! min-w-0">
      <TwinTable label="Two ways to pool" twin={{ columns: ['Option', 'Linear', 'Logarithmic'], rows }} />
      <div className="mt-4 grid gap-2 text-13 text-ink-2">
        <p>
          <b className="font-semibold text-ink">Linear</b>: the mean of the points. Everybody counts alike,
          and a few who are sure move it a little.
        </p>
        <p>
          <b className="font-semibold text-ink">Logarithmic</b>: the geometric mean, made to sum to 100. It
          goes by the odds that people see, and is drawn to where they agree.
        </p>
        <p>
          {pools.ruledOut.length === 0 ? (
            'A zero from anybody would rule an option out of the logarithmic pool; nobody gave one.'
          ) : (
            <>
              A zero rules an option out of the logarithmic pool, whatever the others say: somebody gives{' '}
              <Words parts={list(pools.ruledOut, name)} /> nothing.
              {pools.log ? null : ' Every option is ruled out by someone, so this pool is undefined here.'}
            </>
          )}
        </p>
      </div>
    </Section>
  )
}
