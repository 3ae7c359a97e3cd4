import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { postNote } from '@/lib/discussion/commands'
import type { Visibility } from '@/lib/discussion/schema'
import { lastSeq, listener, wakeUser } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { watch, whoHears } from '@/lib/testing/stream'

useDatabase()

let courseId: string
let sectionId: string
let cast: Cast

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  sectionId = (await makeSection(courseId, ['Power among states.'])).sectionId
})

const write = (actor: Actor, visibility: Visibility = 'COURSE') =>
  postNote(actor, {
    sectionId,
    kind: 'COMMENT',
    body: 'A thought.',
    visibility,
    anchor: { start: 0, end: 5, exact: 'Power' },
  })

const heard = async (by: Actor, visibility: Visibility) => {
  const { outsider: _, ...members } = cast
  const seq = await lastSeq(courseId)
  return (await whoHears(members, courseId, seq, () => write(by, visibility))).sort()
}

describe('a note is heard', () => {
  test('by the whole course', async () => {
    expect(await heard(cast.student, 'COURSE')).toEqual([
      'assistant',
      'instructor',
      'observer',
      'other',
      'student',
    ])
  })
  test('by its group and the staff', async () => {
    expect(await heard(cast.student, 'GROUP')).toEqual(['assistant', 'instructor', 'student'])
  })
  test('by its author alone when it is private', async () => {
    expect(await heard(cast.student, 'PRIVATE')).toEqual(['student'])
    expect(await heard(cast.instructor, 'PRIVATE')).toEqual(['instructor'])
  })
})

describe('a stream', () => {
  test('replays what was missed and goes on, nothing lost and nothing twice, while others write', async () => {
    const cursor = await lastSeq(courseId)
    const writing = Array.from({ length: 60 }, (_, i) =>
      new Promise((done) => setTimeout(done, i * 4)).then(() => write(cast.student)),
    )
    await Promise.all(writing.slice(0, 10))
    const late = await watch(cast.other, courseId, cursor)
    await Promise.all(writing)
    await late.until(60)
    late.stop()
    expect(late.seqs).toEqual(Array.from({ length: 60 }, (_, i) => cursor + 1 + i))
  })

  test('ends when what the person may do has changed, and nobody else is disturbed', async () => {
    const seq = await lastSeq(courseId)
    const student = await watch(cast.student, courseId, seq)
    const other = await watch(cast.other, courseId, seq)
    await transaction((tx) => wakeUser(tx, cast.student.userId))
    for (let i = 0; i < 100 && !student.ended; i++) await new Promise((done) => setTimeout(done, 10))
    expect([student.ended, other.ended]).toEqual([true, false])
    other.stop()
  })

  test('misses nothing when the listening connection is cut', async () => {
    const cursor = await lastSeq(courseId)
    const watcher = await watch(cast.other, courseId, cursor)
    await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'colloquy-listen' AND datname = current_database()`
    await write(cast.student)
    await watcher.until(1)
    await write(cast.student)
    await watcher.until(2)
    watcher.stop()
    expect(watcher.seqs).toEqual([cursor + 1, cursor + 2])
    expect(listener().subscribers.size).toBe(1)
  })
})
