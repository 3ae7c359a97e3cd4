import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { useDatabase } from '@/lib/testing/database'
import {
  createAssignment,
  createTemplate,
  discardDraft,
  saveAnswers,
  setAssignment,
  startCritique,
  submitCritique,
  withdrawCritique,
} from './commands'
import { assignmentPage, critiquePage, critiquesRoom, draftOf, writePage } from './queries'
import { NewAssignment, NewTemplate, SaveAnswers, SetAssignment } from './schema'
import { makeCritiques } from './testing'

useDatabase()

const PAST = new Date('2026-01-01T00:00:00Z')
type Room = Awaited<ReturnType<typeof makeCritiques>>
let room: Room

const code = (expected: string) => ({ code: expected })
const answers = { T1: 'A claim.', T2: 'It is right.' }
const readOf = (actor: Actor, { courseId, assignment }: Room, id: string) =>
  critiquePage(actor, courseId, { assignment: assignment.slug, id })

beforeAll(async () => {
  room = await makeCritiques()
})

describe('setting up', () => {
  test('templates and assignments are made by staff alone', async () => {
    const { courseId, cast } = room
    const field = { code: 'X1', title: 'One', prompt: 'Write.', wordLimit: 9 }
    const template = (c: string) =>
      NewTemplate.parse({ courseId, code: c, title: 'X', wordLimit: 9, fields: [field] })
    const assignment = (slug: string) => NewAssignment.parse({ courseId, slug, title: 'X' })
    for (const actor of [cast.student, cast.observer]) {
      await expect(createTemplate(actor, template('X'))).rejects.toMatchObject(code('FORBIDDEN'))
      await expect(createAssignment(actor, assignment('x'))).rejects.toMatchObject(code('FORBIDDEN'))
    }
    await expect(createTemplate(cast.outsider, template('X'))).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(createAssignment(cast.outsider, assignment('x'))).rejects.toMatchObject(code('NOT_FOUND'))
    expect((await createTemplate(cast.assistant, template('X'))).fields).toMatchObject([{ code: 'X1' }])
    expect(await createAssignment(cast.assistant, assignment('x'))).toMatchObject({ slug: 'x' })
  })

  test('the form’s due time is on the course’s clocks, and a taken slug gets a number', async () => {
    const { courseId, cast } = room
    await db.course.update({ where: { id: courseId }, data: { timeZone: 'Asia/Seoul' } })
    const input = SetAssignment.parse({ courseId, title: 'Second: critique', due: '2026-11-26T17:00' })
    const [a, b] = [await setAssignment(cast.instructor, input), await setAssignment(cast.instructor, input)]
    expect([a.slug, b.slug]).toEqual(['second-critique', 'second-critique-2'])
    const { dueAt } = await db.assignment.findUniqueOrThrow({ where: { id: a.id } })
    expect(dueAt?.toISOString()).toBe('2026-11-26T08:00:00.000Z')
  })

  test('a template that contradicts itself is refused', () => {
    const field = { code: 'X1', title: 'One', prompt: 'Write.', wordLimit: 9 }
    const base = { courseId: room.courseId, code: 'X', title: 'X', wordLimit: 9 }
    expect(NewTemplate.safeParse({ ...base, fields: [field, field] }).success).toBe(false)
    const example = { fields: { X2: 'Nowhere.' } }
    expect(NewTemplate.safeParse({ ...base, fields: [field], example }).success).toBe(false)
  })
})

