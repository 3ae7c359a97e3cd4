import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, reaches } from '@/lib/events'
import { memberIn } from '@/lib/policy'
import { useDatabase } from '@/lib/testing/database'
import {
  addConflict,
  addReviewer,
  declareConflict,
  previewAllocation,
  reassignReview,
  removeConflict,
  removeReviewer,
  saveReviewDraft,
} from './commands'
import { reviewsDesk, reviewTasks } from './queries'
import { Allocate } from './schema'
import { makeReviewed, type Reviewed } from './testing'

useDatabase()

let room: Reviewed
const code = (expected: string) => ({ code: expected })
const seqNow = async () =>
  Number((await db.course.findUniqueOrThrow({ where: { id: room.courseId } })).eventSeq)
const begin = async (pair: { critiqueId: string; reviewerId: string }) =>
  saveReviewDraft(room.actorOf(pair.reviewerId), {
    ...{ ...room.taskOf(pair), revision: 0, answers: { comment: 'Begun.' } },
  })
const first = async () => {
  const [pair] = await room.pairs()
  if (!pair) throw new Error('nothing is allocated')
  return { critiqueId: pair.critiqueId, reviewerId: pair.reviewerId }
}

beforeAll(async () => {
  room = await makeReviewed()
})

describe('allocating reviews', () => {
  test('is for staff, who first see what it would come to', async () => {
    const { cast, assignmentId } = room
    const input = Allocate.parse({ assignmentId, seed: 'seed' })
    for (const actor of [room.students[0] ?? cast.student, cast.observer]) {
      await expect(previewAllocation(actor, input)).rejects.toMatchObject(code('FORBIDDEN'))
      await expect(room.allocate({}, actor)).rejects.toMatchObject(code('FORBIDDEN'))
    }
    await expect(room.allocate({}, cast.outsider)).rejects.toMatchObject(code('NOT_FOUND'))
    expect(await previewAllocation(cast.assistant, input)).toEqual({
      ...{ added: 10, removed: 0, kept: 0, loads: [[2, 5]] },
    })
    expect(await room.pairs()).toEqual([])
  })

  test('gives everybody two, tells reviewers that there is something, and authors nothing', async () => {
    const before = await seqNow()
    await room.allocate({}, room.cast.assistant)
    const pairs = await room.pairs()
    expect(pairs).toHaveLength(10)
    expect(pairs.every((p) => room.critiqueOf.get(p.reviewerId) !== p.critiqueId)).toBe(true)
    const events = await eventsAfter(room.courseId, before, 50)
    const [forStaff, ...forReviewers] = events
    expect(forStaff).toMatchObject({ type: 'reviews.allocated', audience: 'STAFF' })
    expect(forReviewers.map((e) => e.audienceId).sort()).toEqual(room.students.map(room.idOf).sort())
    for (const e of forReviewers) expect(e).toMatchObject({ actorId: null, subjectId: null, payload: {} })
    for (const student of room.students) {
      const member = memberIn(student, room.courseId)
      expect(events.filter((e) => member && reaches(e, member))).toHaveLength(1)
    }
  })

  test('again changes nothing; a late arrival is brought in at once, and what has begun stays', async () => {
    expect(await room.allocate({ seed: 'another' })).toMatchObject({ added: 0, removed: 0, kept: 10 })
    const begun = await first()
    await begin(begun)
    const before = await room.pairs()
    const late = await room.join()
    const after = await room.pairs()
    expect(after).toHaveLength(12)
    expect(after).toContainEqual(expect.objectContaining(begun))
    const lateCritique = room.critiqueOf.get(room.idOf(late))
    expect(after.filter((p) => p.critiqueId === lateCritique)).toHaveLength(2)
    const loads = room.students.map((s) => after.filter((p) => p.reviewerId === room.idOf(s)).length)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    const same = before.filter((p) =>
      after.some((q) => q.critiqueId === p.critiqueId && q.reviewerId === p.reviewerId),
    )
    expect(same.length).toBeGreaterThanOrEqual(8)
  })

  test('drawn anew leaves what has begun', async () => {
    const [begun] = await db.reviewDraft.findMany({
      where: { critique: { assignmentId: room.assignmentId } },
    })
    await room.allocate({ seed: 'yet-another', anew: true })
    const pairs = await room.pairs()
    expect(pairs).toHaveLength(12)
    expect(pairs.some((p) => p.critiqueId === begun?.critiqueId && p.reviewerId === begun.reviewerId)).toBe(
      true,
    )
  })
})

