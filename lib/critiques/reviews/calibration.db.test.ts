import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { useDatabase } from '@/lib/testing/database'
import { addExample, removeExample, scoreExample } from './commands'
import { exampleForm, examplePage, peerScores, reviewPage, reviewsDesk } from './queries'
import { AddExample } from './schema'
import { makeReviewed, type Reviewed } from './testing'

useDatabase()

let room: Reviewed
const code = (expected: string) => ({ code: expected })
const example = (more: object = {}) =>
  AddExample.parse({
    ...{ assignmentId: room.assignmentId, templateId: room.template.id, title: 'A middling one' },
    ...{
      texts: { T1: 'A claim of sorts.', T2: 'Perhaps.' },
      levels: room.levels(2, 2),
      comment: 'No verdict.',
    },
    ...more,
  })
const page = (actor: Actor) =>
  examplePage(actor, room.courseId, { assignment: room.assignment.slug, position: 1 })
const id = async () => (await db.calibrationExample.findFirstOrThrow()).id

beforeAll(async () => {
  room = await makeReviewed({ students: 6 })
})

describe('a calibration example', () => {
  test('is made by staff, from texts or from a critique of the course without its author', async () => {
    const { cast } = room
    const student = room.students[0] ?? cast.student
    await expect(addExample(student, example())).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(addExample(cast.outsider, example())).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(addExample(cast.instructor, example({ texts: {} }))).rejects.toMatchObject(code('INVALID'))
    await expect(addExample(cast.instructor, example({ levels: {} }))).rejects.toMatchObject(code('INVALID'))
    await addExample(cast.instructor, example())
    const critiqueId = room.critiqueOf.get(room.idOf(student)) ?? ''
    const made = await addExample(cast.assistant, example({ critiqueId, texts: {} }))
    const row = await db.calibrationExample.findUniqueOrThrow({ where: { id: made.id } })
    const text = JSON.stringify(row)
    expect(text).toContain('It is right.')
    for (const trace of [student.name, room.idOf(student), critiqueId])
      expect(text).not.toContain(`"${trace}"`)
    await expect(removeExample(student, { id: made.id })).rejects.toMatchObject(code('FORBIDDEN'))
    await removeExample(cast.instructor, { id: made.id })
  })

  test('stands before the first review, and is shown to those who have one to write', async () => {
    const [student] = room.students
    if (!student) throw new Error('no students')
    await expect(page(student)).rejects.toMatchObject(code('NOT_FOUND'))
    await room.allocate()
    for (const actor of [room.cast.observer, room.cast.other]) {
      await expect(page(actor)).rejects.toMatchObject(code('NOT_FOUND'))
    }
    await expect(page(room.cast.outsider)).rejects.toMatchObject(code('NOT_FOUND'))
    const [pair] = await room.pairs()
    if (!pair) throw new Error('nothing is allocated')
    await expect(room.review(pair)).rejects.toMatchObject({ message: 'Score the examples first.' })
    await db.reviewDraft.deleteMany()
    const actor = room.actorOf(pair.reviewerId)
    const shown = await reviewPage(actor, room.courseId, room.assignment.slug, room.taskOf(pair).key)
    expect(shown).toMatchObject({ examplesLeft: 1, can: { write: false } })
  })

  test('hides the staff’s levels until one has given one’s own, once', async () => {
    const [student, second] = room.students
    if (!student || !second) throw new Error('no students')
    const before = JSON.stringify(await page(student))
    expect(before).not.toContain('No verdict.')
    expect((await page(student)).solution).toBe(null)
    await expect(
      scoreExample(room.cast.observer, { id: await id(), levels: room.levels(3, 3) }),
    ).rejects.toMatchObject(code('FORBIDDEN'))
    await scoreExample(student, { id: await id(), levels: room.levels(3, 3) })
    expect(await page(student)).toMatchObject({ solution: { total: 50 }, mine: { total: 75 }, scored: [] })
    await expect(scoreExample(student, { id: await id(), levels: room.levels(2, 2) })).rejects.toMatchObject(
      code('CONFLICT'),
    )
    expect((await page(second)).solution).toBe(null)
    await expect(removeExample(room.cast.instructor, { id: await id() })).rejects.toMatchObject(
      code('CONFLICT'),
    )
    expect((await page(room.cast.instructor)).scored).toHaveLength(1)
    expect(
      (await exampleForm(room.cast.instructor, room.courseId, room.assignment.slug)).templates,
    ).toHaveLength(1)
  })

  test('corrects the scores of those who are too generous, beside the raw ones', async () => {
    const exampleId = await id()
    const [, ...others] = room.students
    for (const [i, s] of others.entries())
      await scoreExample(s, { id: exampleId, levels: i % 2 ? room.levels(4, 4) : room.levels(2, 2) })
    for (const pair of await room.pairs()) {
      const at = room.students.findIndex((s) => room.idOf(s) === pair.reviewerId)
      await room.review(pair, at > 0 && at % 2 === 0 ? 4 : 3)
    }
    const scores = await peerScores(room.cast.instructor, room.assignmentId)
    expect(scores).toHaveLength(6)
    const desk = await reviewsDesk(room.cast.instructor, room.courseId, room.assignment.slug)
    for (const row of desk.rows) expect(row.calibrated).toBeLessThan(row.raw ?? 0)
    const generous = desk.people.filter((p) => (p.distance ?? 0) > 40)
    expect(generous.length).toBeGreaterThan(0)
    for (const p of generous) expect(p.bias).toBeGreaterThan(5)
  })
})
