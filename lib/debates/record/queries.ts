import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, memberIn, visibleDebates, visiblePolls } from '@/lib/policy'
import { pollPage } from '@/lib/polls/queries'
import { claimsOf, placedClaims } from '../claims/read'
import { debateResult } from '../result/queries'
import { inRuns } from '../rules/runs'
import type { ClaimDto } from '../schema'
import { type Surroundings, surroundings } from '../set-up/surroundings'
import type { DebateRecord, RecordClaim, RecordRun, RecordStatement, VoteTotal } from './schema'

const MINUTE = 60_000
const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const runsOf = (debateId: string) =>
  db.phaseRun.findMany({
    where: { debateId },
    orderBy: { number: 'asc' },
    include: { phase: { select: { name: true, who: true, minutes: true } } },
  })
type Run = Awaited<ReturnType<typeof runsOf>>[number]

type Said = RecordStatement & { runNumber: number | null; moment: Date }

async function statementsOf(debateId: string, roles: Surroundings['roles']): Promise<Said[]> {
  const name = { select: { user: { select: { name: true } } } }
  const rows = await db.statement.findMany({
    where: { debateId, deletedAt: null },
    orderBy: { number: 'asc' },
    select: {
      ...{ number: true, text: true, side: true, createdAt: true, speakerId: true, byId: true },
      ...{ speaker: name, by: name, run: { select: { number: true } } },
      claim: { select: { number: true, deletedAt: true } },
    },
  })
  const labels = new Map(roles.map((r) => [r.memberId, r.label]))
  return rows.map(({ number, text, side, createdAt, speakerId, byId, speaker, by, run, claim }) => ({
    ...{ number, text, side, speaker: speaker.user.name, label: labels.get(speakerId) ?? '' },
    notedBy: byId === speakerId ? null : by.user.name,
    claim: claim && !claim.deletedAt ? claim.number : null,
    at: createdAt.toISOString(),
    ...{ runNumber: run?.number ?? null, moment: createdAt },
  }))
}

const recordClaim = (c: ClaimDto): RecordClaim => ({
  ...{ number: c.number, text: c.text, author: c.author, side: c.helps, to: c.parentNumber },
  ...{ relation: c.relation, at: c.at },
})

const plain = ({ runNumber: _r, moment: _m, ...statement }: Said): RecordStatement => statement

/** What is not of any run: before the session, after it, or in a debate that had none. */
const outside = (name: string, claims: RecordClaim[], statements: RecordStatement[]): RecordRun[] =>
  claims.length + statements.length === 0
    ? []
    : [
        {
          ...{ number: null, name, who: '', planned: null, startedAt: null, endedAt: null },
          ...{ extendedMinutes: 0, pausedMinutes: 0, statements, claims },
        },
      ]

function recordRuns(runs: Run[], claims: ClaimDto[], said: Said[]): RecordRun[] {
  const dated = claims
    .toSorted((a, b) => a.number - b.number)
    .map((claim) => ({ claim: recordClaim(claim), at: new Date(claim.at) }))
  const placed = inRuns(dated, runs)
  const claimsIn = (list: { claim: RecordClaim }[] = []) => list.map(({ claim }) => claim)
  const [first] = runs
  const loose = said.filter((s) => s.runNumber === null)
  const early = loose.filter((s) => !first || s.moment < first.startedAt)
  const late = loose.filter((s) => !early.includes(s))
  return [
    ...outside(first ? 'Before the session' : 'The argument', claimsIn(placed.before), early.map(plain)),
    ...runs.map((run) => ({
      ...{ number: run.number, name: run.phase.name, who: run.phase.who, planned: run.phase.minutes },
      ...{ startedAt: iso(run.startedAt), endedAt: iso(run.endedAt) },
      extendedMinutes: Math.round(run.extendedMs / MINUTE),
      pausedMinutes: Math.round(run.pausedMs / MINUTE),
      statements: said.filter((s) => s.runNumber === run.number).map(plain),
      claims: claimsIn(placed.during.get(run.number)),
    })),
    ...outside('After the session', claimsIn(placed.after), late.map(plain)),
  ]
}

/** What the debate's votes came to, as far as it may be told; one question for each, and a debate has a few. */
async function votesOf(actor: Actor, courseId: string, debateId: string): Promise<VoteTotal[]> {
  const polls = await db.poll.findMany({
    where: { AND: [{ debateId }, visiblePolls(actor)] },
    orderBy: [{ opensAt: 'asc' }, { waveIndex: 'asc' }],
    select: { slug: true },
  })
  const pages = await Promise.all(polls.map(({ slug }) => pollPage(actor, courseId, slug)))
  return pages.map(({ slug, question, wave, closedAt, options, method, result }) => {
    const shown = closedAt ? result : null
    const scores = method === 'PLURALITY' ? shown?.tallies[0]?.scores : undefined
    return {
      ...{
        slug,
        question,
        wave,
        closedAt,
        answer: shown?.words.headline ?? null,
        ballots: shown?.ballots ?? null,
      },
      counts: scores ? options.map((o) => ({ label: o.label, n: scores[o.code] ?? 0 })) : null,
    }
  })
}

/** The record of a debate, for every member: who said what in which phase, what was claimed, how it was voted. Throws NOT_FOUND. */
export async function debateRecord(actor: Actor, courseId: string, slug: string): Promise<DebateRecord> {
  const member = memberIn(actor, courseId)
  const debate = await db.debate.findFirst({
    where: { AND: [{ courseId, slug }, visibleDebates(actor)] },
    select: {
      id: true,
      motion: true,
      formatName: true,
      createdAt: true,
      closedAt: true,
      lotSeed: true,
      sideChoice: true,
    },
  })
  if (!member || !debate) throw new AppError('NOT_FOUND')
  const around = await surroundings(debate.id)
  const [{ claims }, runs, said, votes, result] = await Promise.all([
    claimsOf(debate.id, { courseSlug: around.courseSlug, staff: false }),
    runsOf(debate.id),
    statementsOf(debate.id, around.roles),
    votesOf(actor, courseId, debate.id),
    debateResult(actor, courseId, slug),
  ])
  const placed = placedClaims(claims)
  const { outcome } = result
  return {
    ...{ slug, motion: debate.motion, formatName: debate.formatName, at: debate.createdAt.toISOString() },
    closedAt: iso(debate.closedAt),
    lotSeed: debate.sideChoice === 'LOT' ? debate.lotSeed : null,
    roles: around.roles.map(({ memberId, ...role }) => ({ ...role, mine: memberId === member.id })),
    runs: recordRuns(runs, placed, said),
    exchanges: around.exchanges.map(({ title, turns }) => ({
      title,
      turns: turns.map(({ words, ...turn }) => ({ ...turn, html: renderMarkdown(words) })),
    })),
    votes,
    result: {
      state: result.state,
      words: outcome?.words ?? null,
      change: outcome && {
        ...{ before: outcome.before, after: outcome.after, change: outcome.change },
        ...{ normalisedGain: outcome.normalisedGain, winner: outcome.winner },
      },
    },
    claimTotal: placed.length,
  }
}
