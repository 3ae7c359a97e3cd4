import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter } from '@/lib/events'
import { reaches } from '@/lib/events/feed'
import type { Actor } from '@/lib/policy'
import { useDatabase } from '@/lib/testing/database'
import {
  archiveTemplate,
  giveExtension,
  saveAnswers,
  saveTemplate,
  setAssignment,
  startCritique,
  submitCritique,
  takeBackExtension,
  withdrawCritique,
} from './commands'
import {
  assignmentPage,
  assignmentSetUp,
  comparePage,
  critiquePage,
  critiquesRoom,
  templatesPage,
} from './queries'
import { GiveExtension, SaveTemplate, SetAssignment } from './schema'
import { makeCritiques } from './testing'

useDatabase()

const code = (expected: string) => ({ code: expected })
const DAY = 86_400_000
const later = (actor: Actor, ms: number): Actor => ({ ...actor, at: new Date(Date.now() + ms) })
const memberId = (actor: Actor) => actor.memberships[0]?.id ?? ''
const iso = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 16)

const template = (courseId: string, over: object = {}) =>
  SaveTemplate.parse({
    courseId,
    title: 'My own',
    wordLimit: 50,
    fields: [
      { code: 'Q1', title: 'One', prompt: 'Write.', wordLimit: 20 },
      { code: 'Q2', title: 'Two', prompt: 'In a line.', wordLimit: 5, kind: 'LINE' },
      {
        code: 'Q3',
        title: 'Three',
        prompt: 'Choose.',
        wordLimit: 20,
        kind: 'CHOICE',
        options: ['Low', 'High'],
      },
    ],
    criteria: [
      {
        name: 'Logic',
        weight: 10,
        levels: [
          { level: 1, name: 'Weak', descriptor: '' },
          { level: 3, name: 'Strong', descriptor: 'Every link.' },
          { level: 2, name: 'Sound', descriptor: '' },
        ],
      },
    ],
    ...over,
  })

