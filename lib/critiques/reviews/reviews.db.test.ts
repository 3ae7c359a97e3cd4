import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, reaches } from '@/lib/events'
import type { ReviewMode } from '@/lib/generated/prisma/enums'
import { type Actor, memberIn } from '@/lib/policy'
import { useDatabase } from '@/lib/testing/database'
import { critiquePage } from '../queries'
import {
  hideReview,
  rateReview,
  recordReview,
  releaseReviews,
  replyToReview,
  respond,
  saveReviewDraft,
  showReview,
  submitReview,
} from './commands'
import { peerScores, reviewDraftOf, reviewPage, reviewTasks } from './queries'
import { RecordReview } from './schema'
import { makeReviewed, type Reviewed } from './testing'

useDatabase()

type Pair = { critiqueId: string; reviewerId: string }
let room: Reviewed
let pair: Pair
let author: Actor
let reviewer: Actor

const code = (expected: string) => ({ code: expected })
const read = (actor: Actor, id = pair.critiqueId, of = room) =>
  critiquePage(actor, of.courseId, { assignment: of.assignment.slug, id })
const seqNow = async (of = room) =>
  Number((await db.course.findUniqueOrThrow({ where: { id: of.courseId } })).eventSeq)
const authorOf = (of: Reviewed, { critiqueId }: Pair) =>
  of.actorOf([...of.critiqueOf].find(([, id]) => id === critiqueId)?.[0] ?? '')

/** What could tell who a person is. */
const tracesOf = (of: Reviewed, actor: Actor): string[] => [actor.userId, of.idOf(actor), `"${actor.name}"`]
function expectNoTrace(text: string, of: Reviewed, people: Actor[]): void {
  for (const actor of people) for (const trace of tracesOf(of, actor)) expect(text).not.toContain(trace)
}

async function allocated(mode: ReviewMode = 'DOUBLE_BLIND') {
  const made = await makeReviewed({ mode })
  await made.allocate()
  const [first] = await made.pairs()
  if (!first) throw new Error('nothing is allocated')
  return { made, first: { critiqueId: first.critiqueId, reviewerId: first.reviewerId } }
}

beforeAll(async () => {
  const { made, first } = await allocated()
  room = made
  pair = first
  author = authorOf(room, pair)
  reviewer = room.actorOf(pair.reviewerId)
})

const save = (actor: Actor, revision: number, answers: Record<string, string>) =>
  saveReviewDraft(actor, { ...room.taskOf(pair), revision, answers })
const remark = { fieldCode: 'T2', start: 6, end: 11, exact: 'right', prefix: '', suffix: '', text: 'Is it?' }

describe('a review’s draft', () => {
  test('is its reviewer’s alone, and tells a stale window', async () => {
    const { cast } = room
    for (const actor of [author, cast.other, cast.observer, cast.outsider, cast.instructor]) {
      await expect(save(actor, 0, { comment: 'x' })).rejects.toMatchObject(code('NOT_FOUND'))
      await expect(reviewDraftOf(actor, room.taskOf(pair))).rejects.toMatchObject(code('NOT_FOUND'))
    }
    expect(await save(reviewer, 0, { comment: 'A thought.' })).toMatchObject({ revision: 1 })
    expect(await save(reviewer, 0, { comment: 'A thought.' })).toMatchObject({ revision: 1 })
    await expect(save(reviewer, 0, { comment: 'Another.' })).rejects.toMatchObject(code('CONFLICT'))
    const { answers } = await reviewDraftOf(reviewer, room.taskOf(pair))
    expect(answers).toEqual({ comment: 'A thought.' })
  })

  test('takes nothing that the rubric does not have, and no remark that is none', async () => {
    const wrong = [{ 'level x': '3' }, { remarks: 'no JSON' }, { remarks: '[{"start":1}]' }, { other: 'x' }]
    for (const answers of wrong)
      await expect(save(reviewer, 1, answers as never)).rejects.toMatchObject(code('INVALID'))
  })

  test('makes no event', async () => {
    const before = await seqNow()
    await save(reviewer, 1, { remarks: JSON.stringify([remark]) })
    expect(await eventsAfter(room.courseId, before, 5)).toEqual([])
  })
})