describe('starting', () => {
  test('is for students, once, however many windows start at once', async () => {
    const { cast, start, assignment } = room
    for (const actor of [cast.instructor, cast.assistant, cast.observer])
      await expect(start(actor)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(start(cast.outsider)).rejects.toMatchObject(code('NOT_FOUND'))
    const begun = await Promise.all(Array.from({ length: 5 }, () => start(cast.student)))
    expect(new Set(begun.map((b) => b.id)).size).toBe(1)
    expect(await db.critique.count({ where: { assignmentId: assignment.id } })).toBe(1)
  })

  test('is closed after the due date, and finds no template of another course', async () => {
    const late = await makeCritiques({ dueAt: PAST })
    await expect(late.start()).rejects.toMatchObject(code('CLOSED'))
    const mixed = { assignmentId: room.assignment.id, templateId: late.template.id }
    await expect(startCritique(room.cast.other, mixed)).rejects.toMatchObject(code('NOT_FOUND'))
  })

  test('a draft can be thrown away by its author, until it was handed in', async () => {
    const own = await makeCritiques()
    const { id } = await own.start()
    await expect(discardDraft(own.cast.other, { id })).rejects.toMatchObject(code('NOT_FOUND'))
    expect(await discardDraft(own.cast.student, { id })).toEqual({ discarded: true })
    const handed = await own.handIn()
    await withdrawCritique(own.cast.student, { id: handed.id })
    await expect(discardDraft(own.cast.student, { id: handed.id })).rejects.toMatchObject(code('CONFLICT'))
  })
})

describe('a draft', () => {
  test('saves what changed, and nobody else finds it', async () => {
    const own = await makeCritiques()
    const { cast, courseId, assignment } = own
    const { id } = await own.start()
    const saved = await saveAnswers(cast.student, { id, revision: 0, answers: { T1: 'Secret words' } })
    expect(saved.revision).toBe(1)
    expect((await draftOf(cast.student, id)).answers).toEqual({ T1: 'Secret words' })
    for (const actor of [cast.instructor, cast.assistant, cast.other, cast.observer, cast.outsider]) {
      await expect(draftOf(actor, id)).rejects.toMatchObject(code('NOT_FOUND'))
      await expect(readOf(actor, own, id)).rejects.toMatchObject(code('NOT_FOUND'))
      const save = saveAnswers(actor, { id, revision: 1, answers })
      await expect(save).rejects.toMatchObject(code('NOT_FOUND'))
      await expect(submitCritique(actor, { id, revision: 1 })).rejects.toMatchObject(code('NOT_FOUND'))
    }
    expect(await writePage(cast.instructor, courseId, assignment.slug)).toBeNull()
    expect(JSON.stringify(await critiquesRoom(cast.instructor, courseId))).not.toContain(id)
  })

  test('that is handed in stays hidden where it goes on', async () => {
    const own = await makeCritiques()
    const { id } = await own.handIn()
    await saveAnswers(own.cast.student, { id, revision: 1, answers: { T1: 'Secret words' } })
    const page = await readOf(own.cast.instructor, own, id)
    expect(JSON.stringify(page)).not.toContain('Secret')
    expect(page.state).toBe('SUBMITTED')
    expect((await readOf(own.cast.student, own, id)).state).toBe('CHANGED')
    await expect(draftOf(own.cast.instructor, id)).rejects.toMatchObject(code('NOT_FOUND'))
    const save = saveAnswers(own.cast.instructor, { id, revision: 2, answers })
    await expect(save).rejects.toMatchObject(code('FORBIDDEN'))
  })

  test('refuses a stale window and keeps the newer text', async () => {
    const { cast, start } = await makeCritiques()
    const { id } = await start()
    await saveAnswers(cast.student, { id, revision: 0, answers: { T1: 'Newer' } })
    const stale = saveAnswers(cast.student, { id, revision: 0, answers: { T1: 'Older' } })
    await expect(stale).rejects.toMatchObject(code('CONFLICT'))
    expect((await draftOf(cast.student, id)).answers).toEqual({ T1: 'Newer' })
    const again = await saveAnswers(cast.student, { id, revision: 0, answers: { T1: 'Newer' } })
    expect(again.revision).toBe(1)
  })

  test('two windows at once: one is saved, the other is told', async () => {
    const { cast, start } = await makeCritiques()
    const { id } = await start()
    const texts = Array.from({ length: 8 }, (_, i) => `Window ${i}`)
    const done = await Promise.allSettled(
      texts.map((T1) => saveAnswers(cast.student, { id, revision: 0, answers: { T1 } })),
    )
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1)
    for (const d of done) if (d.status === 'rejected') expect(d.reason).toMatchObject(code('CONFLICT'))
    expect((await draftOf(cast.student, id)).revision).toBe(1)
  })

  test('takes no unknown field, no endless text, and nothing that the database cannot hold', async () => {
    const { cast, start } = await makeCritiques()
    const { id } = await start()
    const unknown = saveAnswers(cast.student, { id, revision: 0, answers: { T9: 'x' } })
    await expect(unknown).rejects.toMatchObject({
      code: 'INVALID',
      detail: { fields: { T9: expect.any(String) } },
    })
    expect(SaveAnswers.safeParse({ id, revision: 0, answers: { T1: 'x'.repeat(20_001) } }).success).toBe(
      false,
    )
    const odd = SaveAnswers.parse({ id, revision: 0, answers: { T1: 'a\u0000b \ud800 c', T2: 'It is.' } })
    const { revision } = await saveAnswers(cast.student, odd)
    expect((await submitCritique(cast.student, { id, revision })).number).toBe(1)
  })
})

