import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { eventsAfter, lastSeq, listener } from '@/lib/events'
import type { Actor, Member } from '@/lib/policy'
import { type Cast, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import {
  assignGroup,
  closeJoinLink,
  createCourse,
  createGroup,
  editCourse,
  enrolMember,
  joinCourse,
  markSeen,
  removeMember,
  renewJoinToken,
  restoreMember,
  setRole,
  signUpAndJoin,
} from './commands'
import { courseFrame } from './frame'
import { actorOf, myCourses, peoplePage, siteCourses } from './queries'
import { NewCourse } from './schema'

useDatabase()

let course: Awaited<ReturnType<typeof makeCourse>>
let cast: Cast
beforeEach(async () => {
  course = await makeCourse()
  cast = course.cast
})

const member = (actor: Actor): Member => actor.memberships.find((m) => m.courseId === course.courseId)!
const newCourse = (title: string) => NewCourse.parse({ title, timeZone: 'Asia/Seoul' })
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (e) => (e instanceof AppError ? e.code : String(e)),
  )

describe('a new course', () => {
  test('is made by a site owner or somebody who teaches, who is then its instructor', async () => {
    const owner = await makePerson({ siteOwner: true })
    const made = await createCourse(owner, newCourse('Théorie: une introduction'))
    expect(made).toMatchObject({
      slug: 'theorie-une-introduction',
      joinToken: expect.stringMatching(/^[\w-]{32}$/),
    })
    const actor = await actorOf(owner.userId)
    expect(await courseFrame(actor, made.slug)).toMatchObject({
      timeZone: 'Asia/Seoul',
      viewer: { role: 'INSTRUCTOR', memberId: made.memberId },
    })
    expect(await eventsAfter(made.id, 0, 10)).toMatchObject([{ type: 'course.created', seq: 1 }])
    expect((await createCourse(cast.instructor, newCourse('Another'))).slug).toBe('another')
  })

  test('is not made by anybody else', async () => {
    for (const who of ['assistant', 'student', 'observer'] as const)
      expect(await outcome(createCourse(cast[who], newCourse('Mine')))).toBe('FORBIDDEN')
  })

  test('of a title that is taken gets a number, also at the same moment', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => createCourse(cast.instructor, newCourse('Same title'))),
    )
    expect(made.map((m) => m.slug).sort()).toEqual(['same-title', 'same-title-2', 'same-title-3'])
  })

  test('takes the time of its actor', async () => {
    const at = new Date('2026-09-01T08:00:00Z')
    const { id } = await createCourse({ ...cast.instructor, at }, newCourse('Long ago'))
    expect(await db.course.findUnique({ where: { id } })).toMatchObject({ createdAt: at })
  })
})

describe('who may', () => {
  const FIELDS = { title: 'T', term: '', timeZone: 'UTC', description: '' }
  const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
    edit: (a) => editCourse(a, { courseId: course.courseId, ...FIELDS }),
    renewLink: (a) => renewJoinToken(a, course),
    closeLink: (a) => closeJoinLink(a, course),
    group: (a) => createGroup(a, { courseId: course.courseId, name: `G ${a.userId}` }),
    assign: (a) => assignGroup(a, { memberId: member(cast.other).id, groupId: course.groups[0] }),
    role: (a) => setRole(a, { memberId: member(cast.other).id, role: 'OBSERVER' }),
    remove: (a) => removeMember(a, { memberId: member(cast.other).id }),
  }
  const WHO = {
    instructor: 'ok',
    assistant: 'FORBIDDEN',
    student: 'FORBIDDEN',
    observer: 'FORBIDDEN',
    outsider: 'NOT_FOUND',
  } as const

  test.each(Object.keys(verbs))('%s', async (verb) => {
    for (const [who, expected] of Object.entries(WHO).reverse())
      expect([who, await outcome(verbs[verb]!(cast[who as keyof Cast]))]).toEqual([who, expected])
  })

  test('enrol: the instructor, and the site owner from outside', async () => {
    const person = await makePerson()
    const enrol = (actor: Actor) =>
      enrolMember(actor, {
        courseId: course.courseId,
        userId: person.userId,
        role: 'STUDENT',
        groupId: course.groups[1],
      })
    expect(await outcome(enrol(cast.assistant))).toBe('FORBIDDEN')
    expect(await outcome(enrol(cast.outsider))).toBe('NOT_FOUND')
    const { memberId } = await enrol(await makePerson({ siteOwner: true }))
    expect(await enrol(cast.instructor)).toEqual({ memberId })
    expect((await actorOf(person.userId)).memberships).toMatchObject([
      { role: 'STUDENT', groupId: course.groups[1] },
    ])
  })

  test('a group of another course is not there', async () => {
    const elsewhere = await makeCourse()
    const work = assignGroup(cast.instructor, {
      memberId: member(cast.student).id,
      groupId: elsewhere.groups[0],
    })
    expect(await outcome(work)).toBe('NOT_FOUND')
  })
})

