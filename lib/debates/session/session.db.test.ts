import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, lastSeq } from '@/lib/events'
import { hydrate } from '@/lib/live'
import type { Actor } from '@/lib/policy'
import { castBallot, openPoll } from '@/lib/polls/commands'
import { CastBallot, OpenPoll } from '@/lib/polls/schema'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { createDebate } from '../commands'
import { FORMATS } from '../rules/formats'
import { CreateDebate } from '../schema'
import { controlSession } from './control'
import { recordPastSession } from './past'
import { ballotsOfPhase, peopleOf, sessionClock, sessionPage } from './queries'
import { type ClockDto, ControlSession } from './schema'

useDatabase()

let courseId: string
let cast: Cast
let students: Actor[]
let debate: { id: string; slug: string }
let clock: ClockDto

const phases = FORMATS[0]?.phases ?? []
const idOf = (actor: Actor): string => actor.memberships[0]?.id ?? ''
const fresh = (actor: Actor): Actor => ({ ...actor, at: new Date() })

async function makeExplanations(): Promise<void> {
  await db.explanation.createMany({
    data: ['H1', 'H2', 'H3'].map((code, i) => ({
      ...{ courseId, code, position: i + 1, name: `Explanation ${i}`, shortName: code, statement: 'S' },
    })),
  })
}

beforeEach(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  students = [cast.student, cast.other]
  for (let i = 0; i < 4; i++) students.push(await enrol(await makePerson(), courseId, 'STUDENT'))
  await makeExplanations()
  debate = await createDebate(
    cast.instructor,
    CreateDebate.parse({ courseId, motion: 'This House would.', phases, ranksExplanations: true }),
  )
  clock = await sessionClock(cast.instructor, debate.id)
})

const press = async (move: object, by: Actor = cast.instructor): Promise<ClockDto> => {
  const input = ControlSession.parse({ debate: debate.id, revision: clock.revision, ...move })
  clock = await controlSession(fresh(by), input)
  return clock
}
const vote = (actor: Actor, pollId: string, ranking: string[][]) =>
  castBallot(fresh(actor), CastBallot.parse({ pollId, ranking }))
const poll = (method: 'PLURALITY' | 'RANKED') => clock.votes.find((v) => v.method === method)?.id ?? ''
const untilPhase = async (kind: string) => {
  const phase = phases.findIndex((p) => p.kind === kind)
  const rows = await db.phase.findMany({ where: { debateId: debate.id }, orderBy: { position: 'asc' } })
  if (clock.state === 'READY') await press({ act: 'start' })
  if (clock.phaseId !== rows[phase]?.id) await press({ act: 'go', phaseId: rows[phase]?.id })
}

