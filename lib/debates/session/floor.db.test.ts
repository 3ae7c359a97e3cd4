import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, lastSeq } from '@/lib/events'
import { hydrate } from '@/lib/live'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { createDebate } from '../commands'
import { CreateDebate } from '../schema'
import { controlSession } from './control'
import { changeHand } from './hands'
import { sessionPage } from './queries'
import { AddStatement, ChangeHand, ClaimStatement, ControlSession, EditStatement } from './schema'
import { addStatement, claimStatement, deleteStatement, editStatement, restoreStatement } from './statements'

useDatabase()

let courseId: string
let cast: Cast
let third: Actor
let debate: { id: string; slug: string }

const idOf = (actor: Actor): string => actor.memberships[0]?.id ?? ''

beforeEach(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  third = await enrol(await makePerson(), courseId, 'STUDENT')
  debate = await createDebate(
    cast.instructor,
    CreateDebate.parse({
      ...{ courseId, motion: 'This House would.' },
      phases: [
        { name: 'Opening', minutes: 5, kind: 'OPENING', speakers: ['P1'] },
        { name: 'Floor', minutes: 15, kind: 'FLOOR', speakers: ['JURORS'] },
      ],
      roles: [
        { membershipId: idOf(cast.student), side: 'FOR', label: 'P1' },
        { membershipId: idOf(third), side: null, label: 'timekeeper', part: 'TIMEKEEPER' },
      ],
    }),
  )
  await control({ act: 'start', revision: 0 })
})

const control = (move: object) =>
  controlSession(cast.instructor, ControlSession.parse({ debate: debate.id, ...move }))
const hand = (by: Actor, change: object) => changeHand(by, ChangeHand.parse({ debate: debate.id, ...change }))
const names = (floor: { waiting: { memberId: string }[] }) => floor.waiting.map((h) => h.memberId)
const say = (by: Actor, more: object = {}) =>
  addStatement(by, AddStatement.parse({ debateId: debate.id, text: 'Words.', ...more }))