describe('by hand', () => {
  test('a reviewer is added, replaced and taken away by staff alone; numbers stay unique', async () => {
    const { cast } = room
    const pair = await first()
    const other = cast.other
    const added = { critiqueId: pair.critiqueId, reviewerId: room.idOf(other) }
    for (const actor of [room.actorOf(pair.reviewerId), cast.observer]) {
      await expect(addReviewer(actor, added)).rejects.toMatchObject(code('FORBIDDEN'))
      await expect(removeReviewer(actor, pair)).rejects.toMatchObject(code('FORBIDDEN'))
      await expect(reassignReview(actor, { ...pair, toId: room.idOf(other) })).rejects.toMatchObject(
        code('FORBIDDEN'),
      )
    }
    await expect(addReviewer(cast.outsider, added)).rejects.toMatchObject(code('NOT_FOUND'))
    await addReviewer(cast.instructor, added)
    await addReviewer(cast.instructor, added)
    const numbers = (await room.pairs()).filter((p) => p.critiqueId === pair.critiqueId).map((p) => p.number)
    expect(numbers).toEqual([1, 2, 3])
    await removeReviewer(cast.assistant, added)
    await expect(removeReviewer(cast.assistant, added)).rejects.toMatchObject(code('NOT_FOUND'))
    const was = await db.reviewAssignment.findUniqueOrThrow({ where: { critiqueId_reviewerId: pair } })
    await reassignReview(cast.instructor, { ...pair, toId: room.idOf(other) })
    const is = await db.reviewAssignment.findUniqueOrThrow({ where: { critiqueId_reviewerId: added } })
    expect(is).toMatchObject({ number: was.number, byHand: true })
    await reassignReview(cast.instructor, { ...added, toId: pair.reviewerId })
  })

  test('nobody gets their own, an observer none, somebody elsewhere is not found', async () => {
    const { cast } = room
    const { critiqueId } = await first()
    const author = room.students.find((s) => room.critiqueOf.get(room.idOf(s)) === critiqueId) ?? cast.student
    const add = (reviewerId: string) => addReviewer(cast.instructor, { critiqueId, reviewerId })
    await expect(add(room.idOf(author))).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(add(room.idOf(cast.observer))).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(add(crypto.randomUUID())).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(
      addReviewer(cast.instructor, { critiqueId: crypto.randomUUID(), reviewerId: room.idOf(cast.other) }),
    ).rejects.toMatchObject(code('NOT_FOUND'))
  })

  test('nobody is put to a review that can no longer be written', async () => {
    const { cast, assignmentId } = room
    const pair = await first()
    const release = (reviewsReleasedAt: Date | null) =>
      db.assignment.update({ where: { id: assignmentId }, data: { reviewsReleasedAt }, select: { id: true } })
    await release(new Date())
    const toId = room.idOf(cast.other)
    const added = { critiqueId: pair.critiqueId, reviewerId: toId }
    await expect(addReviewer(cast.instructor, added)).rejects.toMatchObject(code('CLOSED'))
    await expect(reassignReview(cast.instructor, { ...pair, toId })).rejects.toMatchObject(code('CLOSED'))
    await release(null)
  })
})

