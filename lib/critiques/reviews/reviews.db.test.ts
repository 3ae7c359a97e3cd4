import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, reaches } from '@/lib/events'
import { type Actor, memberIn } from '@/lib/policy'
import { enrol, makePerson, useDatabase } from '@/lib/testing/database'
import { recordReview, releaseReviews, respond, submitReview, withdrawCritique } from '../commands'
import { critiquePage, critiquesRoom } from '../queries'
import { makeCritiques } from '../testing'

useDatabase()

type Room = Awaited<ReturnType<typeof makeCritiques>>
let room: Room
let critiqueId: string
let third: Actor

const code = (expected: string) => ({ code: expected })
const read = (actor: Actor) =>
  critiquePage(actor, room.courseId, { assignment: room.assignment.slug, id: critiqueId })
const idOf = (actor: Actor) => memberIn(actor, room.courseId)?.id ?? ''
const review = (a = 3, b = 4, comment = 'A fair comment.') => ({
  ...{ critiqueId, comment },
  levels: room.levels(a, b),
})

beforeAll(async () => {
  room = await makeCritiques()
  third = await enrol(await makePerson({ name: 'Zelda Reviewer' }), room.courseId, 'STUDENT')
  critiqueId = (await room.handIn()).id
})

describe('a review', () => {
  test('is written by staff, never by the author, and others find nothing to review', async () => {
    const { cast } = room
    await expect(submitReview(cast.student, review())).rejects.toMatchObject(code('FORBIDDEN'))
    for (const actor of [cast.other, cast.observer, cast.outsider])
      await expect(submitReview(actor, review())).rejects.toMatchObject(code('NOT_FOUND'))
    await submitReview(cast.instructor, review(2, 2, 'A first thought.'))
    await submitReview(cast.instructor, review(3, 4, 'A second thought.'))
    const { reviews } = await read(cast.assistant)
    expect(reviews).toMatchObject([{ reviewer: cast.instructor.name, total: 85, released: false }])
  })

  test('needs a level for each criterion, and no other', async () => {
    const [first] = Object.keys(room.levels(1, 1))
    const partial = { critiqueId, comment: 'Hm.', levels: { [first ?? '']: 3 } }
    const missing = submitReview(room.cast.instructor, partial)
    await expect(missing).rejects.toMatchObject({
      code: 'INVALID',
      message: 'Give a level for each criterion.',
    })
    const strange = { ...review(), levels: { ...room.levels(1, 1), [crypto.randomUUID()]: 2 } }
    await expect(submitReview(room.cast.instructor, strange)).rejects.toMatchObject(code('INVALID'))
  })

  test('in another’s name is entered by staff alone, for a member of the course', async () => {
    const { cast } = room
    const entered = (actor: Actor, reviewerId: string) => recordReview(actor, { ...review(), reviewerId })
    await expect(entered(cast.student, idOf(third))).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(entered(cast.other, idOf(third))).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(entered(cast.instructor, idOf(cast.student))).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(entered(cast.instructor, crypto.randomUUID())).rejects.toMatchObject(code('NOT_FOUND'))
    await entered(cast.instructor, idOf(third))
    await entered(cast.instructor, idOf(cast.other))
  })

  test('lets its reviewer read the critique, without the author and the other reviews', async () => {
    const page = await read(third)
    expect(page).toMatchObject({ viewer: 'REVIEWER', author: null, can: { write: false, review: true } })
    expect(page.reviews).toHaveLength(1)
    const text = JSON.stringify(page)
    for (const name of [room.cast.student.name, room.cast.instructor.name, room.cast.other.name])
      expect(text).not.toContain(`"${name}"`)
    expect(text).not.toContain(idOf(room.cast.student))
    expect((await critiquesRoom(third, room.courseId)).reviewed).toMatchObject([{ id: critiqueId }])
  })

  test('is hidden from the author until it is released, its number and the answer too', async () => {
    const page = await read(room.cast.student)
    expect(page.reviews).toEqual([])
    expect(page.can.respond).toBe(false)
    const { assignments } = await critiquesRoom(room.cast.student, room.courseId)
    expect(assignments[0]?.own?.reviews).toBe(0)
    const early = respond(room.cast.student, { id: critiqueId, text: 'Thank you.' })
    await expect(early).rejects.toMatchObject(code('CONFLICT'))
  })

  test('is released by staff, and the author learns neither who, nor when, nor in which order', async () => {
    const { cast, assignment, courseId } = room
    for (const actor of [cast.student, cast.other, cast.observer]) {
      const release = releaseReviews(actor, { assignmentId: assignment.id })
      await expect(release).rejects.toMatchObject(code('FORBIDDEN'))
    }
    const away = releaseReviews(cast.outsider, { assignmentId: assignment.id })
    await expect(away).rejects.toMatchObject(code('NOT_FOUND'))
    const { eventSeq } = await db.course.findUniqueOrThrow({ where: { id: courseId } })
    expect(await releaseReviews(cast.instructor, { assignmentId: assignment.id })).toEqual({ released: 3 })
    expect(await releaseReviews(cast.instructor, { assignmentId: assignment.id })).toEqual({ released: 0 })
    const events = await eventsAfter(courseId, Number(eventSeq), 10)
    expect(events).toMatchObject([{ type: 'review.released', actorId: null, subjectId: critiqueId }])
    for (const actor of Object.values(cast)) {
      const member = memberIn(actor, courseId)
      const hears = member && events.map((e) => reaches(e, member))
      if (hears) expect(hears).toEqual([actor === cast.student])
    }
    const page = await read(cast.student)
    expect(page.reviews.map((r) => r.reviewer)).toEqual(['Reviewer 1', 'Reviewer 2', 'Reviewer 3'])
    expect(page.reviews.every((r) => r.at === null)).toBe(true)
    const rows = await db.review.findMany({ where: { critiqueId } })
    const text = JSON.stringify(page)
    for (const row of rows) {
      expect(text).not.toContain(row.id)
      expect(text).not.toContain(row.reviewerId)
      expect(text).not.toContain(row.submittedAt.toISOString())
    }
    for (const actor of [cast.instructor, cast.other, third]) {
      expect(text).not.toContain(`"${actor.name}"`)
      expect(text).not.toContain(actor.userId)
    }
  })

  test('that the author has stays as it is', async () => {
    await expect(submitReview(room.cast.instructor, review(1, 1))).rejects.toMatchObject(code('CLOSED'))
    await expect(submitReview(third, review(1, 1))).rejects.toMatchObject(code('CLOSED'))
  })

  test('is answered by the author, for staff and reviewers to read', async () => {
    const { cast } = room
    const text = 'I have moved **A4**.'
    await expect(respond(cast.instructor, { id: critiqueId, text })).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(respond(third, { id: critiqueId, text })).rejects.toMatchObject(code('FORBIDDEN'))
    await respond(cast.student, { id: critiqueId, text })
    for (const actor of [cast.student, cast.instructor, third])
      expect((await read(actor)).responseHtml).toContain('<strong>A4</strong>')
  })

  test('of what was taken back is not possible, and its reviewer finds nothing', async () => {
    await withdrawCritique(room.cast.student, { id: critiqueId })
    await expect(read(third)).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(submitReview(room.cast.instructor, review())).rejects.toMatchObject(code('NOT_FOUND'))
    expect((await read(room.cast.student)).reviews).toHaveLength(3)
  })
})
