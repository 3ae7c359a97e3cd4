import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { whoHears } from '@/lib/testing/stream'
import { postNote } from './commands'
import { moderate, reportNote } from './moderate'
import { noteHistory, noteSource, sectionNotes } from './queries'
import type { NoteDto, PostNote } from './schema'

useDatabase()

let courseId: string
let cast: Cast
let sectionId: string

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
})
beforeEach(async () => {
  sectionId = (await makeSection(courseId, ['Power among states starts the sequence.'])).sectionId
})

const post = (actor: Actor, over: Partial<PostNote> = {}): Promise<NoteDto> =>
  postNote(actor, {
    sectionId,
    kind: 'COMMENT',
    body: 'Rude words #heat',
    visibility: 'COURSE',
    ...(over.parentId ? {} : { anchor: { start: 0, end: 5, exact: 'Power' } }),
    ...over,
  })
const listed = async (actor: Actor): Promise<NoteDto[]> => {
  const { course, own } = await sectionNotes(actor, courseId, sectionId, await lastSeq(courseId))
  return [...JSON.parse(course), ...JSON.parse(own)]
}
const hide = (id: string, actor = cast.assistant) =>
  moderate(actor, { id, act: 'HIDE', reason: 'It insults a member.' })

describe('a hidden note', () => {
  test('takes its words along from everybody’s list, and gives them to its author and the staff alone', async () => {
    const note = await post(cast.student)
    await hide(note.id)
    for (const actor of [cast.student, cast.other, cast.observer, cast.instructor]) {
      const [shown] = await listed(actor)
      expect(shown).toMatchObject({ id: note.id, hidden: true, html: '', tags: [] })
      expect(JSON.stringify(shown)).not.toContain('Rude')
    }
    for (const actor of [cast.student, cast.instructor])
      expect(await noteSource(actor, note.id)).toMatchObject({
        body: 'Rude words #heat',
        hiddenReason: 'It insults a member.',
      })
    for (const actor of [cast.other, cast.observer, cast.outsider]) {
      await expect(noteSource(actor, note.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(noteHistory(actor, note.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(post(actor, { parentId: note.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test('comes back whole', async () => {
    const note = await post(cast.student)
    await hide(note.id)
    const back = await moderate(cast.instructor, { id: note.id, act: 'SHOW', reason: '' })
    expect(back).toMatchObject({ hidden: false, tags: ['heat'] })
    expect((await listed(cast.other))[0]?.html).toContain('Rude words')
    expect(await db.note.findUnique({ where: { id: note.id } })).toMatchObject({ hiddenReason: '' })
  })

  test('leaves an event that names who did it, and what', async () => {
    const note = await post(cast.student)
    await hide(note.id)
    const event = await db.event.findFirst({ where: { subjectId: note.id, type: 'note.moderated' } })
    expect(event).toMatchObject({ audience: 'EVERYONE', payload: { act: 'HIDE' } })
    expect(JSON.stringify(event?.payload)).not.toContain('insults')
  })
})

describe('a locked thread', () => {
  test('takes no reply but the staff’s, at any depth', async () => {
    const root = await post(cast.student)
    const reply = await post(cast.other, { parentId: root.id, body: 'An answer' })
    await moderate(cast.instructor, { id: root.id, act: 'LOCK', reason: '' })
    for (const parentId of [root.id, reply.id]) {
      await expect(post(cast.student, { parentId })).rejects.toMatchObject({ code: 'CLOSED' })
      await expect(post(cast.assistant, { parentId, body: 'The last word' })).resolves.toBeTruthy()
    }
    await moderate(cast.instructor, { id: root.id, act: 'UNLOCK', reason: '' })
    await expect(post(cast.student, { parentId: root.id })).resolves.toBeTruthy()
  })

  test('is a whole thread: a reply is neither locked nor pinned', async () => {
    const root = await post(cast.student)
    const reply = await post(cast.other, { parentId: root.id })
    for (const act of ['LOCK', 'PIN'] as const)
      await expect(moderate(cast.instructor, { id: reply.id, act, reason: '' })).rejects.toMatchObject({
        code: 'INVALID',
      })
  })
})

test('only the staff moderate, and never a private note', async () => {
  const note = await post(cast.student)
  for (const actor of [cast.student, cast.other, cast.observer])
    await expect(hide(note.id, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(hide(note.id, cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const own = await post(cast.student, { visibility: 'PRIVATE' })
  await expect(hide(own.id, cast.instructor)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

describe('a report', () => {
  test('is one a person and note until it is handled, and heard of by the staff alone', async () => {
    const note = await post(cast.student)
    const { outsider: _, ...members } = cast
    const heard = await whoHears(members, courseId, await lastSeq(courseId), () =>
      reportNote(cast.other, { id: note.id, reason: 'It is an insult.' }),
    )
    expect(heard.sort()).toEqual(['assistant', 'instructor'])
    await reportNote(cast.other, { id: note.id, reason: 'And untrue.' })
    const rows = await db.report.findMany({ where: { noteId: note.id } })
    expect(rows.map((r) => r.reason)).toEqual(['And untrue.'])
  })

  test('is not for one’s own note, nor for those who only read', async () => {
    const note = await post(cast.student)
    const report = (actor: Actor) => reportNote(actor, { id: note.id, reason: 'Look.' })
    await expect(report(cast.student)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(report(cast.observer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(report(cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
