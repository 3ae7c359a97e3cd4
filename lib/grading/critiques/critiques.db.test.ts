import { beforeAll, describe, expect, test } from 'vitest'
import { makeCritiques } from '@/lib/critiques/testing'
import { db } from '@/lib/db'
import { type Actor, memberIn } from '@/lib/policy'
import { useDatabase } from '@/lib/testing/database'
import { importMarks, previewMarks } from '../exchange/import-marks'
import { marksCsv } from '../exchange/marks-csv'
import { gradebook } from '../gradebook'
import { setScheme } from '../participation/commands'
import { giveGrade, overrideGrade, releaseGrades } from './commands'
import { gradingSheet, myGrades } from './queries'

useDatabase()

let made: Awaited<ReturnType<typeof makeCritiques>>
let critiqueId: string
const courseOf = () => made.courseId
const idOf = (actor: Actor): string => memberIn(actor, courseOf())?.id ?? ''

beforeAll(async () => {
  made = await makeCritiques()
  ;({ id: critiqueId } = await made.handIn())
  const formula = [{ component: 'votes' as const, weight: 100, target: 1 }]
  await setScheme(made.cast.instructor, { courseId: courseOf(), formula, publish: true, revision: 0 })
})

const grade = (actor: Actor, levels = made.levels(4, 2)) =>
  giveGrade(actor, { critiqueId, levels, comment: 'Well argued.' })

describe('a grade', () => {
  test('is the staff’s to give, on every criterion and its own levels', async () => {
    const { student, other, observer, outsider, assistant } = made.cast
    for (const actor of [other, observer, outsider])
      await expect(grade(actor)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(grade(student)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(grade(assistant, made.levels(3, 2))).rejects.toMatchObject({ code: 'INVALID' })
    const [logic] = Object.keys(made.levels(4, 2))
    await expect(grade(assistant, { [logic ?? '']: 4 })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await grade(assistant)).toMatchObject({ points: 80, mark: 80, releasedAt: null })
  })

  test('is nothing to its author before the release, and whole after it', async () => {
    const { student, other, instructor } = made.cast
    await grade(instructor)
    expect(await myGrades(student, courseOf())).toEqual([])
    await releaseGrades(instructor, { assignmentId: made.assignment.id, groupId: made.groups[1] })
    expect(await myGrades(student, courseOf())).toEqual([])
    const done = await releaseGrades(instructor, {
      assignmentId: made.assignment.id,
      groupId: made.groups[0],
    })
    expect(done.released).toBe(1)
    const [own] = await myGrades(student, courseOf())
    expect(own?.grade).toMatchObject({ mark: 80, levels: made.levels(4, 2) })
    expect(own?.commentHtml).toContain('Well argued.')
    expect(await myGrades(other, courseOf())).toEqual([])
  })

  test('gives way to one set by hand, with its reason in the log', async () => {
    const { instructor, student } = made.cast
    const set = { critiqueId, mark: 91.5, reason: 'Better than the rubric can say.' }
    expect(await overrideGrade(instructor, set)).toMatchObject({ mark: 91.5, points: 80 })
    expect((await myGrades(student, courseOf()))[0]?.grade).toMatchObject({ mark: 91.5 })
    await expect(overrideGrade(instructor, { ...set, mark: 101 })).rejects.toMatchObject({ code: 'INVALID' })
    const event = await db.event.findFirst({ where: { type: 'grade.given' }, orderBy: { seq: 'desc' } })
    expect(event).toMatchObject({ audience: 'STAFF', payload: { override: 91.5 } })
    expect(await overrideGrade(instructor, { critiqueId, mark: null, reason: '' })).toMatchObject({
      mark: 80,
    })
  })

  test('loses by the day what is handed in late, by the author’s own deadline', async () => {
    const { assistant, student } = made.cast
    const now = new Date()
    const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
    const rule = { dueAt: hours(-30), penaltyPerDay: 10, lateDays: 5 }
    await db.assignment.update({ where: { id: made.assignment.id }, data: rule })
    expect(await grade(assistant)).toMatchObject({ points: 80, daysLate: 2, mark: 64 })
    const key = { assignmentId: made.assignment.id, membershipId: idOf(student) }
    await db.extension.create({ data: { ...key, dueAt: hours(-1), createdAt: now } })
    expect(await grade(assistant)).toMatchObject({ daysLate: 1, mark: 72 })
  })
})

test('the gradebook and the grading sheet are the staff’s', async () => {
  const { student, observer, outsider, assistant } = made.cast
  for (const actor of [student, observer]) {
    await expect(gradebook(actor, courseOf())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(gradingSheet(actor, courseOf(), made.assignment.slug)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  }
  await expect(gradebook(outsider, courseOf())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const book = await gradebook(assistant, courseOf())
  expect(book.students.find((s) => s.memberId === idOf(student))?.marks).toEqual([
    { critiqueId, mark: 72, released: true },
  ])
  expect(book.students.find((s) => s.memberId !== idOf(student))?.marks).toEqual([null])
})

describe('a file of marks', () => {
  test('comes back with nothing to change, and changes what was changed in it', async () => {
    const { instructor, assistant, student } = made.cast
    for (const format of ['canvas', 'moodle'] as const) {
      const text = await marksCsv(assistant, courseOf(), format)
      const file = { courseId: courseOf(), name: `${format}.csv`, text }
      expect(await previewMarks(assistant, file)).toMatchObject({ changes: [], problems: [] })
    }
    const text = (await marksCsv(instructor, courseOf(), 'moodle')).replace(',72,', ',75.5,')
    const file = { courseId: courseOf(), name: 'moodle.csv', text }
    expect((await previewMarks(assistant, file)).changes).toMatchObject([{ from: 72, to: 75.5, critiqueId }])
    expect(await importMarks(instructor, file)).toEqual({ changed: 1 })
    const [own] = await myGrades(student, courseOf())
    expect(own?.grade).toMatchObject({ mark: 75.5, overrideReason: 'From the file moodle.csv' })
  })

  test('with a line that cannot be used changes nothing', async () => {
    const { instructor } = made.cast
    const text = 'Email address,Participation\nnobody@example.org,70'
    const file = { courseId: courseOf(), name: 'm.csv', text }
    const { problems } = await previewMarks(instructor, file)
    expect(problems).toEqual([{ line: 2, message: 'nobody@example.org is no student of this course.' }])
    await expect(importMarks(instructor, file)).rejects.toMatchObject({ code: 'INVALID' })
  })
})