describe('the last instructor', () => {
  test('keeps the role until there is another', async () => {
    const { instructor, assistant } = cast
    const own = { memberId: member(instructor).id }
    expect(await outcome(setRole(instructor, { ...own, role: 'ASSISTANT' }))).toBe('CONFLICT')
    expect(await outcome(removeMember(instructor, own))).toBe('CONFLICT')
    await setRole(instructor, { memberId: member(assistant).id, role: 'INSTRUCTOR' })
    expect(await outcome(setRole(instructor, { ...own, role: 'ASSISTANT' }))).toBe('ok')
  })

  test('two who remove each other at once leave one', async () => {
    await setRole(cast.instructor, { memberId: member(cast.assistant).id, role: 'INSTRUCTOR' })
    const second = await actorOf(cast.assistant.userId)
    const outcomes = await Promise.all([
      outcome(removeMember(cast.instructor, { memberId: member(cast.assistant).id })),
      outcome(removeMember(second, { memberId: member(cast.instructor).id })),
    ])
    expect(outcomes.sort()).toEqual(['CONFLICT', 'ok'])
  })
})

describe('removing', () => {
  const memberId = () => member(cast.student).id

  test('ends access with the next request and wakes open streams; restoring brings all back', async () => {
    const wakes: string[] = []
    const hear = (wake: { kind: string; userId?: string }) => wakes.push(`${wake.kind}:${wake.userId}`)
    listener().subscribers.add(hear)
    await listener().ready
    await removeMember(cast.instructor, { memberId: memberId() })
    await expect.poll(() => wakes).toContain(`user:${cast.student.userId}`)
    listener().subscribers.delete(hear)
    const gone = await actorOf(cast.student.userId)
    expect(gone.memberships).toEqual([])
    expect(await outcome(courseFrame(gone, course.slug))).toBe('NOT_FOUND')
    expect((await peoplePage(cast.instructor, course.courseId)).removed.map((m) => m.id)).toEqual([
      memberId(),
    ])
    await restoreMember(cast.instructor, { memberId: memberId() })
    expect((await actorOf(cast.student.userId)).memberships).toMatchObject([
      { id: memberId(), role: 'STUDENT', groupId: course.groups[0] },
    ])
  })

  test('is told to the course', async () => {
    const before = await lastSeq(course.courseId)
    await removeMember(cast.instructor, { memberId: memberId() })
    expect(await eventsAfter(course.courseId, before, 5)).toMatchObject([
      { type: 'member.removed', subjectId: memberId(), actorId: member(cast.instructor).id },
    ])
  })
})

