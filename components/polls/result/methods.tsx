import { TableFrame } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import { groupByAnswer, methodList } from '@/lib/polls/rules/explain-methods'
import { METHOD_NAMES } from '@/lib/polls/rules/method-names'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot } from '../option'

function Tier({ codes, options }: { codes: string[] | undefined; options: PollOptionDto[] }) {
  if (!codes?.length) return <span className="text-ink-3">none</span>
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {codes.map((code) => {
        const option = options.find((o) => o.code === code)
        return (
          <span key={code} className="inline-flex items-center gap-2">
            <Dot hue={option?.hue ?? 'h6'} />
            {option?.shortLabel ?? code}
          </span>
        )
      })}
    </span>
  )
}

const namesOf = (group: Tally[]): string => methodList(group.map((tally) => METHOD_NAMES[tally.method]))

/** Methods that give the same first and second share a row. */
export function Methods({ tallies, options }: { tallies: Tally[]; options: PollOptionDto[] }) {
  return (
    <Section
      title="Other ways of counting"
      sub="The same ballots, counted eight ways. Where the methods differ, the sentences at the top say why."
    >
      <TableFrame label="Other ways of counting">
        <table className="w-full min-w-[560px] text-14">
          <thead>
            <tr className="border-b border-rule text-left text-13 text-ink-3">
              <th scope="col" className="py-2 pr-4 font-medium">
                Method
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                Winner
              </th>
              <th scope="col" className="py-2 font-medium">
                Second
              </th>
            </tr>
          </thead>
          <tbody>
            {groupByAnswer(tallies, 2).map((group) => (
              <tr key={group[0]?.method} className="border-b border-rule align-baseline">
                <th scope="row" className="max-w-[26ch] py-2.5 pr-4 text-left font-normal text-ink-2">
                  {namesOf(group)}
                </th>
                <td className="py-2.5 pr-4 font-medium">
                  <Tier codes={group[0]?.winners} options={options} />
                </td>
                <td className="py-2.5 text-ink-2">
                  <Tier codes={group[0]?.ranking[1]} options={options} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {tallies
        .flatMap((t) => (t.tiedAt ? [t.tiedAt] : []))
        .map((sentence) => (
          <p key={sentence} className="mt-3 max-w-[70ch] text-13 text-ink-3">
            {sentence}
          </p>
        ))}
    </Section>
  )
}