describe('a session', () => {
  test('opens both ballots with its first vote and closes them for good when it goes on', async () => {
    await press({ act: 'start' })
    expect(clock.state).toBe('RUNNING')
    expect(clock.votes.map((v) => [v.method, v.open])).toEqual([
      ['PLURALITY', true],
      ['RANKED', true],
    ])
    const first = poll('PLURALITY')
    for (const s of students) await vote(s, first, [['for']])
    await press({ act: 'next' })
    expect(clock.votes).toEqual([])
    await expect(vote(cast.student, first, [['against']])).rejects.toMatchObject({ code: 'CLOSED' })
    await press({ act: 'back' })
    expect(clock.votes.map((v) => v.open)).toEqual([false, false])
    await expect(vote(cast.student, first, [['against']])).rejects.toMatchObject({ code: 'CLOSED' })
    expect(await db.ballot.count({ where: { pollId: first } })).toBe(students.length)
  })

  test('links the second vote with the first, and then destroys the key that does', async () => {
    await press({ act: 'start' })
    const before = poll('PLURALITY')
    for (const s of students) await vote(s, before, [['for']])
    await untilPhase('POST_VOTE')
    const after = poll('PLURALITY')
    expect(after).not.toBe(before)
    for (const s of students) await vote(s, after, [['against']])
    await press({ act: 'next' })
    const [{ n } = { n: 0 }] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM "Ballot" a JOIN "Ballot" b ON a."linkTag" = b."linkTag"
      WHERE a."pollId" = ${before}::uuid AND b."pollId" = ${after}::uuid`
    expect(n).toBe(students.length)
    const polls = await db.poll.findMany({ where: { debateId: debate.id }, include: { series: true } })
    expect(new Set(polls.map((p) => p.seriesId)).size).toBe(2)
    expect(polls.every((p) => p.closedAt !== null && p.tagKey === null)).toBe(true)
    expect(polls.filter((p) => p.method === 'PLURALITY').every((p) => p.series.linkKey === null)).toBe(true)
    expect(polls.map((p) => [p.wave, p.question]).sort()).toEqual([
      ['after the debate', 'This House would.'],
      ['after the debate', 'Which explanation fits best?'],
      ['before the debate', 'This House would.'],
      ['before the debate', 'Which explanation fits best?'],
    ])
  })

  test('never passes a vote over, and ends without one only when told to', async () => {
    await press({ act: 'start' })
    const last = await db.phase.findFirstOrThrow({ where: { debateId: debate.id, kind: 'DEBRIEF' } })
    await expect(press({ act: 'go', phaseId: last.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('“Post-vote” has not been held yet'),
    })
    await expect(press({ act: 'end' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await press({ act: 'end', abandon: true })
    expect(clock).toMatchObject({ state: 'ENDED', endsAt: null, leftMs: null })
    expect(await db.poll.count({ where: { debateId: debate.id, closedAt: null } })).toBe(0)
    await press({ act: 'back' })
    expect(clock.state).toBe('RUNNING')
  })

  test('is moved once by two who press at the same moment; the other is told where it stands', async () => {
    await press({ act: 'start' })
    const { revision } = clock
    const both = await Promise.allSettled(
      [cast.instructor, cast.assistant].map((by) =>
        controlSession(by, ControlSession.parse({ debate: debate.id, revision, act: 'next' })),
      ),
    )
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((r) => r.status === 'rejected')?.reason
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      detail: { present: { revision: revision + 1, state: 'RUNNING' } },
    })
    expect(await db.phaseRun.count({ where: { debateId: debate.id } })).toBe(2)
  })

  test('is for the staff alone, of a debate that is open', async () => {
    for (const by of [cast.student, cast.observer])
      await expect(press({ act: 'start' }, by)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(press({ act: 'start' }, cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await db.debate.update({ where: { id: debate.id }, data: { closedAt: new Date() } })
    await expect(press({ act: 'start' })).rejects.toMatchObject({ code: 'CLOSED' })
  })

  test('keeps its record: when each phase ran, what was added, how long it stood still', async () => {
    await press({ act: 'start' })
    await press({ act: 'extend', minutes: 2 })
    await press({ act: 'pause' })
    const paused = clock.leftMs ?? 0
    expect(paused).toBeGreaterThan((4 + 2) * 60_000 - 5000)
    await new Promise((done) => setTimeout(done, 120))
    await press({ act: 'resume' })
    const left = (clock.endsAt ?? 0) - clock.now
    expect(left).toBeGreaterThan(paused - 100)
    expect(left).toBeLessThanOrEqual(paused)
    await press({ act: 'next' })
    const [run, now] = await db.phaseRun.findMany({
      where: { debateId: debate.id },
      orderBy: { number: 'asc' },
    })
    expect(run).toMatchObject({ number: 1, extendedMs: 120_000 })
    expect(run?.pausedMs).toBeGreaterThanOrEqual(120)
    expect(run?.endedAt).toEqual(now?.startedAt)
    expect(now).toMatchObject({ number: 2, endedAt: null })
  })

  test('tells every screen by one event that needs no query, with nothing private in it', async () => {
    const seq = await lastSeq(courseId)
    await press({ act: 'start' })
    const events = (await eventsAfter(courseId, seq, 20)).filter((e) => e.type === 'debate.session')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      audience: 'EVERYONE',
      scopeId: debate.id,
      payload: { act: 'start', clock },
    })
    const parcels = await hydrate(events)
    expect(JSON.parse(parcels.get(events[0]?.seq ?? 0)?.json ?? '{}')).toMatchObject({
      clock: { revision: 1 },
    })
  })

  test('closes its ballots while the class still votes: none is lost, none is stuck', async () => {
    await press({ act: 'start' })
    const [motion, ranks] = [poll('PLURALITY'), poll('RANKED')]
    const casting = students.flatMap((s) => [
      vote(s, motion, [['for']]).then(() => motion),
      vote(s, ranks, [['H1'], ['H2']]).then(() => ranks),
    ])
    const [, ...votes] = await Promise.allSettled([press({ act: 'next' }), ...casting])
    const accepted = votes.flatMap((v) => (v.status === 'fulfilled' ? [v.value] : []))
    for (const id of [motion, ranks])
      expect(await db.ballot.count({ where: { pollId: id } })).toBe(accepted.filter((p) => p === id).length)
    expect(clock.phaseId).not.toBeNull()
  })
})

describe('the screens', () => {
  test('get what they show: turnout as a number, the ballots of those who vote', async () => {
    await press({ act: 'start' })
    await vote(cast.student, poll('PLURALITY'), [['for']])
    const page = await sessionPage(fresh(cast.other), courseId, debate.slug)
    expect([page.turnout[poll('PLURALITY')], page.voters]).toEqual([1, students.length])
    expect(page.can).toEqual({ control: false, raise: true, write: true, note: false })
    expect(JSON.stringify(page)).not.toContain(cast.student.name)
    const [member] = cast.student.memberships
    if (!member) throw new Error('no member')
    const own = await ballotsOfPhase(fresh(cast.student), member, page.clock.phaseId)
    expect(own.map((b) => [b.method, b.own?.ranking])).toEqual([
      ['PLURALITY', [['for']]],
      ['RANKED', undefined],
    ])
    const [teacher] = cast.instructor.memberships
    if (teacher) expect(await ballotsOfPhase(cast.instructor, teacher, page.clock.phaseId)).toEqual([])
    await expect(sessionPage(cast.outsider, courseId, debate.slug)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(peopleOf(cast.student, courseId, page)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const people = await peopleOf(
      cast.instructor,
      courseId,
      await sessionPage(cast.instructor, courseId, debate.slug),
    )
    expect(people.map((p) => p.id)).toContain(idOf(cast.student))
    expect(people.map((p) => p.id)).not.toContain(idOf(cast.observer))
  })
})

describe('a session that was held before', () => {
  test('is recorded as planned, with its votes and its floor, once', async () => {
    const startedAt = new Date('2026-11-23T09:00:00Z')
    const poll = await openPoll(
      cast.instructor,
      OpenPoll.parse({ courseId, question: 'Then', method: 'RANKED', options: 'explanations', slug: 'then' }),
    )
    const past = {
      ...{ debateId: debate.id, startedAt, votes: [{ poll: 'then', kind: 'PRE_VOTE' as const }] },
      floor: [{ speakerId: idOf(cast.student), byId: idOf(cast.other), words: ['One.', 'Two.'] }],
    }
    await expect(recordPastSession(cast.student, past)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await recordPastSession(cast.instructor, past)
    await expect(recordPastSession(cast.instructor, past)).rejects.toMatchObject({ code: 'CONFLICT' })
    const page = await sessionPage(fresh(cast.observer), courseId, debate.slug)
    expect(page.clock).toMatchObject({ state: 'ENDED', left: { length: phases.length } })
    expect(page.floor.spoken).toEqual({ [idOf(cast.student)]: 1 })
    expect(page.statements.map((s) => [s.text, s.byId])).toEqual([
      ['One.', idOf(cast.other)],
      ['Two.', idOf(cast.other)],
    ])
    expect(await db.poll.findUnique({ where: { id: poll.id } })).toMatchObject({
      phaseId: page.phases[0]?.id,
    })
    const last = await db.phaseRun.findFirst({ where: { debateId: debate.id }, orderBy: { number: 'desc' } })
    expect(last?.endedAt).toEqual(new Date('2026-11-23T10:12:00Z'))
  })
})