describe('the join link', () => {
  let token = ''
  beforeEach(async () => {
    token = (await renewJoinToken(cast.instructor, course)).joinToken ?? ''
  })

  test('joins once however often it is used', async () => {
    const person = await makePerson()
    const joins = await Promise.all([1, 2, 3].map(() => joinCourse(person, { token })))
    expect(joins).toEqual(Array(3).fill({ slug: course.slug }))
    const again = await actorOf(person.userId)
    expect(again.memberships).toMatchObject([{ courseId: course.courseId, role: 'STUDENT' }])
    await joinCourse(again, { token })
    expect(await db.membership.count({ where: { userId: person.userId } })).toBe(1)
    const joined = (await eventsAfter(course.courseId, 0, 100)).filter((e) => e.type === 'member.joined')
    expect(joined).toHaveLength(1)
  })

  test('does not lower an instructor to a student', async () => {
    await joinCourse(cast.instructor, { token })
    expect(await actorOf(cast.instructor.userId)).toMatchObject({ memberships: [{ role: 'INSTRUCTOR' }] })
  })

  test('does not bring back who was removed', async () => {
    await removeMember(cast.instructor, { memberId: member(cast.student).id })
    expect(await outcome(joinCourse(cast.student, { token }))).toBe('FORBIDDEN')
    expect((await actorOf(cast.student.userId)).memberships).toEqual([])
  })

  test('leads nowhere when renewed, switched off, or the course is archived', async () => {
    const person = await makePerson()
    const newer = (await renewJoinToken(cast.instructor, course)).joinToken ?? ''
    expect(await outcome(joinCourse(person, { token }))).toBe('NOT_FOUND')
    await db.course.update({ where: { id: course.courseId }, data: { archivedAt: new Date() } })
    expect(await outcome(joinCourse(person, { token: newer }))).toBe('NOT_FOUND')
    await db.course.update({ where: { id: course.courseId }, data: { archivedAt: null } })
    await closeJoinLink(cast.instructor, course)
    expect(await outcome(joinCourse(person, { token: newer }))).toBe('NOT_FOUND')
  })

  test('guessed too often is refused, and a right one still works', async () => {
    const person = await makePerson()
    const guesses: string[] = []
    for (let i = 0; i < 31; i++) guesses.push(await outcome(joinCourse(person, { token: `guess${i}` })))
    expect(guesses.at(-2)).toBe('NOT_FOUND')
    expect(guesses.at(-1)).toBe('TOO_MANY')
    expect(await outcome(joinCourse(person, { token }))).toBe('ok')
  })

  test('makes an account and joins, both or neither', async () => {
    const person = { name: 'New Person', email: 'new.person@example.org', password: 'a long password', token }
    expect(await signUpAndJoin('direct', person)).toEqual({ slug: course.slug })
    expect(await outcome(signUpAndJoin('direct', person))).toBe('INVALID')
    const lost = { ...person, email: 'lost@example.org', token: 'wrong' }
    expect(await outcome(signUpAndJoin('direct', lost))).toBe('NOT_FOUND')
    expect(await db.user.count({ where: { email: 'lost@example.org' } })).toBe(0)
  })

  test('is shown to the instructor alone, and its secret is in no event', async () => {
    expect((await peoplePage(cast.instructor, course.courseId)).joinToken).toBe(token)
    const seen = await peoplePage(cast.assistant, course.courseId)
    expect(seen).toMatchObject({ joinToken: null, removed: [], can: { manage: false } })
    expect(seen.members.every((m) => m.email === '')).toBe(true)
    expect(JSON.stringify(await eventsAfter(course.courseId, 0, 100))).not.toContain(token)
  })
})

describe('lists', () => {
  let owner: Actor
  beforeAll(async () => {
    owner = await makePerson({ siteOwner: true })
  })

  test('one’s own courses say how much is new, until one has looked', async () => {
    const post = {
      courseId: course.courseId,
      type: 'poll.opened',
      actorId: null,
      audience: 'EVERYONE',
    } as const
    await db.event.create({ data: { ...post, seq: 1 } })
    await db.course.update({ where: { id: course.courseId }, data: { eventSeq: 1 } })
    expect(await myCourses(cast.student)).toMatchObject([{ slug: course.slug, role: 'STUDENT', fresh: 1 }])
    await markSeen(cast.student, { courseId: course.courseId, seq: 99 })
    expect(await myCourses(cast.student)).toMatchObject([{ fresh: 0 }])
    const { seenSeq } = await db.membership.findUniqueOrThrow({ where: { id: member(cast.student).id } })
    expect(seenSeq).toBe(1n)
  })

  test('every course is for the site owner alone', async () => {
    expect(await outcome(siteCourses(cast.instructor))).toBe('FORBIDDEN')
    expect((await siteCourses(owner)).find((c) => c.id === course.courseId)).toMatchObject({ members: 5 })
  })
})
