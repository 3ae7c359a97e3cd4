import { Words } from '@/components/polls/words'
import type { Apart, Difference } from '@/lib/polls/rules/apart'
import { methodList } from '@/lib/polls/rules/explain-methods'
import { METHOD_NAMES } from '@/lib/polls/rules/method-names'
import { list, type Names, namesOf } from '@/lib/polls/rules/sentence'
import type { Tally } from '@/lib/polls/rules/tally'
import type { Part, PollOptionDto } from '@/lib/polls/schema'
import { marksSaid } from './marks-said'

type Props = { apart: Apart[]; first: Tally | undefined; options: PollOptionDto[] }

/** Where methods name different winners: the ballots that make the difference. */
export function ApartList({ apart, first, options }: Props) {
  if (!first || apart.length === 0) return null
  const name = namesOf(options)
  return (
    <div className="mt-6 max-w-[70ch]">
      <h3 className="text-16 font-semibold">Which ballots make the difference</h3>
      <p className="mt-1 mb-2 text-13 text-ink-3">
        The fewest ballots, all saying the same, without which two methods would name the same winner.
      </p>
      <ul className="grid gap-3 text-14 text-ink-2">
        {apart.map((one) => (
          <li key={one.methods.join()}>
            <Words parts={opening(one, first, name)} />
            <Made difference={one.difference} options={options} name={name} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function opening({ methods, winners }: Apart, first: Tally, name: Names): Part[] {
  const who = methodList(methods.map((m) => METHOD_NAMES[m]))
  const level = (tied: string[]) => (tied.length > 1 ? ' level' : '')
  return [
    `${METHOD_NAMES[first.method]} names `,
    ...list(first.winners, name),
    `${level(first.winners)}; ${lower(who)} `,
    methods.length > 1 ? 'name ' : 'names ',
    ...list(winners, name),
    `${level(winners)}. `,
  ]
}

/** Names of people keep their capital in the middle of a sentence. */
const lower = (who: string): string =>
  /^(Borda|Copeland|Kemeny|Schulze|STAR)/.test(who) ? who : who.charAt(0).toLowerCase() + who.slice(1)

type MadeProps = { difference: Difference | null | 'too-many'; options: PollOptionDto[]; name: Names }

function Made({ difference, options, name }: MadeProps) {
  if (difference === 'too-many')
    return <>There are too many ballots here to look for those that make it so.</>
  if (difference === null)
    return (
      <>No ballots of one kind make the difference: taking out any number of them leaves the two apart.</>
    )
  return byNames(difference).map((kinds, i) => (
    <span key={kinds[0]?.names.join()}>
      {i > 0 ? ' ' : ''}
      Without{' '}
      {kinds.map((kind, k) => (
        <span key={marksSaid(kind.marks, options)}>
          {k > 0 ? ', or ' : ''}
          {howMany(difference.fewest, kind.of)}
          <code className="box-decoration-clone rounded-sm bg-sunk px-1 font-mono text-13">
            {marksSaid(kind.marks, options)}
          </code>
        </span>
      ))}
      , both would name <Words parts={list(kinds[0]?.names ?? [], name)} />
      {(kinds[0]?.names.length ?? 0) > 1 ? ' level' : ''}.
    </span>
  ))
}

/** Kinds of ballot that lead to the same winners, together. */
function byNames({ kinds }: Difference): Difference['kinds'][] {
  const groups = new Map<string, Difference['kinds']>()
  for (const kind of kinds)
    groups.set(kind.names.join('\n'), [...(groups.get(kind.names.join('\n')) ?? []), kind])
  return [...groups.values()]
}

function howMany(fewest: number, of: number): string {
  if (fewest < of) return `${fewest} of the ${of} ballots `
  return of === 1 ? 'the ballot ' : `the ${of} ballots `
}