describe('hands', () => {
  test('go up once and down; first-time speakers are first; who opened the debate is not one', async () => {
    await hand(cast.student, { act: 'raise' })
    await Promise.all([1, 2, 3].map(() => hand(third, { act: 'raise' })))
    const floor = await hand(cast.other, { act: 'raise' })
    expect(names(floor)).toEqual([idOf(third), idOf(cast.other), idOf(cast.student)])
    expect(floor.waiting.map((h) => h.times)).toEqual([0, 0, 1])
    expect(names(await hand(third, { act: 'lower' }))).toEqual([idOf(cast.other), idOf(cast.student)])
    await expect(hand(cast.observer, { act: 'raise' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(hand(cast.outsider, { act: 'raise' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('are called one at a time; a turn ends by its speaker or with the next call, and counts', async () => {
    const first = (await hand(third, { act: 'raise' })).waiting[0]?.id
    const second = (await hand(cast.other, { act: 'raise' })).waiting[1]?.id
    await expect(hand(cast.other, { act: 'call', hand: first })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await Promise.all([cast.instructor, cast.assistant].map((by) => hand(by, { act: 'call', hand: first })))
    let floor = await hand(cast.instructor, { act: 'call', hand: second })
    expect(floor).toMatchObject({ speaking: { memberId: idOf(cast.other) }, waiting: [] })
    await expect(hand(third, { act: 'done', hand: second })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    floor = await hand(cast.other, { act: 'done', hand: second })
    expect(floor.speaking).toBeNull()
    expect(floor.spoken).toEqual({ [idOf(cast.student)]: 1, [idOf(third)]: 1, [idOf(cast.other)]: 1 })
    expect(
      await db.hand.count({ where: { debateId: debate.id, doneAt: null, calledAt: { not: null } } }),
    ).toBe(0)
  })

  test('are put in another order, put down and put back by whoever runs the session', async () => {
    for (const by of [cast.other, third, cast.student]) await hand(by, { act: 'raise' })
    const { waiting } = await hand(cast.student, { act: 'raise' })
    const last = waiting[2]?.id
    let floor = await hand(cast.instructor, { act: 'move', hand: last, to: 0 })
    expect(names(floor)).toEqual([idOf(cast.student), idOf(cast.other), idOf(third)])
    expect(floor.waiting.map((h) => h.placed)).toEqual([true, false, false])
    floor = await hand(cast.instructor, { act: 'lower', hand: last })
    expect(names(floor)).toEqual([idOf(cast.other), idOf(third)])
    floor = await hand(cast.instructor, { act: 'wait', hand: last })
    expect(names(floor)).toEqual([idOf(cast.student), idOf(cast.other), idOf(third)])
    await hand(cast.instructor, { act: 'call', hand: last })
    floor = await hand(cast.instructor, { act: 'wait', hand: last })
    expect(floor).toMatchObject({ speaking: null, waiting: [{ id: last }, {}, {}] })
  })

  test('are not needed to be called on; strangers and observers are not', async () => {
    const floor = await hand(cast.instructor, { act: 'invite', member: idOf(cast.other) })
    expect(floor.speaking?.memberId).toBe(idOf(cast.other))
    for (const who of [cast.observer, cast.outsider])
      await expect(hand(cast.instructor, { act: 'invite', member: idOf(who) })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
  })

  test('of another debate are out of reach, and none goes up when no session is on', async () => {
    const own = (await hand(third, { act: 'raise' })).waiting[0]?.id
    const other = await createDebate(
      cast.instructor,
      CreateDebate.parse({ courseId, motion: 'Another.', phases: [{ name: 'Talk', minutes: 1 }] }),
    )
    await expect(
      changeHand(third, ChangeHand.parse({ debate: other.id, act: 'raise' })),
    ).rejects.toMatchObject({ code: 'CLOSED' })
    await controlSession(
      cast.instructor,
      ControlSession.parse({ debate: other.id, act: 'start', revision: 0 }),
    )
    await changeHand(cast.instructor, ChangeHand.parse({ debate: other.id, act: 'call', hand: own }))
    expect(await db.hand.findFirst({ where: { id: own } })).toMatchObject({ calledAt: null })
  })

  test('are told once per batch, whole', async () => {
    const seq = await lastSeq(courseId)
    for (const by of [cast.other, third]) await hand(by, { act: 'raise' })
    await hand(third, { act: 'raise' })
    const events = await eventsAfter(courseId, seq, 20)
    expect(events.map((e) => e.type)).toEqual(['hand.changed', 'hand.changed'])
    const parcels = await hydrate(events)
    expect([...parcels.keys()]).toEqual([events[1]?.seq])
    expect(JSON.parse(parcels.get(events[1]?.seq ?? 0)?.json ?? '{}').floor.waiting).toHaveLength(2)
  })
})

describe('statements', () => {
  test('are written by their speaker, or noted by the timekeeper and the staff', async () => {
    const id = crypto.randomUUID()
    await say(cast.student, { id })
    await say(cast.student, { id })
    await say(third, { speakerId: idOf(cast.other), side: 'AGAINST' })
    await say(cast.assistant, { speakerId: idOf(cast.student) })
    await expect(say(cast.other, { speakerId: idOf(cast.student) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(say(cast.observer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(say(third, { speakerId: idOf(cast.outsider) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { statements, floor, phases } = await sessionPage(cast.observer, courseId, debate.slug)
    expect(statements.map((s) => [s.number, s.speakerId, s.byId, s.side, s.phaseId])).toEqual([
      [1, idOf(cast.student), idOf(cast.student), 'FOR', phases[0]?.id],
      [2, idOf(cast.other), idOf(third), 'AGAINST', phases[0]?.id],
      [3, idOf(cast.student), idOf(cast.assistant), 'FOR', phases[0]?.id],
    ])
    expect(floor.spoken[idOf(cast.other)]).toBe(1)
  })

  test('are changed, deleted and brought back by their speaker, their writer and whoever keeps the record', async () => {
    const { id } = await say(third, { speakerId: idOf(cast.other) })
    const edit = (by: Actor) => editStatement(by, EditStatement.parse({ id, text: 'Better.', side: null }))
    await edit(cast.other)
    await edit(third)
    await edit(cast.instructor)
    await expect(edit(cast.student)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(edit(cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const seq = await lastSeq(courseId)
    await deleteStatement(cast.other, { id })
    expect((await sessionPage(third, courseId, debate.slug)).statements).toEqual([])
    await restoreStatement(cast.other, { id })
    const events = await eventsAfter(courseId, seq, 9)
    expect(events.map((e) => e.type)).toEqual(['statement.deleted', 'statement.added'])
    const parcel = (await hydrate(events)).get(events[1]?.seq ?? 0)
    expect(JSON.parse(parcel?.json ?? '{}')).toMatchObject({
      scopeId: debate.id,
      statement: { id, text: 'Better.', edited: true },
    })
  })

  test('become claims, and say so', async () => {
    const { id } = await say(cast.other)
    const input = ClaimStatement.parse({ id, relation: 'OPPOSES', text: 'A claim out of it.' })
    const { number } = await claimStatement(cast.other, input)
    const { statements } = await sessionPage(cast.student, courseId, debate.slug)
    expect(statements[0]?.claim).toBe(number)
    await expect(claimStatement(cast.observer, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('need a session that has begun, and a debate that is open', async () => {
    const other = await createDebate(
      cast.instructor,
      CreateDebate.parse({ courseId, motion: 'Another.', phases: [{ name: 'Talk', minutes: 1 }] }),
    )
    await expect(say(cast.student, { debateId: other.id })).rejects.toMatchObject({ code: 'CLOSED' })
    await db.debate.update({ where: { id: debate.id }, data: { closedAt: new Date() } })
    await expect(say(cast.student)).rejects.toMatchObject({ code: 'CLOSED' })
  })
})
