import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, useDatabase } from '@/lib/testing/database'
import { FORMATS } from '../rules/formats'
import { CreateDebate } from '../schema'
import { controlSession } from '../session/control'
import { AddStatement } from '../session/schema'
import { addStatement } from '../session/statements'
import { createDebate } from '../set-up/create-debate'
import { keepToDates } from './keep-dates'
import { writtenWeek } from './queries'

useDatabase()

let courseId: string
let cast: Cast

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
})

const DAY = 86_400_000
const week = FORMATS.find((f) => f.name === 'Asynchronous week')!
const idOf = (actor: Actor): string => actor.memberships[0]?.id ?? ''
const open = (startsAt: Date | null, phases = week.phases) =>
  createDebate(
    cast.instructor,
    CreateDebate.parse({
      ...{ courseId, motion: 'Written.', phases, startsAt },
      roles: [
        { membershipId: idOf(cast.student), side: 'FOR', label: 'P1' },
        { membershipId: idOf(cast.other), side: 'AGAINST', label: 'O2' },
      ],
    }),
  )
const runsOf = async (debateId: string) =>
  (
    await db.phaseRun.findMany({ where: { debateId }, orderBy: { number: 'asc' }, include: { phase: true } })
  ).map((r) => ({ name: r.phase.name, from: r.startedAt.getTime(), until: r.endedAt?.getTime() ?? null }))

describe('a written debate', () => {
  test('begins at its date and moves on at its dates, whoever looks and how often', async () => {
    const start = Date.now() - 2.5 * DAY
    const { id } = await open(new Date(start), week.phases.slice(1, 6))
    const seq = await lastSeq(courseId)
    await Promise.all([keepToDates(), keepToDates(), keepToDates()])
    expect(await runsOf(id)).toEqual([
      { name: 'Openings', from: start, until: start + DAY },
      { name: 'Rebuttals', from: start + DAY, until: start + 2 * DAY },
      { name: 'Written cross-examination', from: start + 2 * DAY, until: null },
    ])
    const told = (await eventsAfter(courseId, seq, 50)).filter((e) => e.type === 'debate.session')
    expect(told.map((e) => e.payload.act)).toEqual(['start', 'next', 'next'])
    const shown = await writtenWeek(cast.student, courseId, id)
    expect(shown?.state).toBe('ON')
    expect(shown?.steps.map((s) => s.state)).toEqual(['DONE', 'DONE', 'NOW', 'NEXT', 'NEXT'])
    expect(shown?.steps[4]).toMatchObject({ until: new Date(start + 5 * DAY).toISOString() })
    expect(shown?.steps.map((s) => s.mine)).toEqual([true, false, true, false, false])
  })

  test('ends by itself after its last step', async () => {
    const { id } = await open(new Date(Date.now() - 9 * DAY), week.phases.slice(1, 6))
    await keepToDates()
    expect((await writtenWeek(cast.other, courseId, id))?.state).toBe('OVER')
    expect(await db.debateSession.findUnique({ where: { debateId: id } })).toMatchObject({ endsAt: null })
  })

  test('holds a vote that nobody could take part in from now on, and passes none over', async () => {
    const { id } = await open(new Date(Date.now() - 30 * DAY))
    const before = Date.now()
    await keepToDates()
    const [run, ...more] = await runsOf(id)
    expect(more).toEqual([])
    expect(run).toMatchObject({ name: 'First vote', until: null })
    expect(run!.from).toBeGreaterThanOrEqual(before - 5000)
    expect(await db.poll.count({ where: { debateId: id, closedAt: null } })).toBe(1)
  })

  test('does not begin by itself without a date, in a room, or when it is closed', async () => {
    const past = new Date(Date.now() - DAY)
    const all = await Promise.all([open(null), open(past, FORMATS[0]!.phases), open(past)])
    await db.debate.update({ where: { id: all[2]!.id }, data: { closedAt: new Date() } })
    await keepToDates()
    expect(await db.debateSession.count({ where: { debateId: { in: all.map((d) => d.id) } } })).toBe(0)
    expect(await writtenWeek(cast.student, courseId, all[1]!.id)).toBeNull()
    expect(await writtenWeek(cast.student, courseId, all[0]!.id)).toMatchObject({
      state: 'WAITING',
      steps: { 0: { from: null } },
    })
    await expect(writtenWeek(cast.outsider, courseId, all[0]!.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('a statement', () => {
  const say = (actor: Actor, debateId: string) =>
    addStatement(actor, AddStatement.parse({ debateId, text: 'Words.' }))

  test('is taken from the writers of the step that runs, until its hour', async () => {
    const { id } = await open(new Date(Date.now() - DAY / 2), week.phases.slice(1, 6))
    await expect(say(cast.student, id)).rejects.toMatchObject({ code: 'CLOSED' })
    await keepToDates()
    await say(cast.student, id)
    await expect(say(cast.other, id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('P1, O1 write'),
    })
    await db.debateSession.update({ where: { debateId: id }, data: { endsAt: new Date(Date.now() - 1000) } })
    await expect(say(cast.student, id)).rejects.toMatchObject({
      code: 'CLOSED',
      message: expect.stringContaining('has closed'),
    })
    await keepToDates()
    await say(cast.other, id)
    await expect(say(cast.student, id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is not refused in a room', async () => {
    const { id } = await open(null, FORMATS[0]!.phases)
    await controlSession(cast.instructor, { debate: id, revision: 0, act: 'start' })
    await say(cast.other, id)
  })
})