describe('templates', () => {
  test('are made with the next free code, and changed in place until somebody writes with one', async () => {
    const { courseId, cast, assignment } = await makeCritiques()
    const made = await saveTemplate(cast.instructor, template(courseId))
    const again = await saveTemplate(cast.assistant, template(courseId, { id: made.id, title: 'Better' }))
    expect(again).toEqual({ id: made.id, copied: false })
    await startCritique(cast.student, { assignmentId: assignment.id, templateId: made.id })
    const copy = await saveTemplate(cast.instructor, template(courseId, { id: made.id, title: 'Best' }))
    expect(copy.copied).toBe(true)
    const { templates } = await templatesPage(cast.instructor, courseId)
    expect(templates.map((t) => [t.code, t.title, t.archived])).toEqual([
      ['A', 'Better', true],
      ['A-2', 'Best', false],
      ['T', 'Short critique', false],
    ])
    const page = await assignmentPage(cast.other, courseId, assignment.slug)
    expect(page.templates.map((t) => t.title)).toEqual(['Best', 'Short critique'])
    const old = { assignmentId: assignment.id, templateId: made.id }
    await expect(startCritique(cast.other, old)).rejects.toMatchObject(code('NOT_FOUND'))
  })

  test('that an assignment names are named as their copy; archived ones come back', async () => {
    const { courseId, cast, assignment, template: first } = await makeCritiques()
    await startCritique(cast.student, { assignmentId: assignment.id, templateId: first.id })
    await db.assignmentTemplate.create({ data: { assignmentId: assignment.id, templateId: first.id } })
    const { id } = await saveTemplate(cast.instructor, template(courseId, { id: first.id }))
    const offered = async () => (await assignmentPage(cast.other, courseId, assignment.slug)).templates
    expect((await offered()).map((t) => t.id)).toEqual([id])
    await archiveTemplate(cast.instructor, { id, archived: true })
    await archiveTemplate(cast.instructor, { id, archived: true })
    expect(await offered()).toEqual([])
    await archiveTemplate(cast.instructor, { id, archived: false })
    expect(await offered()).toHaveLength(1)
  })

  test('are the staff’s, and of their own course', async () => {
    const { courseId, cast, template: first } = await makeCritiques()
    const elsewhere = await makeCritiques()
    for (const actor of [cast.student, cast.observer]) {
      await expect(saveTemplate(actor, template(courseId))).rejects.toMatchObject(code('FORBIDDEN'))
      const archive = archiveTemplate(actor, { id: first.id, archived: true })
      await expect(archive).rejects.toMatchObject(code('FORBIDDEN'))
      await expect(templatesPage(actor, courseId)).rejects.toMatchObject(code('FORBIDDEN'))
    }
    const foreign = template(courseId, { id: elsewhere.template.id })
    await expect(saveTemplate(cast.instructor, foreign)).rejects.toMatchObject(code('NOT_FOUND'))
    const archive = archiveTemplate(cast.instructor, { id: elsewhere.template.id, archived: true })
    await expect(archive).rejects.toMatchObject(code('NOT_FOUND'))
  })

  test('a change and a start at the same moment never leave a writer with other fields', async () => {
    const { courseId, cast, assignment } = await makeCritiques()
    for (let i = 0; i < 4; i++) {
      const { id } = await saveTemplate(cast.instructor, template(courseId))
      await db.critique.deleteMany({ where: { assignmentId: assignment.id } })
      await Promise.allSettled([
        startCritique(cast.student, { assignmentId: assignment.id, templateId: id }),
        saveTemplate(cast.instructor, template(courseId, { id, title: 'Changed' })),
      ])
      const row = await db.critique.findFirst({
        where: { assignmentId: assignment.id },
        select: {
          template: { select: { title: true, archivedAt: true, _count: { select: { fields: true } } } },
        },
      })
      if (row) expect(row.template._count.fields).toBe(3)
    }
  })

  test('a line is one line, a choice is one of its answers', async () => {
    const { courseId, cast, assignment } = await makeCritiques()
    const made = await saveTemplate(cast.instructor, template(courseId))
    const draft = await startCritique(cast.student, { assignmentId: assignment.id, templateId: made.id })
    const save = (revision: number, answers: Record<string, string>) =>
      saveAnswers(cast.student, { id: draft.id, revision, answers })
    const { revision } = await save(0, { Q1: 'Words.', Q2: 'two\nlines', Q3: 'Middling' })
    const refused = submitCritique(cast.student, { id: draft.id, revision })
    await expect(refused).rejects.toMatchObject({
      detail: { fields: { Q2: '“Two” is one line.', Q3: '“Three” is empty.' } },
    })
    const saved = await save(revision, { Q2: '<b>one</b> *line*', Q3: 'High' })
    await submitCritique(cast.student, { id: draft.id, revision: saved.revision })
    const page = await critiquePage(cast.instructor, courseId, { assignment: assignment.slug, id: draft.id })
    expect(page.shown?.fields[1]?.html).toBe('<p>&lt;b&gt;one&lt;/b&gt; *line*</p>')
    expect(page.shown?.words).toBe(3)
  })
})

const change = (room: Awaited<ReturnType<typeof makeCritiques>>, over: object) =>
  setAssignment(
    room.cast.instructor,
    SetAssignment.parse({
      courseId: room.courseId,
      id: room.assignment.id,
      title: 'First critique',
      due: iso(DAY),
      graceMinutes: 10,
      penaltyPerDay: 10,
      lateDays: 2,
      ...over,
    }),
  )

