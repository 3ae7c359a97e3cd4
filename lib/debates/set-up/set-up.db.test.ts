import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { FORMATS } from '../rules/formats'
import { drawLots } from '../rules/lots'
import { ChangeDebate, CreateDebate } from '../schema'
import { changeDebate } from './change-debate'
import { createDebate } from './create-debate'
import { lotOf, roleSheet } from './read-roles'
import { debateSettings, startsFrom } from './settings'
import { assignRoles, drawLot, takeSide } from './sides'

useDatabase()

let courseId: string
let cast: Cast
let class12: Actor[]

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  const more = []
  for (let i = 0; i < 10; i++)
    more.push(await enrol(await makePerson(), courseId, 'STUDENT', made.groups[i % 2]))
  class12 = [cast.student, cast.other, ...more]
})

const oxford = FORMATS[0]!
const open = (over: Partial<CreateDebate> = {}) =>
  createDebate(
    cast.instructor,
    CreateDebate.parse({ courseId, motion: 'Motion.', phases: oxford.phases, ...over }),
  )
const settings = (slug: string) => debateSettings(cast.instructor, courseId, slug)
const change = async (slug: string, over: object, actor = cast.instructor) =>
  changeDebate(actor, ChangeDebate.parse({ ...(await settings(slug)), ...over }))
const begin = async (debateId: string, name: string) => {
  const phase = await db.phase.findFirstOrThrow({ where: { debateId, name } })
  const at = new Date()
  await db.debateSession.create({ data: { debateId, phaseId: phase.id, startedAt: at, endsAt: at } })
  await db.phaseRun.create({ data: { debateId, phaseId: phase.id, number: 1, startedAt: at } })
}
const idOf = (actor: Actor): string => actor.memberships[0]?.id ?? ''
const types = async (seq: number) => (await eventsAfter(courseId, seq, 50)).map((e) => [e.type, e.payload])
const conflict = (message: string) => ({ code: 'CONFLICT', message: expect.stringContaining(message) })

