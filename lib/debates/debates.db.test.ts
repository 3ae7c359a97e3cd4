import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { db } from '@/lib/db'
import { eventsAfter } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, useDatabase } from '@/lib/testing/database'
import * as commands from './commands'
import { debatePage } from './queries'
import { AddClaim, CreateDebate, EditClaim } from './schema'

useDatabase()

let course: { courseId: string; slug: string; groups: [string, string]; cast: Cast }

beforeAll(async () => {
  course = await makeCourse()
})

const memberId = (actor: Actor): string => actor.memberships[0]?.id ?? ''
const motion = 'This House believes that tests test.'
const open = (over: Partial<z.input<typeof CreateDebate>> = {}) =>
  commands.createDebate(
    course.cast.instructor,
    CreateDebate.parse({ courseId: course.courseId, motion, ...over }),
  )
const say = (actor: Actor, debateId: string, over: Partial<AddClaim> = {}) =>
  commands.addClaim(
    actor,
    AddClaim.parse({ debateId, relation: 'SUPPORTS', text: 'Because it is so.', ...over }),
  )
const edit = (actor: Actor, id: string, over: Partial<EditClaim> = {}) =>
  commands.editClaim(actor, EditClaim.parse({ id, text: 'Better.', ...over }))
const pageOf = (slug: string, actor = course.cast.student) => debatePage(actor, course.courseId, slug)
const lastSeq = async () =>
  Number((await db.course.findUniqueOrThrow({ where: { id: course.courseId } })).eventSeq)
const since = async (seq: number) =>
  (await eventsAfter(course.courseId, seq, 50)).map(({ type, subjectId, scopeId }) => ({
    type,
    subjectId,
    scopeId,
  }))