describe('conflicts', () => {
  test('are kept by staff, one for each pair, and hold for what is not begun', async () => {
    const { cast, courseId } = room
    const drafts = await db.reviewDraft.findMany()
    const pair = (await room.pairs()).find(
      (p) => !p.byHand && !drafts.some((d) => d.critiqueId === p.critiqueId && d.reviewerId === p.reviewerId),
    )
    if (!pair) throw new Error('nothing is allocated')
    const authorOf = [...room.critiqueOf].find(([, id]) => id === pair.critiqueId)?.[0] ?? ''
    const input = { courseId, aId: pair.reviewerId, bId: authorOf, reason: 'They share a flat.' }
    await expect(addConflict(room.actorOf(authorOf), input)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(addConflict(cast.instructor, { ...input, bId: input.aId })).rejects.toMatchObject(
      code('INVALID'),
    )
    await addConflict(cast.instructor, input)
    await addConflict(cast.instructor, { ...input, aId: input.bId, bId: input.aId })
    const desk = await reviewsDesk(cast.instructor, courseId, room.assignment.slug)
    expect(desk.conflicts).toMatchObject([{ reason: 'They share a flat.' }])
    expect(desk.conflicts[0]?.pairs).toBeGreaterThan(0)
    await expect(
      addReviewer(cast.instructor, { critiqueId: pair.critiqueId, reviewerId: pair.reviewerId }),
    ).rejects.toMatchObject(code('CONFLICT'))
    expect(await room.allocate({ seed: 'third' })).toMatchObject({ removed: expect.any(Number) })
    const key = ({ critiqueId, reviewerId }: { critiqueId: string; reviewerId: string }) =>
      critiqueId + reviewerId
    expect((await room.pairs()).map(key)).not.toContain(key(pair))
    const id = desk.conflicts[0]?.id ?? ''
    await expect(removeConflict(room.actorOf(authorOf), { id })).rejects.toMatchObject(code('NOT_FOUND'))
    await removeConflict(cast.assistant, { id })
  })

  test('a reviewer says that they know whose it is: it goes, another gets it, and the author hears nothing', async () => {
    const pair = (await room.pairs()).find((p) => p.number === 1)
    if (!pair) throw new Error('nothing is allocated')
    const reviewer = room.actorOf(pair.reviewerId)
    const author = [...room.critiqueOf].find(([, id]) => id === pair.critiqueId)?.[0] ?? ''
    await expect(
      declareConflict(room.actorOf(author), { ...room.taskOf(pair), reason: '' }),
    ).rejects.toMatchObject(code('NOT_FOUND'))
    const before = await seqNow()
    await declareConflict(reviewer, { ...room.taskOf(pair), reason: 'I know the example.' })
    const pairs = await room.pairs()
    expect(pairs.some((p) => p.critiqueId === pair.critiqueId && p.reviewerId === pair.reviewerId)).toBe(
      false,
    )
    expect(pairs.filter((p) => p.critiqueId === pair.critiqueId)).toHaveLength(2)
    const member = memberIn(room.actorOf(author), room.courseId)
    const heard = (await eventsAfter(room.courseId, before, 50)).filter((e) => member && reaches(e, member))
    for (const e of heard)
      expect(e).toMatchObject({ type: 'reviews.allocated', subjectId: null, actorId: null })
    const { tasks } = await reviewTasks(reviewer, room.courseId, room.assignment.slug)
    expect(tasks.map((t) => t.key)).not.toContain(room.taskOf(pair).key)
  })
})

test('a large class is allocated, stored and told in a few statements', async () => {
  const { courseId, assignmentId } = room
  const n = 600
  await db.$executeRaw`
    WITH people AS (
      INSERT INTO "User" ("id", "name", "email") SELECT gen_random_uuid(), 'P' || i, 'p' || i || '@many.example'
      FROM generate_series(1, ${n}) i RETURNING "id"
    ), members AS (
      INSERT INTO "Membership" ("id", "courseId", "userId", "role")
      SELECT gen_random_uuid(), ${courseId}::uuid, "id", 'STUDENT' FROM people RETURNING "id"
    )
    INSERT INTO "Critique" ("id", "assignmentId", "templateId", "authorId", "submittedAt")
    SELECT gen_random_uuid(), ${assignmentId}::uuid, ${room.template.id}::uuid, "id", now() FROM members`
  const { added } = await room.allocate({ seed: 'many' })
  expect(added).toBeGreaterThanOrEqual(2 * n)
})