describe('submitting', () => {
  test('needs a level for each criterion and a comment', async () => {
    const early = submitReview(reviewer, { ...room.taskOf(pair), revision: 2 })
    await expect(early).rejects.toMatchObject({ code: 'INVALID', detail: { fields: expect.any(Object) } })
    await expect(submitReview(reviewer, { ...room.taskOf(pair), revision: 1 })).rejects.toMatchObject(
      code('CONFLICT'),
    )
  })

  test('is told to the staff alone, and keeps remarks in their place', async () => {
    const before = await seqNow()
    const names = Object.keys(room.levels(1, 1))
    const answers = Object.fromEntries(names.map((id) => [`level ${id}`, '3']))
    const { revision } = await save(reviewer, 2, { ...answers, [`words ${names[0]}`]: 'Of the logic.' })
    await submitReview(reviewer, { ...room.taskOf(pair), revision })
    const events = await eventsAfter(room.courseId, before, 5)
    expect(events).toMatchObject([{ type: 'review.submitted', audience: 'STAFF' }])
    const { reviews } = await read(room.cast.assistant)
    expect(reviews).toMatchObject([
      {
        ...{
          reviewer: reviewer.name,
          total: 75,
          remarks: [{ exact: 'right', start: 6, end: 11, lost: false }],
        },
        staff: { released: false, peer: true },
      },
    ])
    expect(Object.values(reviews[0]?.comments ?? {})[0]).toContain('Of the logic.')
  })

  test('again replaces it', async () => {
    const { revision } = await save(reviewer, 3, { comment: 'A second thought.' })
    await submitReview(reviewer, { ...room.taskOf(pair), revision })
    expect(await db.review.count({ where: pair })).toBe(1)
    expect(
      (await reviewPage(reviewer, room.courseId, room.assignment.slug, room.taskOf(pair).key)).state,
    ).toBe('SUBMITTED')
  })

  test('is closed once reviews are due', async () => {
    await db.assignment.update({
      where: { id: room.assignmentId },
      data: { reviewsDueAt: new Date('2020-01-01') },
    })
    await expect(save(reviewer, 4, { comment: 'Late.' })).rejects.toMatchObject(code('CLOSED'))
    await expect(submitReview(reviewer, { ...room.taskOf(pair), revision: 4 })).rejects.toMatchObject(
      code('CLOSED'),
    )
    await db.assignment.update({ where: { id: room.assignmentId }, data: { reviewsDueAt: null } })
  })

  test('in another’s name is for staff alone, for a member of the course who is not the author', async () => {
    const { cast } = room
    const record = (actor: Actor, reviewerId: string) =>
      recordReview(
        actor,
        RecordReview.parse({
          ...{ critiqueId: pair.critiqueId, reviewerId },
          levels: room.levels(4, 4),
          comment: 'x',
        }),
      )
    await expect(record(author, room.idOf(cast.other))).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(record(cast.observer, room.idOf(cast.other))).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(record(cast.outsider, room.idOf(cast.other))).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(record(cast.instructor, room.idOf(author))).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(record(cast.instructor, crypto.randomUUID())).rejects.toMatchObject(code('NOT_FOUND'))
    await record(cast.instructor, room.idOf(cast.other))
    expect(await db.reviewAssignment.count({ where: { critiqueId: pair.critiqueId } })).toBe(3)
  })
})

describe('before the release', () => {
  test('the author sees nothing of reviews, not even how many there are', async () => {
    const page = await read(author)
    expect(page.reviews).toEqual([])
    expect(page.can.respond).toBe(false)
    expectNoTrace(JSON.stringify(page), room, [reviewer, room.cast.other])
    const early = respond(author, { id: pair.critiqueId, text: 'Thank you.' })
    await expect(early).rejects.toMatchObject(code('CONFLICT'))
  })

  test('a reviewer finds the critique under its key, and not by its own id', async () => {
    await expect(read(reviewer)).rejects.toMatchObject(code('NOT_FOUND'))
    const { key } = room.taskOf(pair)
    const page = await reviewPage(reviewer, room.courseId, room.assignment.slug, key)
    const tasks = await reviewTasks(reviewer, room.courseId, room.assignment.slug)
    const text = JSON.stringify([page, tasks])
    expectNoTrace(text, room, [author])
    expect(text).not.toContain(pair.critiqueId)
    const row = await db.critique.findUniqueOrThrow({ where: { id: pair.critiqueId } })
    for (const at of [row.createdAt, row.savedAt, row.submittedAt])
      expect(text).not.toContain(at?.toISOString() ?? 'never')
    for (const actor of [
      author,
      room.cast.other,
      room.cast.observer,
      room.cast.outsider,
      room.cast.instructor,
    ])
      await expect(reviewPage(actor, room.courseId, room.assignment.slug, key)).rejects.toMatchObject(
        code('NOT_FOUND'),
      )
  })
})

