import { FlowPlot } from '@/components/plots/flow-plot'
import { TableFrame } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import type { DebateResult, Outcome } from '@/lib/debates/result/schema'

const ONE = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
const TWO = new Intl.NumberFormat('en', { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
const minus = (text: string): string => text.replace('-', '−')
const SHARE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

const sum = (t: Outcome['before']): number => t.for + t.against + t.undecided
const share = (n: number, of: number): string => `${SHARE.format((100 * n) / of)}%`
const TEAMS = [
  ['for', 'For', 'text-for'],
  ['against', 'Against', 'text-against'],
] as const
const CELL = 'py-2 pl-3 sm:pl-5 text-right align-baseline'

/** Raw and normalised swing, side by side. */
export function SwingTable({ outcome }: { outcome: Outcome }) {
  const { before, after, change, normalisedGain } = outcome
  const count = (totals: Outcome['before'], side: keyof Outcome['before']) => (
    <>
      {totals[side]}
      <span className="max-sm:block text-ink-3 whitespace-nowrap"> ({share(totals[side], sum(totals))})</span>
    </>
  )
  return (
    <>
      <TableFrame label="Swing of both sides">
        <table className="num text-14">
          <thead>
            <tr className="border-b border-rule-strong text-12 text-ink-3">
              <td />
              {['Before', 'After', 'Change, points', 'Normalised gain'].map((name) => (
                <th key={name} scope="col" className={`${CELL} align-bottom font-medium`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TEAMS.map(([side, name, look]) => (
              <tr key={side} className="border-b border-rule">
                <th scope="row" className={`py-2 text-left font-medium ${look}`}>
                  {name}
                  {outcome.winner === side ? (
                    <span className="max-sm:block text-12 font-normal text-ink-2"> won</span>
                  ) : null}
                </th>
                <td className={CELL}>{count(before, side)}</td>
                <td className={CELL}>{count(after, side)}</td>
                <td className={`${CELL} font-semibold`}>{minus(ONE.format(change[side]))}</td>
                <td className={CELL}>
                  {normalisedGain[side] === null ? 'nobody to win' : minus(TWO.format(normalisedGain[side]))}
                </td>
              </tr>
            ))}
            <tr className="border-b border-rule text-ink-2">
              <th scope="row" className="py-2 text-left font-normal">
                Undecided
              </th>
              <td className={CELL}>{count(before, 'undecided')}</td>
              <td className={CELL}>{count(after, 'undecided')}</td>
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <p className="mt-3 measure text-13 text-ink-3">
        Change is in percentage points of all who are counted. Normalised gain is the part that a side won of
        those who were not with it before: +0.5 is half of them, and a side that began with most of the House
        is not held to have done less for it.
      </p>
    </>
  )
}

const SIDES = ['for', 'against', 'undecided'] as const

/** Whether all who voted twice voted the same twice. */
const stayed = (flow: NonNullable<Outcome['flow']>, voters: number): boolean =>
  SIDES.reduce((n, side) => n + (flow[side]?.[side] ?? 0), 0) === voters

/** Who went where, as a drawing with its table; without links, why there is none. */
export function WhoMoved({ result, outcome }: { result: DebateResult; outcome: Outcome }) {
  const { flow, before, after, voters } = outcome
  const note = 'Moves of fewer than three voters are not shown, nor others that would give them away.'
  if (!flow)
    return (
      <Section title="Who moved">
        <p className="measure text-14 text-ink-2">
          Not shown. One or two people voted only once, or for one side only once; with the totals, the moves
          of all others would tell how they voted. So the shares of both votes are compared instead.
        </p>
      </Section>
    )
  const who = `The ${voters} who voted both times. `
  return (
    <Section title="Who moved" sub={stayed(flow, voters) ? `${who}None of them moved.` : who + note}>
      <FlowPlot
        quiet
        title="Who moved between the votes"
        file={`${result.slug}-flow`}
        moves={{ voters, before, after, flow }}
        options={result.options}
        before={result.before?.wave || 'Before'}
        after={result.after?.wave || 'After'}
      />
    </Section>
  )
}
