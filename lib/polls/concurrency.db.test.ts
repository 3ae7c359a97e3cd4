import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { castBallot, closePoll, openPoll } from './commands'
import { CastBallot, OpenPoll } from './schema'

useDatabase()

/** How often each race is run; COLLOQUY_RUNS=100 for the whole. */
const RUNS = Number(process.env.COLLOQUY_RUNS ?? 3)
const VOTERS = 50
const REQUESTS = 40

let course: { courseId: string; cast: Cast }
let voters: Actor[]

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  voters = [cast.student, cast.other]
  while (voters.length < VOTERS) voters.push(await enrol(await makePerson(), courseId, 'STUDENT'))
}, 60_000)

const LABELS = ['A', 'B', 'C'].map((code) => ({ code, label: `Option ${code}` }))

const open = (method: OpenPoll['method']) =>
  openPoll(
    course.cast.instructor,
    OpenPoll.parse({ courseId: course.courseId, question: 'Which?', method, options: LABELS }),
  )

const RANKINGS = [
  [['A'], ['B'], ['C']],
  [['B'], ['A', 'C']],
  [['C'], ['A']],
]
const vote = (voter: Actor, pollId: string, i: number) =>
  castBallot(voter, CastBallot.parse({ pollId, ranking: RANKINGS[i % RANKINGS.length] }))

const counts = async (pollId: string) => ({
  ballots: await db.ballot.count({ where: { pollId } }),
  participations: await db.participation.count({ where: { pollId } }),
  turnouts: await db.event.count({ where: { scopeId: pollId, type: 'poll.turnout' } }),
})

describe.each(Array.from({ length: RUNS }, (_, run) => run + 1))('run %i', (run) => {
  test(`${VOTERS} voters times ${REQUESTS} requests at once leave ${VOTERS} ballots`, async () => {
    const { id } = await open('RANKED')
    const requests = Array.from({ length: REQUESTS }, (_, i) =>
      voters.map((voter, v) => ({ voter, i: i + v + run })),
    ).flat()
    const done = await Promise.all(requests.map(({ voter, i }) => vote(voter, id, i)))
    expect(done).toHaveLength(VOTERS * REQUESTS)
    expect(new Set(done.map((own) => own.receipt)).size).toBe(VOTERS)
    expect(await counts(id)).toEqual({ ballots: VOTERS, participations: VOTERS, turnouts: VOTERS })
    await closePoll(course.cast.instructor, { pollId: id, last: true })
    expect(await counts(id)).toEqual({ ballots: VOTERS, participations: VOTERS, turnouts: VOTERS })
  }, 180_000)

  test('a close in the midst of it: what was confirmed is counted, nothing else is', async () => {
    const { id } = await open('RANKED')
    const before = voters.slice(0, 10 + (run % 30))
    const casts = voters.map((voter, i) => () => vote(voter, id, i + run))
    const close = () => closePoll(course.cast.instructor, { pollId: id, last: true })
    const order = [...casts.slice(0, before.length), close, ...casts.slice(before.length)]
    const results = await Promise.allSettled(order.map((act) => act()))
    const confirmed = results.filter((r) => r.status === 'fulfilled').length - 1
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'CLOSED' })
    expect((await counts(id)).ballots).toBe(confirmed)
    expect((await counts(id)).participations).toBe(confirmed)
    const late = await Promise.allSettled(voters.map((voter, i) => vote(voter, id, i)))
    for (const r of late) expect(r).toMatchObject({ status: 'rejected', reason: { code: 'CLOSED' } })
    expect((await counts(id)).ballots).toBe(confirmed)
  }, 180_000)

  test('two closes at once: one of them', async () => {
    const { id } = await open('RANKED')
    const close = () => closePoll(course.cast.instructor, { pollId: id, last: false })
    const results = await Promise.allSettled([close(), close(), close()])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  })
})