describe('released', () => {
  test('by staff alone, all at once, with no clue to who, when and in which order', async () => {
    const { cast, assignmentId, courseId } = room
    for (const actor of [author, cast.observer])
      await expect(releaseReviews(actor, { assignmentId })).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(releaseReviews(cast.outsider, { assignmentId })).rejects.toMatchObject(code('NOT_FOUND'))
    const before = await seqNow()
    expect(await releaseReviews(cast.instructor, { assignmentId })).toEqual({ released: 2 })
    expect(await releaseReviews(cast.instructor, { assignmentId })).toEqual({ released: 0 })
    const events = await eventsAfter(courseId, before, 10)
    expect(events).toMatchObject([
      { type: 'review.released', actorId: null, subjectId: pair.critiqueId, payload: {} },
    ])
    for (const actor of [author, reviewer, cast.instructor, cast.observer]) {
      const member = memberIn(actor, courseId)
      expect(member && events.some((e) => reaches(e, member))).toBe(actor === author)
    }
    const page = await read(author)
    expect(
      page.reviews.every((r) => /^Reviewer [123]$/.test(r.reviewer) && r.at === null && r.staff === null),
    ).toBe(true)
    const text = JSON.stringify(page.reviews)
    expectNoTrace(text, room, [reviewer, cast.other, cast.instructor])
    for (const row of await db.review.findMany({ where: { critiqueId: pair.critiqueId } })) {
      expect(text).not.toContain(row.id)
      expect(text).not.toContain(row.submittedAt.toISOString())
    }
  })

  test('a review stays as it is, and nobody writes another', async () => {
    await expect(save(reviewer, 4, { comment: 'More.' })).rejects.toMatchObject(code('CLOSED'))
    await expect(room.allocate()).rejects.toMatchObject(code('CLOSED'))
  })

  test('it is answered by the author, for staff and reviewers to read', async () => {
    const input = { id: pair.critiqueId, text: 'I have moved **A4**.' }
    await expect(respond(room.cast.instructor, input)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(respond(reviewer, input)).rejects.toMatchObject(code('NOT_FOUND'))
    await respond(author, input)
    for (const actor of [author, room.cast.instructor])
      expect((await read(actor)).responseHtml).toContain('<strong>A4</strong>')
    const page = await reviewPage(reviewer, room.courseId, room.assignment.slug, room.taskOf(pair).key)
    expect(page.responseHtml).toContain('<strong>A4</strong>')
    expectNoTrace(JSON.stringify(page), room, [author])
  })

  test('each is answered by itself, for its own reviewer and the staff, under no name', async () => {
    const { reviewerId } = pair
    const [mine, another] = (await read(room.cast.instructor)).reviews.toSorted(
      (a, b) => Number(b.staff?.reviewerId === reviewerId) - Number(a.staff?.reviewerId === reviewerId),
    )
    const input = { critiqueId: pair.critiqueId, key: mine?.key ?? '', text: ' You are **correct**. ' }
    await expect(replyToReview(room.cast.instructor, input)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(replyToReview(reviewer, input)).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(replyToReview(author, { ...input, key: '0123456789abcdef' })).rejects.toMatchObject(
      code('NOT_FOUND'),
    )
    const before = await seqNow()
    await replyToReview(author, input)
    const [event] = await eventsAfter(room.courseId, before, 10)
    expect(event).toMatchObject({ type: 'review.answered', audience: 'STAFF' })
    for (const actor of [author, room.cast.assistant]) {
      const { reviews } = await read(actor)
      expect(reviews.find((r) => r.key === mine?.key)?.replyHtml).toContain('<strong>correct</strong>')
      expect(reviews.find((r) => r.key === another?.key)?.replyHtml).toBe('')
    }
    const pageOf = (of: { critiqueId: string; reviewerId: string }) =>
      reviewPage(room.actorOf(of.reviewerId), room.courseId, room.assignment.slug, room.taskOf(of).key)
    expect((await pageOf(pair)).replyHtml).toContain('<strong>correct</strong>')
    expectNoTrace(JSON.stringify(await pageOf(pair)), room, [author])
    const other = (await room.pairs()).find(
      (p) => p.critiqueId === pair.critiqueId && p.reviewerId !== reviewerId,
    )
    if (!other) throw new Error('nobody else reviews it')
    expect(JSON.stringify(await pageOf(other))).not.toContain('correct')
    await replyToReview(author, { ...input, text: '' })
    expect((await pageOf(pair)).replyHtml).toBe('')
  })

  test('its help is rated by the author alone, and reaches the reviewer as a mean of two or more', async () => {
    const [one] = (await read(author)).reviews
    const input = { critiqueId: pair.critiqueId, key: one?.key ?? '', value: 4, comment: 'Clear.' }
    await expect(rateReview(room.cast.instructor, input)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(rateReview(reviewer, input)).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(rateReview(author, { ...input, key: '0123456789abcdef' })).rejects.toMatchObject(
      code('NOT_FOUND'),
    )
    const before = await seqNow()
    await rateReview(author, input)
    await rateReview(author, { ...input, value: 5 })
    const events = await eventsAfter(room.courseId, before, 10)
    expect(events.every((e) => e.type === 'review.rated' && e.audience === 'STAFF')).toBe(true)
    for (const r of [reviewer, room.cast.other]) {
      const tasks = await reviewTasks(r, room.courseId, room.assignment.slug)
      expect(tasks.helpfulness).toBe(null)
      expect(JSON.stringify(tasks)).not.toContain('Clear.')
    }
  })

  test('staff hide it with a reason: the author never sees it again, and it counts for nothing', async () => {
    const { cast, assignmentId } = room
    const mine = { ...pair, reason: 'It is about the author, not the critique.' }
    await expect(hideReview(author, mine)).rejects.toMatchObject(code('FORBIDDEN'))
    await expect(hideReview(reviewer, mine)).rejects.toMatchObject(code('FORBIDDEN'))
    const of = async () =>
      (await peerScores(cast.instructor, assignmentId)).find((s) => s.critiqueId === pair.critiqueId)
    expect(await of()).toMatchObject({ reviews: 2 })
    await hideReview(cast.assistant, mine)
    expect((await read(author)).reviews).toHaveLength(1)
    expect(await of()).toMatchObject({ reviews: 1, raw: 1 })
    const seen = (await read(cast.instructor)).reviews.find((r) => r.staff?.reviewerId === pair.reviewerId)
    expect(seen?.staff?.hidden).toMatchObject({ reason: mine.reason })
    await showReview(cast.instructor, pair)
    expect((await read(author)).reviews).toHaveLength(2)
    await expect(peerScores(author, assignmentId)).rejects.toMatchObject(code('FORBIDDEN'))
  })
})

describe.each(['SINGLE_BLIND', 'DOUBLE_BLIND', 'OPEN'] as const)('in mode %s', (mode) => {
  test('each side knows of the other what it may', async () => {
    const { made, first } = await allocated(mode)
    const [by, from] = [made.actorOf(first.reviewerId), authorOf(made, first)]
    const page = () => reviewPage(by, made.courseId, made.assignment.slug, made.taskOf(first).key)
    const tasks = () => reviewTasks(by, made.courseId, made.assignment.slug)
    expect((await page()).author).toBe(mode === 'DOUBLE_BLIND' ? null : from.name)
    const listed = JSON.stringify((await tasks()).tasks.map((t) => t.author)).includes(from.name)
    expect(listed).toBe(mode !== 'DOUBLE_BLIND')
    await made.review(first)
    const before = JSON.stringify(await read(from, first.critiqueId, made))
    expectNoTrace(before, made, [by])
    await releaseReviews(made.cast.instructor, { assignmentId: made.assignmentId })
    const [review] = (await read(from, first.critiqueId, made)).reviews
    const text = JSON.stringify(review)
    if (mode === 'OPEN') {
      expect(review).toMatchObject({ reviewer: by.name, at: expect.any(String) })
      expect(text).not.toContain(made.idOf(by))
    } else {
      expectNoTrace(text, made, [by])
      expect(review?.at).toBe(null)
    }
  })
})