describe('a debate is changed', () => {
  test('in every field; phases move, change, come and go, and keep what they are', async () => {
    const { id, slug } = await open()
    const was = await settings(slug)
    const [first, second, ...rest] = was.phases
    const seq = await lastSeq(courseId)
    await change(slug, {
      ...{ motion: 'Another.', background: 'B', rules: 'R', chairNote: 'C', formatName: 'Ours' },
      ...{ sideChoice: 'LOT', ranksExplanations: true, startsAt: '2026-11-30T03:00:00Z' },
      phases: [
        second,
        { ...first, name: 'First vote' },
        { name: 'New', minutes: 3, kind: 'FLOOR', speakers: ['ALL'] },
        ...rest.slice(1),
      ],
    })
    const now = await settings(slug)
    expect(now).toMatchObject({ motion: 'Another.', sideChoice: 'LOT', ranksExplanations: true })
    expect(now.startsAt).toBe('2026-11-30T03:00:00.000Z')
    expect(now.phases.slice(0, 3).map((p) => p.name)).toEqual(['Opening, Proposition', 'First vote', 'New'])
    expect(now.phases[1]?.id).toBe(first?.id)
    expect(now.phases).toHaveLength(12)
    expect(await types(seq)).toEqual([['debate.changed', {}]])
    await expect(changeDebate(cast.instructor, ChangeDebate.parse({ ...was, id }))).rejects.toMatchObject(
      conflict('Somebody else'),
    )
  })

  test('by staff alone, and not after the close', async () => {
    const { id, slug } = await open()
    for (const actor of [cast.student, cast.observer])
      await expect(change(slug, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(change(slug, {}, cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(debateSettings(cast.student, courseId, slug)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await change(slug, { motion: 'By the assistant.' }, cast.assistant)
    await db.debate.update({ where: { id }, data: { closedAt: new Date() } })
    await expect(change(slug, {})).rejects.toMatchObject({ code: 'CLOSED' })
  })

  test('not in what has been held', async () => {
    const { id, slug } = await open()
    await begin(id, 'Opening, Proposition')
    const { phases } = await settings(slug)
    expect(phases.map((p) => p.held).slice(0, 3)).toEqual([true, true, false])
    await expect(change(slug, { phases: [phases[1], phases[0], ...phases.slice(2)] })).rejects.toMatchObject(
      conflict('Pre-vote'),
    )
    await expect(change(slug, { startsAt: '2026-11-30T03:00:00Z' })).rejects.toMatchObject(conflict('begun'))
    const [a, b, c, ...rest] = phases
    await expect(change(slug, { phases: [a, { ...b, minutes: 9 }, c, ...rest] })).rejects.toMatchObject({
      detail: { fields: { 'phases.1.name': expect.stringContaining('has been held') } },
    })
    await change(slug, { phases: [a, b, { ...c, minutes: 9 }, ...rest.slice(0, -1)] })
    expect((await settings(slug)).phases[2]?.minutes).toBe(9)
  })

  test('never to votes out of order, and never with a phase of another debate', async () => {
    const { slug } = await open()
    const other = await open()
    const { phases } = await settings(slug)
    await expect(change(slug, { phases: phases.slice(1) })).rejects.toMatchObject({
      code: 'INVALID',
      detail: { fields: { 'phases.9.kind': expect.stringContaining('first vote') } },
    })
    const strange = (await settings(other.slug)).phases
    await expect(change(slug, { phases: strange })).rejects.toMatchObject(conflict('not in the debate'))
    expect((await settings(other.slug)).phases).toHaveLength(12)
  })
})

test('a new debate can begin from a format or from a debate of the course', async () => {
  await open({ motion: 'An earlier one.', phases: oxford.phases.slice(0, 2) })
  const starts = await startsFrom(cast.assistant, courseId)
  expect(starts.slice(0, 4).map((s) => s.name)).toEqual(FORMATS.map((f) => f.name))
  expect(starts.find((s) => s.name === 'An earlier one.')?.phases).toEqual(oxford.phases.slice(0, 2))
  await expect(startsFrom(cast.student, courseId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

describe('a lot', () => {
  const draw = (debateId: string, over: object = {}, actor = cast.instructor) =>
    drawLot(actor, { debateId, everybody: false, byGroup: false, ...over })

  test('is drawn from the seed, kept with all that it came from, and leaves an event each time', async () => {
    const { id } = await open({
      sideChoice: 'LOT',
      roles: [{ membershipId: idOf(cast.other), side: null, label: 'chair' }],
    })
    const seq = await lastSeq(courseId)
    const { seed } = await draw(id)
    expect(seed).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/)
    const shown = await lotOf(cast.student, courseId, id)
    expect(shown?.lot.members).toHaveLength(11)
    const again = drawLots(shown!.lot, shown!.seed)
    const { [idOf(cast.other)]: chair, ...rest } = shown!.now
    expect(chair).toBe('chair')
    expect(rest).toEqual(Object.fromEntries(again.map((d) => [d.id, d.label])))
    expect(again.filter((d) => d.part === 'SPEAKER')).toHaveLength(6)
    await draw(id, { seed: 'lottery of 24 November', everybody: true, byGroup: true })
    expect((await db.debateRole.findMany({ where: { debateId: id, side: { not: null } } })).length).toBe(11)
    expect(await types(seq)).toEqual([
      ['debate.sides', { by: 'lot', seed }],
      ['debate.sides', { by: 'lot', seed: 'lottery of 24 November' }],
    ])
  })

  test('is drawn by staff, where it is asked for, and not once the debate has begun', async () => {
    const assigned = await open()
    await expect(draw(assigned.id)).rejects.toMatchObject(conflict('not drawn by lot'))
    const { id } = await open({ sideChoice: 'LOT' })
    await expect(draw(id, {}, cast.student)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(draw(id, {}, cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await lotOf(cast.student, courseId, id)).toBeNull()
    await begin(id, 'Pre-vote')
    await expect(draw(id)).rejects.toMatchObject(conflict('has begun'))
  })
})

describe('students take sides', () => {
  test('evenly, even all at once, and change their minds until the debate begins', async () => {
    const { id } = await open({ sideChoice: 'CHOSEN' })
    const take = (actor: Actor, side: 'FOR' | 'AGAINST' | null) => takeSide(actor, { debateId: id, side })
    const all = await Promise.allSettled(class12.map((actor) => take(actor, 'FOR')))
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    for (const actor of class12) await take(actor, 'FOR').catch(() => take(actor, 'AGAINST'))
    const roles = await db.debateRole.findMany({ where: { debateId: id }, orderBy: { label: 'asc' } })
    expect(roles.map((r) => r.label)).toEqual([
      'O1',
      'O2',
      'O3',
      'O4',
      'O5',
      'O6',
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
    ])
    const mine = roles.find((r) => r.membershipId === idOf(cast.student))?.side
    await take(cast.student, null)
    await expect(
      take(
        class12.find(
          (a) => roles.find((r) => r.membershipId === idOf(a))?.side === mine && a !== cast.student,
        )!,
        null,
      ),
    ).rejects.toMatchObject(conflict('two behind'))
    await begin(id, 'Pre-vote')
    await expect(take(cast.student, 'FOR')).rejects.toMatchObject(conflict('has begun'))
  })

  test('only students, only where sides are chosen, and not who has another part', async () => {
    const assigned = await open()
    await expect(takeSide(cast.student, { debateId: assigned.id, side: 'FOR' })).rejects.toMatchObject(
      conflict('not chosen'),
    )
    const { id } = await open({
      sideChoice: 'CHOSEN',
      roles: [{ membershipId: idOf(cast.other), side: null, label: 'Chair' }],
    })
    for (const actor of [cast.instructor, cast.observer])
      await expect(takeSide(actor, { debateId: id, side: 'FOR' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    await expect(takeSide(cast.outsider, { debateId: id, side: 'FOR' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(takeSide(cast.other, { debateId: id, side: 'FOR' })).rejects.toMatchObject(
      conflict('another part'),
    )
    await db.debate.update({ where: { id }, data: { closedAt: new Date() } })
    await expect(takeSide(cast.student, { debateId: id, side: 'FOR' })).rejects.toMatchObject({
      code: 'CLOSED',
    })
  })
})

test('staff give all roles at once; two chairs and strangers are refused', async () => {
  const { id, slug } = await open()
  const role = (actor: Actor, label: string, side: 'FOR' | 'AGAINST' | null = null) => ({
    membershipId: idOf(actor),
    label,
    side,
  })
  const assign = (roles: ReturnType<typeof role>[], actor = cast.assistant) =>
    assignRoles(actor, { debateId: id, roles })
  await assign([
    role(cast.student, 'P1', 'FOR'),
    role(cast.other, 'O1', 'AGAINST'),
    role(cast.instructor, 'chair'),
  ])
  const sheet = await roleSheet(cast.instructor, courseId, slug)
  expect(sheet.seats.find((s) => s.membershipId === idOf(cast.instructor))).toMatchObject({
    part: 'CHAIR',
    student: false,
  })
  expect(sheet.seats.filter((s) => s.part)).toHaveLength(3)
  await expect(assign([role(cast.student, 'chair'), role(cast.other, 'chair')])).rejects.toMatchObject({
    code: 'INVALID',
  })
  await expect(assign([role(cast.outsider, 'juror')])).rejects.toMatchObject({ code: 'INVALID' })
  await expect(assign([], cast.student)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(roleSheet(cast.student, courseId, slug)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await db.debateRole.count({ where: { debateId: id } })).toBe(3)
})