describe('an assignment', () => {
  test('changes freely until something is submitted, then only for the better', async () => {
    const room = await makeCritiques({ dueAt: new Date(Date.now() + DAY) })
    await change(room, { due: iso(2 * DAY), penaltyPerDay: 20 })
    await room.handIn()
    await expect(change(room, { due: iso(DAY), penaltyPerDay: 30 })).rejects.toMatchObject({
      code: 'INVALID',
      detail: { fields: { due: expect.any(String), penaltyPerDay: expect.any(String) } },
    })
    await change(room, { due: iso(3 * DAY), penaltyPerDay: 5 })
    const form = (await assignmentSetUp(room.cast.assistant, room.courseId, room.assignment.slug)).assignment
    expect(form).toMatchObject({ due: iso(3 * DAY), penaltyPerDay: 5, submitted: 1 })
  })

  test('is changed by staff alone, in their own course; an hour that is skipped is refused', async () => {
    const room = await makeCritiques()
    const { cast, courseId } = room
    const input = SetAssignment.parse({ courseId, id: room.assignment.id, title: 'X', due: '' })
    for (const actor of [cast.student, cast.observer])
      await expect(setAssignment(actor, input)).rejects.toMatchObject(code('FORBIDDEN'))
    const elsewhere = await makeCritiques()
    const foreign = { ...input, id: elsewhere.assignment.id }
    await expect(setAssignment(cast.instructor, foreign)).rejects.toMatchObject(code('NOT_FOUND'))
    await db.course.update({ where: { id: courseId }, data: { timeZone: 'America/New_York' } })
    await expect(change(room, { due: '2027-03-14T02:30' })).rejects.toMatchObject({
      detail: { fields: { due: expect.stringContaining('no 02:30') } },
    })
  })
})

describe('lateness', () => {
  test('follows the rule: late is taken and shown, closed is closed', async () => {
    const room = await makeCritiques({ dueAt: new Date(Date.now() + 3_600_000) })
    await change(room, { due: iso(3_600_000), graceMinutes: 0 })
    const { cast, courseId, assignment } = room
    const draft = await room.start(later(cast.student, DAY))
    const late = later(cast.student, 1.5 * DAY)
    const answers = { T1: 'A claim.', T2: 'It is right.' }
    const { revision } = await saveAnswers(late, { ...draft, answers })
    await submitCritique(late, { id: draft.id, revision })
    const [row] =
      (await critiquesRoom(later(cast.instructor, 2 * DAY), courseId)).assignments[0]?.handed ?? []
    expect(row?.lateness).toEqual({ state: 'LATE', days: 2, factor: 0.8 })
    const closed = later(cast.student, 3 * DAY)
    await expect(withdrawCritique(closed, { id: draft.id })).rejects.toMatchObject(code('CLOSED'))
    expect((await assignmentPage(closed, courseId, assignment.slug)).assignment.open).toBe(false)
  })
})

