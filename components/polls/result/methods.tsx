import { TableFrame } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import { groupByAnswer, methodList } from '@/lib/polls/rules/explain-methods'
import { METHOD_NAMES } from '@/lib/polls/rules/method-names'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PollOptionDto, PollResult } from '@/lib/polls/schema'
import { Dot } from '../option'
import { ApartList } from './apart'

/** A ranking in full: tiers from the best on, those that are level joined by =. */
function Ranking({ tiers, options }: { tiers: string[][]; options: PollOptionDto[] }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {tiers.map((tier, i) => (
        <span key={tier.join()} className="inline-flex flex-wrap items-center gap-x-2">
          {i > 0 ? <span className="text-ink-3">&gt;</span> : null}
          {tier.map((code, k) => (
            <Named key={code} code={code} level={k > 0} options={options} />
          ))}
        </span>
      ))}
    </span>
  )
}

function Named({ code, level, options }: { code: string; level: boolean; options: PollOptionDto[] }) {
  const option = options.find((o) => o.code === code)
  return (
    <span className="inline-flex items-center gap-1.5">
      {level ? <span className="text-ink-3">=</span> : null}
      <Dot hue={option?.hue ?? 'h6'} />
      {option?.shortLabel ?? code}
    </span>
  )
}

const namesOf = (group: Tally[]): string => methodList(group.map((tally) => METHOD_NAMES[tally.method]))
const COUNT_WORDS = [
  '',
  'one way',
  'two ways',
  'three ways',
  'four ways',
  'five ways',
  'six ways',
  'seven ways',
  'eight ways',
]

/** Every method side by side; those that give the same order share a row. Below, what sets them apart. */
export function Methods({ result, options }: { result: PollResult; options: PollOptionDto[] }) {
  const { tallies, apart } = result
  const ways = COUNT_WORDS[tallies.length] ?? `${tallies.length} ways`
  const groups = groupByAnswer(tallies, options.length)
  const agree = apart.length === 0 ? ' All name the same winner.' : ''
  return (
    <Section title="Every way of counting" sub={`The same ballots, counted ${ways}.${agree}`}>
      <MethodTable groups={groups} options={options} />
      <MethodList groups={groups} options={options} />
      <ApartList apart={apart} first={tallies[0]} options={options} />
    </Section>
  )
}

type Groups = { groups: Tally[][]; options: PollOptionDto[] }

function MethodTable({ groups, options }: Groups) {
  return (
    <div className="max-sm:hidden print:block">
      <TableFrame label="Every way of counting">
        <table className="w-full min-w-[560px] text-14">
          <thead>
            <tr className="border-b border-rule text-left text-13 text-ink-3">
              <th scope="col" className="w-[26ch] py-2 pr-4 font-medium">
                Method
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                Winner
              </th>
              <th scope="col" className="py-2 font-medium">
                Then
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group[0]?.method} className="border-b border-rule align-baseline">
                <th scope="row" className="max-w-[26ch] py-2.5 pr-4 text-left font-normal text-ink-2">
                  {namesOf(group)}
                </th>
                <td className="py-2.5 pr-4 font-medium">
                  <Ranking tiers={[group[0]?.winners ?? []]} options={options} />
                </td>
                <td className="py-2.5 text-ink-2">
                  <Ranking tiers={group[0]?.ranking.slice(1) ?? []} options={options} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  )
}

/** The same on a phone, where a table of rankings would be all gaps. */
function MethodList({ groups, options }: Groups) {
  return (
    <ul className="border-t border-rule text-14 sm:hidden print:hidden">
      {groups.map((group) => (
        <li key={group[0]?.method} className="grid gap-1.5 border-b border-rule py-2.5">
          <span className="text-13 text-ink-3">{namesOf(group)}</span>
          <span className="font-medium">
            <Ranking tiers={[group[0]?.winners ?? []]} options={options} />
          </span>
          <span className="text-13 text-ink-2">
            <span className="sr-only">Then </span>
            <Ranking tiers={group[0]?.ranking.slice(1) ?? []} options={options} />
          </span>
        </li>
      ))}
    </ul>
  )
}
