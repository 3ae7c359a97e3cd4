import type { DebateRecord, RecordRun } from '../record/schema'
import { plain } from './interchange/markdown'
import { lasts } from './lasts'
import { claimCode } from './tree'

type Say = (iso: string) => string

const RELATION = { SUPPORTS: 'for', OPPOSES: 'against', UNDERCUTS: 'undercutting' } as const
const SIDE = { FOR: 'Proposition', AGAINST: 'Opposition' } as const

/** Words of several lines as a quotation. */
const quoted = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${line.trim() ? plain(line) : ''}`.trimEnd())
    .join('\n')

function runOf(run: RecordRun, say: Say): string {
  const times = [
    run.startedAt ? `${say(run.startedAt)} to ${run.endedAt ? say(run.endedAt) : 'now'}` : '',
    run.planned === null ? '' : `planned for ${lasts(run.planned)}`,
    run.extendedMinutes ? `extended by ${run.extendedMinutes} min` : '',
    run.pausedMinutes ? `paused for ${run.pausedMinutes} min` : '',
  ]
  const statements = run.statements.map((s) => {
    const who = [
      s.speaker,
      s.label,
      s.side ? SIDE[s.side] : '',
      s.notedBy ? `noted by ${s.notedBy}` : '',
      s.claim ? claimCode(s.claim) : '',
    ]
    return `**S${String(s.number).padStart(2, '0')}** ${plain(who.filter(Boolean).join(', '))}\n\n${quoted(s.text)}`
  })
  const claims = run.claims.map(
    (c) =>
      `- **${claimCode(c.number)}** ${RELATION[c.relation]} ${c.to === null ? 'the motion' : claimCode(c.to)}, ${plain(c.author)}: ${plain(c.text)}`,
  )
  const head = `### ${run.number === null ? '' : `${run.number}. `}${plain(run.name)}`
  return [head, plain(times.filter(Boolean).join(', ')), ...statements, claims.join('\n')]
    .filter(Boolean)
    .join('\n\n')
}

const voteLine = (vote: DebateRecord['votes'][number]): string => {
  const name = [vote.question, vote.wave].filter(Boolean).join(', ')
  const came = vote.counts ? vote.counts.map((c) => `${c.label} ${c.n}`).join(', ') : vote.answer
  return `- ${plain(name)}: ${plain(came ?? (vote.closedAt ? 'not shown' : 'open'))}`
}

/** The record of a debate to be kept or quoted. @param say a moment as the course's clocks show it. */
export function recordMarkdown(record: DebateRecord, say: Say): string {
  const { result, votes, roles, runs } = record
  const parts = [
    `# ${plain(record.motion)}`,
    plain(
      [
        record.formatName,
        `opened ${say(record.at)}`,
        record.closedAt ? `closed ${say(record.closedAt)}` : 'open',
      ]
        .filter(Boolean)
        .join(', '),
    ),
    result.words ? `## Result\n\n**${plain(result.words.headline)}.** ${plain(result.words.lede)}` : '',
    votes.length ? `## Votes\n\n${votes.map(voteLine).join('\n')}` : '',
    roles.length
      ? `## People\n\n${roles.map((r) => `- ${plain(r.name)}: ${plain(r.label)}${r.side ? `, ${SIDE[r.side]}` : ''}`).join('\n')}`
      : '',
    record.lotSeed ? `Drawn by lot from the seed “${plain(record.lotSeed)}”.` : '',
    runs.length ? `## Proceedings\n\n${runs.map((run) => runOf(run, say)).join('\n\n')}` : '',
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