describe('an extension', () => {
  const setUp = async () => {
    const room = await makeCritiques({ dueAt: new Date(Date.now() + 3_600_000) })
    const { cast, assignment } = room
    const membershipId = memberId(cast.student)
    const give = (due: string, actor = cast.instructor, to = membershipId) =>
      giveExtension(
        actor,
        GiveExtension.parse({ assignmentId: assignment.id, membershipId: to, due, reason: 'Ill.' }),
      )
    return { ...room, membershipId, give }
  }

  test('opens the assignment for one person, and nobody else learns of it', async () => {
    const room = await setUp()
    const { cast, courseId, assignment, give } = room
    const { eventSeq } = await db.course.findUniqueOrThrow({ where: { id: courseId } })
    await give(iso(2 * DAY))
    const page = (actor: Actor) => assignmentPage(later(actor, DAY), courseId, assignment.slug)
    expect((await page(cast.student)).assignment).toMatchObject({
      open: true,
      extendedTo: expect.any(String),
    })
    for (const actor of [cast.other, cast.observer])
      expect((await page(actor)).assignment).toMatchObject({ open: false, extendedTo: null })
    expect((await room.start(later(cast.student, DAY))).id).toBeTruthy()
    await expect(room.start(later(cast.other, DAY))).rejects.toMatchObject(code('CLOSED'))
    const events = await eventsAfter(courseId, Number(eventSeq), 50)
    const given = events.filter((e) => e.type === 'extension.given')
    expect(given.map((e) => e.audience).sort()).toEqual(['PERSON', 'STAFF'])
    const sees = (actor: Actor) => given.filter((e) => reaches(e, actor.memberships[0] as never)).length
    expect([cast.student, cast.instructor, cast.other, cast.observer].map(sees)).toEqual([1, 1, 0, 0])
    expect(JSON.stringify(given)).not.toContain('Ill')
  })

  test('is given by staff, to students of the course, later than the due date', async () => {
    const { cast, give, membershipId, assignment } = await setUp()
    for (const actor of [cast.student, cast.observer])
      await expect(give(iso(2 * DAY), actor)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(give(iso(2 * DAY), cast.outsider)).rejects.toMatchObject(code('NOT_FOUND'))
    const field = (name: string) => ({ detail: { fields: { [name]: expect.any(String) } } })
    await expect(give(iso(-DAY))).rejects.toMatchObject(field('due'))
    const toStaff = give(iso(2 * DAY), cast.instructor, memberId(cast.assistant))
    await expect(toStaff).rejects.toMatchObject(field('membershipId'))
    await give(iso(2 * DAY))
    await give(iso(3 * DAY), cast.assistant)
    const where = { assignmentId_membershipId: { assignmentId: assignment.id, membershipId } }
    expect((await db.extension.findUniqueOrThrow({ where })).dueAt.toISOString()).toContain(iso(3 * DAY))
  })

  test('can be taken back, but not from under a submission that relied on it', async () => {
    const { cast, give, handIn, membershipId, assignment } = await setUp()
    const takeBack = () => takeBackExtension(cast.instructor, { assignmentId: assignment.id, membershipId })
    await give(iso(2 * DAY))
    expect(await takeBack()).toEqual({ taken: true })
    expect(await takeBack()).toEqual({ taken: false })
    await give(iso(2 * DAY))
    await handIn(later(cast.student, DAY))
    await expect(takeBack()).rejects.toMatchObject(code('CONFLICT'))
    await give(iso(4 * DAY))
  })
})

describe('versions', () => {
  test('are compared by their author with the draft too, by staff without it and without what was withdrawn', async () => {
    const room = await makeCritiques()
    const { cast, courseId, assignment } = room
    const { id } = await room.handIn(cast.student, { T1: 'The old claim.', T2: 'Right.' })
    const { revision } = await saveAnswers(cast.student, {
      id,
      revision: 1,
      answers: { T1: 'The new claim.' },
    })
    await submitCritique(cast.student, { id, revision })
    await saveAnswers(cast.student, { id, revision, answers: { T2: 'Secretly wrong.' } })
    const at = { assignment: assignment.slug, id }
    const page = await comparePage(cast.instructor, courseId, at)
    expect([page.from, page.to, page.tally]).toEqual(['1', '2', { added: 1, removed: 1 }])
    expect(JSON.stringify(page)).not.toContain('Secretly')
    const draft = comparePage(cast.instructor, courseId, { ...at, to: 'draft' })
    await expect(draft).rejects.toMatchObject(code('NOT_FOUND'))
    const own = await comparePage(cast.student, courseId, { ...at, from: '2', to: 'draft' })
    expect(own.fields.map((f) => f.state)).toEqual(['same', 'changed'])
    for (const actor of [cast.other, cast.observer, cast.outsider])
      await expect(comparePage(actor, courseId, at)).rejects.toMatchObject(code('NOT_FOUND'))
    await withdrawCritique(cast.student, { id })
    const third = await submitCritique(cast.student, { id, revision: revision + 1 })
    expect(third.number).toBe(3)
    const left = await comparePage(cast.instructor, courseId, at)
    expect(left.versions.map((v) => v.key)).toEqual(['3'])
    const read = await critiquePage(cast.student, courseId, at)
    expect(read.submissions.map((s) => s.withdrawn)).toEqual([true, true, false])
  })
})