describe('handing in', () => {
  test('names what is empty and what is too long, and takes nothing', async () => {
    const { cast, start } = await makeCritiques()
    const { id } = await start()
    const { revision } = await saveAnswers(cast.student, {
      id,
      revision: 0,
      answers: { T1: 'one two three four five six seven', T2: ' ' },
    })
    await expect(submitCritique(cast.student, { id, revision })).rejects.toMatchObject({
      code: 'INVALID',
      detail: {
        fields: {
          T1: '“The claim” is 1 word over its limit of 6.',
          T2: '“Verdict” is empty.',
        },
      },
    })
    expect(await db.submission.count({ where: { critiqueId: id } })).toBe(0)
  })

  test('freezes the text; twice is once; again after a change is the next number', async () => {
    const own = await makeCritiques()
    const { cast } = own
    const { id, number } = await own.handIn()
    expect(number).toBe(1)
    await expect(submitCritique(cast.student, { id, revision: 0 })).rejects.toMatchObject(code('CONFLICT'))
    expect((await submitCritique(cast.student, { id, revision: 1 })).number).toBe(1)
    await saveAnswers(cast.student, { id, revision: 1, answers: { T2: 'It is wrong.' } })
    expect((await submitCritique(cast.student, { id, revision: 2 })).number).toBe(2)
    const page = await readOf(cast.instructor, own, id)
    expect(page.submissions.map((s) => s.number)).toEqual([1, 2])
    expect(page.shown?.fields.at(-1)?.html).toContain('wrong')
    const first = { assignment: own.assignment.slug, id, submission: 1 }
    const old = await critiquePage(cast.instructor, own.courseId, first)
    expect(old.shown?.fields.at(-1)?.html).toContain('right')
  })

  test('at once from two windows makes one submission', async () => {
    const { cast, start } = await makeCritiques()
    const { id } = await start()
    const { revision } = await saveAnswers(cast.student, { id, revision: 0, answers })
    const both = await Promise.all([1, 2, 3].map(() => submitCritique(cast.student, { id, revision })))
    expect(both.map((b) => b.number)).toEqual([1, 1, 1])
  })

  test('can be taken back by its author while it is open, and staff no longer find it', async () => {
    const own = await makeCritiques()
    const { cast } = own
    const { id } = await own.handIn()
    await expect(withdrawCritique(cast.instructor, { id })).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(withdrawCritique(cast.other, { id })).rejects.toMatchObject(code('NOT_FOUND'))
    await withdrawCritique(cast.student, { id })
    await withdrawCritique(cast.student, { id })
    await expect(readOf(cast.instructor, own, id)).rejects.toMatchObject(code('NOT_FOUND'))
    expect((await submitCritique(cast.student, { id, revision: 1 })).number).toBe(2)
  })

  test('after the due date a draft keeps saving, but nothing is handed in, changed or taken back', async () => {
    const own = await makeCritiques({ dueAt: new Date(Date.now() + 60_000) })
    const later = (actor: Actor): Actor => ({ ...actor, at: new Date(Date.now() + 120_000) })
    const { id } = await own.handIn()
    const late = later(own.cast.student)
    const save = saveAnswers(late, { id, revision: 1, answers: { T1: 'Late.' } })
    await expect(save).rejects.toMatchObject(code('CLOSED'))
    await expect(withdrawCritique(late, { id })).rejects.toMatchObject(code('CLOSED'))
    const draft = await own.start(own.cast.other)
    const other = later(own.cast.other)
    const saved = await saveAnswers(other, { id: draft.id, revision: 0, answers })
    const submit = submitCritique(other, { id: draft.id, revision: saved.revision })
    await expect(submit).rejects.toMatchObject(code('CLOSED'))
  })
})

test('pages say where everybody stands', async () => {
  const { courseId, cast, assignment, handIn, start } = await makeCritiques()
  await handIn(cast.student)
  await start(cast.other)
  const of = async (actor: Actor) => (await critiquesRoom(actor, courseId)).assignments[0]
  expect(await of(cast.student)).toMatchObject({ own: { state: 'SUBMITTED', words: 5 }, handed: null })
  expect(await of(cast.other)).toMatchObject({ own: { state: 'DRAFT', words: 0 }, handed: null })
  expect((await of(cast.instructor))?.handed).toMatchObject([
    { author: cast.student.name, words: 5, number: 1 },
  ])
  expect(await of(cast.observer)).toMatchObject({ own: null, handed: null })
  await expect(critiquesRoom(cast.outsider, courseId)).rejects.toMatchObject(code('NOT_FOUND'))
  const page = await assignmentPage(cast.observer, courseId, assignment.slug)
  expect(page.templates[0]).toMatchObject({ outOf: 100, example: { fields: [{ code: 'T1', words: 3 }] } })
  expect(page.can).toEqual({ start: false, manage: false })
  await expect(assignmentPage(cast.observer, courseId, 'nowhere')).rejects.toMatchObject(code('NOT_FOUND'))
})

test('events tell the staff of what was handed in, and nothing of its words', async () => {
  const { courseId, cast, handIn } = await makeCritiques()
  const { eventSeq } = await db.course.findUniqueOrThrow({ where: { id: courseId } })
  const { id } = await handIn(cast.student, { T1: 'Secret words.', T2: 'Hidden verdict.' })
  await withdrawCritique(cast.student, { id })
  const events = await eventsAfter(courseId, Number(eventSeq), 50)
  expect(events.map((e) => [e.type, e.audience])).toEqual([
    ['critique.submitted', 'STAFF'],
    ['critique.withdrawn', 'STAFF'],
  ])
  expect(JSON.stringify(events)).not.toMatch(/Secret|Hidden/)
})
