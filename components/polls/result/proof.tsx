import { type Twin, TwinTable } from '@/components/plots/twin'
import { fractionValue } from '@/lib/polls/certificate/shares'
import type { Certificate, CertificateOf, Matrix, Of } from '@/lib/polls/certificate/types'
import { inOrder } from '@/lib/polls/certificate/why'
import type { PollOptionDto } from '@/lib/polls/schema'
import { DuelTable } from './duel'

type Props = { certificate: Certificate; options: PollOptionDto[] }

const labelIn = (options: PollOptionDto[]) => (code: string) =>
  options.find((o) => o.code === code)?.shortLabel ?? code

/** The numbers of a certificate as tables: figures by option, rounds, paths, locks, and the matrix where there is one. */
export function Proof({ certificate, options }: Props) {
  const table = tableOf(certificate, labelIn(options))
  const paths = certificate.method === 'schulze' ? strengthsOf(certificate) : null
  const order = certificate.ranking.flat()
  return (
    <div className="grid gap-2">
      {table ? (
        <Folded title={table.title} open>
          <TwinTable label={table.title} twin={table.twin} />
        </Folded>
      ) : null}
      {paths ? (
        <Folded title="Strongest paths">
          <p className="max-w-[60ch] text-13 text-ink-3">
            A path is a chain of majorities, as strong as the weakest of them. The row is placed above the
            column when its strongest path there beats the one back; 0 where there is none.
          </p>
          <DuelTable
            pairwise={paths}
            order={order}
            options={options}
            ballots={null}
            label="Strongest paths"
          />
        </Folded>
      ) : null}
      {'matrix' in certificate ? (
        <Folded title="One against one">
          <DuelTable
            pairwise={certificate.matrix}
            order={order}
            options={options}
            ballots={certificate.ballots}
            label="One against one"
          />
        </Folded>
      ) : null}
    </div>
  )
}

function Folded({ title, open, children }: { title: string; open?: boolean; children: React.ReactNode }) {
  return (
    <details open={open}>
      <summary className="cursor-pointer text-13 text-ink-2">{title}</summary>
      <div className="mt-2 grid gap-2">{children}</div>
    </details>
  )
}

type Table = { title: string; twin: Twin }
type Label = (code: string) => string

function byOption<T>(
  certificate: Certificate,
  values: Of<T>,
  label: Label,
  title: string,
  columns: string[],
  cells: (value: T) => (string | number)[],
): Table {
  const rows = inOrder(certificate, values).map(([code, value]) => [label(code), ...cells(value)])
  return { title, twin: { columns: ['Option', ...columns], rows } }
}

function tableOf(c: Certificate, label: Label): Table | null {
  if (c.method === 'plurality')
    return byOption(c, c.votes, label, 'First choices', ['Ballots'], (v) => [fractionValue(v)])
  if (c.method === 'approval') return byOption(c, c.approvals, label, 'Approvals', ['Ballots'], (v) => [v])
  if (c.method === 'score')
    return byOption(c, c.totals, label, 'Points', ['Total', 'Mean'], (v) => [v, v / Math.max(1, c.ballots)])
  if (c.method === 'star') return starTable(c, label)
  if (c.method === 'borda')
    return byOption(c, c.points, label, 'Points', ['Points'], (v) => [fractionValue(v)])
  if (c.method === 'irv') return roundsTable(c, label)
  if (c.method === 'copeland')
    return byOption(c, c.contests, label, 'Contests', ['Won', 'Lost', 'Drawn'], (v) => [
      v.won,
      v.lost,
      v.drawn,
    ])
  if (c.method === 'minimax')
    return byOption(c, c.worst, label, 'Worst defeats', ['Votes', 'Against'], (v) => [
      v.votes,
      v.by.map(label).join(', ') || 'nobody',
    ])
  if (c.method === 'ranked-pairs') return locksTable(c, label)
  return null
}

function starTable(c: CertificateOf<'star'>, label: Label): Table {
  const rows = inOrder(c, c.totals).map(([code, total]) => [label(code), total, c.fives[code] ?? 0])
  return { title: 'The scoring round', twin: { columns: ['Option', 'Points', 'Fives'], rows } }
}

function roundsTable(c: CertificateOf<'irv'>, label: Label): Table {
  const rows = c.ranking
    .flat()
    .map((code) => [
      label(code),
      ...c.rounds.map(({ votes }) => (votes[code] === undefined ? 'out' : fractionValue(votes[code]))),
    ])
  return { title: 'Rounds', twin: { columns: ['Option', ...c.rounds.map((_, i) => `Round ${i + 1}`)], rows } }
}

function locksTable(c: CertificateOf<'ranked-pairs'>, label: Label): Table {
  const rows = c.defeats.map((d) => [
    `${label(d.winner)} over ${label(d.loser)}`,
    d.for,
    d.against,
    d.locked ? 'locked' : `dropped: ${[...d.cycle, d.loser].map(label).join(' > ')}`,
  ])
  return { title: 'Defeats, the strongest first', twin: { columns: ['Defeat', 'For', 'Against', ''], rows } }
}

const strengthsOf = ({ paths }: CertificateOf<'schulze'>): Matrix =>
  Object.fromEntries(
    Object.entries(paths).map(([a, row]) => [
      a,
      Object.fromEntries(Object.entries(row).map(([b, { strength }]) => [b, strength])),
    ]),
  )