describe('a debate', () => {
  test('starts with its phases, roles and exchanges, and everybody in the course reads it', async () => {
    const { student, other, observer, outsider, assistant } = course.cast
    const before = await lastSeq()
    const { id, slug } = await open({
      alternatives: ['Another.'],
      background: 'Some *background*.',
      rules: '1. Be kind.',
      chairNote: 'Watch C12.',
      formatName: 'Oxford style',
      phases: [
        { name: 'Opening', minutes: 6, who: 'P1', purpose: 'Opens.' },
        { name: 'Floor', minutes: 15, who: 'Jurors', purpose: '' },
      ],
      roles: [
        { membershipId: memberId(student), side: 'FOR', label: 'P1' },
        { membershipId: memberId(other), side: null, label: 'juror' },
      ],
      exchanges: [
        {
          title: 'Floor',
          turns: [
            { speakerId: memberId(other), role: 'juror', words: 'Why?' },
            { speakerId: memberId(student), role: 'P1', words: 'Because.' },
          ],
        },
      ],
    })
    expect(slug).toBe('tests-test')
    const page = await pageOf(slug)
    expect(page).toMatchObject({
      motion,
      alternatives: ['Another.'],
      backgroundHtml: '<p>Some <em>background</em>.</p>',
      chairNoteHtml: '',
      phases: [
        { name: 'Opening', minutes: 6 },
        { name: 'Floor', minutes: 15 },
      ],
      roles: [
        { label: 'P1', side: 'FOR', mine: true },
        { label: 'juror', side: null, mine: false },
      ],
      exchanges: [
        {
          title: 'Floor',
          turns: [
            { role: 'juror', side: null, html: '<p>Why?</p>' },
            { role: 'P1', side: 'FOR' },
          ],
        },
      ],
      can: { manage: false, add: true },
    })
    expect((await pageOf(slug, assistant)).chairNoteHtml).toBe('<p>Watch C12.</p>')
    expect((await pageOf(slug, observer)).can).toMatchObject({
      manage: false,
      add: false,
      judge: false,
      merge: false,
    })
    await expect(pageOf(slug, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await since(before)).toEqual([{ type: 'debate.created', subjectId: id, scopeId: id }])
  })

  test('gets an address of its own, also when two are made at once', async () => {
    const made = await Promise.all([open(), open(), open()])
    expect(new Set(made.map((d) => d.slug)).size).toBe(3)
    await expect(open({ slug: made[0]?.slug })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is made by staff alone, about people of the course alone', async () => {
    const input = CreateDebate.parse({ courseId: course.courseId, motion })
    for (const who of ['student', 'observer'] as const)
      await expect(commands.createDebate(course.cast[who], input)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    await expect(commands.createDebate(course.cast.outsider, input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const stranger = [{ membershipId: memberId(course.cast.outsider), side: null, label: 'juror' }]
    await expect(open({ roles: stranger })).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('takes nothing once it is closed', async () => {
    const { student, assistant } = course.cast
    const { id, slug } = await open()
    const claim = await say(student, id)
    await expect(commands.closeDebate(student, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const before = await lastSeq()
    await commands.closeDebate(assistant, { id })
    await commands.closeDebate(assistant, { id })
    expect(await since(before)).toEqual([{ type: 'debate.closed', subjectId: id, scopeId: id }])
    const closed = { code: 'CLOSED' }
    await expect(say(student, id)).rejects.toMatchObject(closed)
    await expect(edit(student, claim.id)).rejects.toMatchObject(closed)
    await expect(commands.deleteClaim(assistant, { id: claim.id })).rejects.toMatchObject(closed)
    expect((await pageOf(slug)).can.add).toBe(false)
  })
})

describe('a claim', () => {
  test('gets the next number, also when twelve come at once', async () => {
    const { student, other } = course.cast
    const { id } = await open()
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) => say(i % 2 ? student : other, id, { text: `Claim ${i}` })),
    )
    expect(made.map((c) => c.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    )
  })

  test('keeps its number for itself when it is deleted', async () => {
    const { id } = await open()
    const first = await say(course.cast.student, id)
    await commands.deleteClaim(course.cast.student, { id: first.id })
    expect((await say(course.cast.student, id)).number).toBe(2)
  })

  test('sent twice with one id, also at once, is one claim', async () => {
    const { id: debateId } = await open()
    const id = crypto.randomUUID()
    const sent = await Promise.all([1, 2].map(() => say(course.cast.student, debateId, { id })))
    expect(sent[0]).toMatchObject({ id, number: sent[1]?.number })
    expect(await db.claim.count({ where: { debateId } })).toBe(1)
  })

  test('hangs under a claim of its own debate, and the database refuses circles', async () => {
    const { student } = course.cast
    const [here, there] = [await open(), await open()]
    const parent = await say(student, here.id)
    const child = await say(student, here.id, { parentId: parent.id, relation: 'OPPOSES' })
    await expect(say(student, there.id, { parentId: parent.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const round = db.claim.update({ where: { id: parent.id }, data: { parentId: child.id } })
    await expect(round).rejects.toThrow(/never under itself/)
    const self = db.claim.update({ where: { id: child.id }, data: { parentId: child.id } })
    await expect(self).rejects.toThrow(/never under itself/)
    const away = db.claim.update({ where: { id: child.id }, data: { debateId: there.id } })
    await expect(away).rejects.toThrow(/its own debate/)
  })

  test('is written by students and staff, changed by its author and staff', async () => {
    const { student, other, assistant, observer, outsider } = course.cast
    const { id: debateId, slug } = await open()
    await expect(say(observer, debateId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(say(outsider, debateId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { id } = await say(student, debateId)
    await say(assistant, debateId)
    await expect(edit(other, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(commands.deleteClaim(other, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(edit(outsider, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await edit(student, id)
    await edit(assistant, id, { relation: 'OPPOSES' })
    const find = async (actor: Actor) => (await pageOf(slug, actor)).claims.find((c) => c.id === id)
    expect(await find(student)).toMatchObject({
      text: 'Better.',
      relation: 'OPPOSES',
      helps: 'AGAINST',
      edited: true,
    })
    expect(await find(other)).toEqual(await find(student))
  })

  test('goes and comes back, but stays while it is answered', async () => {
    const { student, other } = course.cast
    const { id: debateId, slug } = await open()
    const parent = await say(student, debateId)
    const child = await say(other, debateId, { parentId: parent.id, relation: 'OPPOSES' })
    const conflict = { code: 'CONFLICT' }
    await expect(commands.deleteClaim(student, { id: parent.id })).rejects.toMatchObject(conflict)
    await commands.deleteClaim(other, { id: child.id })
    await commands.deleteClaim(student, { id: parent.id })
    expect((await pageOf(slug)).claims).toEqual([])
    await expect(say(other, debateId, { parentId: parent.id })).rejects.toMatchObject(conflict)
    await expect(commands.restoreClaim(other, { id: child.id })).rejects.toMatchObject(conflict)
    await expect(commands.restoreClaim(other, { id: parent.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await commands.restoreClaim(student, { id: parent.id })
    await commands.restoreClaim(other, { id: child.id })
    expect((await pageOf(slug)).claims.map((c) => c.number)).toEqual([1, 2])
  })

  test('is answered or deleted, never both, when the two come at once', async () => {
    const { student, other } = course.cast
    const { id: debateId } = await open()
    for (let i = 0; i < 5; i++) {
      const parent = await say(student, debateId)
      const both = [
        commands.deleteClaim(student, { id: parent.id }),
        say(other, debateId, { parentId: parent.id }),
      ]
      const done = (await Promise.allSettled(both)).filter((r) => r.status === 'fulfilled')
      expect(done).toHaveLength(1)
    }
  })

  test('tells of itself, in order and with its debate as the place', async () => {
    const { student } = course.cast
    const { id: debateId } = await open()
    const before = await lastSeq()
    const { id } = await say(student, debateId)
    await edit(student, id)
    await commands.deleteClaim(student, { id })
    await commands.restoreClaim(student, { id })
    const types = ['claim.added', 'claim.edited', 'claim.deleted', 'claim.edited']
    expect(await since(before)).toEqual(types.map((type) => ({ type, subjectId: id, scopeId: debateId })))
  })
})
