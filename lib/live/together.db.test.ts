import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { leave, type Subscriber, subscribe } from '@/lib/events'
import { type Actor, memberIn } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { attend, hydrate } from '.'
import { leadTo, letGo } from './lead'

useDatabase()

let courseId: string
let slug: string
let cast: Cast
let sectionId: string

beforeEach(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  slug = made.slug
  cast = made.cast
  sectionId = (await makeSection(courseId)).sectionId
})

const decoder = new TextDecoder()
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A stream as the browser of that person opens it in the section. */
async function open(actor: Actor, at = sectionId) {
  const member = memberIn(actor, courseId)
  if (!member) throw new Error('not a member')
  const heard: string[] = []
  const subscriber: Subscriber = {
    ...{ userId: actor.userId, name: actor.name, member, sectionId: at, cursor: 0, pending: [] },
    send: (bytes) => void heard.push(decoder.decode(bytes)),
    end: () => {},
  }
  await subscribe(courseId, subscriber, hydrate)
  const leaveOthers = attend(courseId, subscriber)
  const close = () => {
    leave(courseId, subscriber)
    leaveOthers()
  }
  const all = (name: string) =>
    heard
      .filter((frame) => frame.startsWith(`event: ${name}\n`))
      .map((frame) => JSON.parse(/data: (.*)/.exec(frame)?.[1] ?? 'null'))
  return { heard, close, all, last: (name: string) => all(name).at(-1) }
}

describe('who is here', () => {
  test('shows to those in the section, in few frames that carry no number', async () => {
    const student = await open(cast.student)
    const elsewhere = await open(cast.observer, crypto.randomUUID())
    const others = await Promise.all([cast.other, cast.instructor, cast.other].map((a) => open(a)))
    await pause(1500)
    expect(student.last('presence')).toMatchObject({ section: sectionId, count: 3 })
    expect(student.all('presence').length).toBeLessThanOrEqual(2)
    expect(elsewhere.last('presence')?.count).toBe(1)
    for (const frame of student.heard) expect(frame).not.toMatch(/^id:/m)
    for (const { close } of others) close()
    await pause(1500)
    expect(student.last('presence')).toMatchObject({ count: 1 })
    student.close()
    elsewhere.close()
  })
})

describe('leading', () => {
  test('is the staff’s, in a section that the class can open', async () => {
    const to = { sectionId, at: 3, take: true }
    await expect(leadTo(cast.student, to)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(leadTo(cast.observer, to)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(leadTo(cast.outsider, to)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(letGo(cast.outsider, { course: slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await db.reading.updateMany({ where: { courseId }, data: { publishedAt: null } })
    await expect(leadTo(cast.instructor, to)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('is heard by everybody who reads, by those who come later, and ends when let go', async () => {
    const student = await open(cast.student, crypto.randomUUID())
    await leadTo(cast.instructor, { sectionId, at: 7, take: true })
    await pause(200)
    expect(student.last('lead')).toMatchObject({ name: cast.instructor.name, sectionId, position: 1, at: 7 })
    const late = await open(cast.other)
    await pause(200)
    expect(late.last('lead')).toMatchObject({ at: 7 })
    await letGo(cast.assistant, { course: slug })
    expect(await db.lead.count({ where: { courseId } })).toBe(1)
    await letGo(cast.instructor, { course: slug })
    await pause(200)
    expect(student.last('lead')).toBeNull()
    student.close()
    late.close()
  })

  test('passes to whoever takes over, and the other may not move any more', async () => {
    const move = { sectionId, at: 1, take: false }
    await expect(leadTo(cast.instructor, move)).rejects.toMatchObject({ code: 'CONFLICT' })
    await leadTo(cast.instructor, { ...move, take: true })
    await leadTo(cast.assistant, { ...move, take: true })
    await expect(leadTo(cast.instructor, move)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await leadTo(cast.assistant, { ...move, at: 5 })).toMatchObject({ at: 5 })
  })

  test('ends when the leader’s window does', async () => {
    const student = await open(cast.student)
    const leader = await open(cast.instructor)
    await leadTo(cast.instructor, { sectionId, at: 0, take: true })
    leader.close()
    await pause(5000)
    expect(student.last('lead')).toBeNull()
    expect(await db.lead.count({ where: { courseId } })).toBe(0)
    student.close()
  }, 20_000)
})
