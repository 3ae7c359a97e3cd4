import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { visibleNotes } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { deleteNote, editNote, postNote, restoreNote } from './commands'
import { hydrateNotes } from './live'
import { sectionNotes } from './queries'
import type { NoteDto, PostNote, Visibility } from './schema'

useDatabase()

let course: { courseId: string; groups: [string, string]; cast: Cast }
let section: { sectionId: string; text: string }

beforeAll(async () => {
  course = await makeCourse()
  section = await makeSection(course.courseId, [
    'Power among states starts the sequence.',
    'Meaning is made inside.',
  ])
})

const onWords = (visibility: Visibility = 'COURSE', body = 'A thought.'): PostNote => ({
  sectionId: section.sectionId,
  kind: 'COMMENT',
  body,
  visibility,
  anchor: { start: 0, end: 5, exact: 'Power' },
})

async function listed(actor: Actor): Promise<NoteDto[]> {
  const seq = await lastSeq(course.courseId)
  const { course: shared, own } = await sectionNotes(actor, course.courseId, section.sectionId, seq)
  return [...JSON.parse(shared), ...JSON.parse(own)]
}
const ids = (notes: { id: string }[]) => notes.map((n) => n.id).sort()

describe('a note', () => {
  test('keeps its words with their context, and is seen by the course', async () => {
    const note = await postNote(course.cast.student, onWords())
    expect(note).toMatchObject({
      exact: 'Power',
      start: 0,
      end: 5,
      kind: 'COMMENT',
      html: '<p>A thought.</p>',
    })
    expect(ids(await listed(course.cast.observer))).toContain(note.id)
  })

  test('sent twice with one id is one note', async () => {
    const id = crypto.randomUUID()
    const [first] = await Promise.allSettled([postNote(course.cast.student, { ...onWords(), id })])
    await postNote(course.cast.student, { ...onWords(), id })
    expect(first?.status).toBe('fulfilled')
    expect(await db.note.count({ where: { id } })).toBe(1)
  })

  test('on words that the section does not have is refused', async () => {
    const wrong = { ...onWords(), anchor: { start: 0, end: 8, exact: 'nonsense and more nonsense' } }
    await expect(postNote(course.cast.student, wrong)).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('observers may not write and outsiders find nothing', async () => {
    await expect(postNote(course.cast.observer, onWords())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(postNote(course.cast.outsider, onWords())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('can be edited by its author alone, deleted by author or staff, and restored', async () => {
    const note = await postNote(course.cast.student, onWords())
    await expect(editNote(course.cast.other, { id: note.id, body: 'Mine now' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await editNote(course.cast.student, { id: note.id, body: 'Better.' })).edited).toBe(true)
    await expect(deleteNote(course.cast.other, { id: note.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await deleteNote(course.cast.assistant, { id: note.id })
    expect(ids(await listed(course.cast.student))).not.toContain(note.id)
    await restoreNote(course.cast.student, { id: note.id })
    expect(ids(await listed(course.cast.student))).toContain(note.id)
  })

  test('with a reply stays as a stub without its words when it is deleted', async () => {
    const note = await postNote(course.cast.student, onWords('COURSE', 'secret words'))
    await postNote(course.cast.other, {
      sectionId: section.sectionId,
      kind: 'COMMENT',
      body: 'Why?',
      visibility: 'COURSE',
      parentId: note.id,
    })
    await deleteNote(course.cast.student, { id: note.id })
    const stub = (await listed(course.cast.other)).find((n) => n.id === note.id)
    expect(stub).toMatchObject({ deleted: true, html: '' })
  })
})

describe('visibility', () => {
  test('the list and the filter of the policy agree for everybody', async () => {
    const { cast } = course
    await postNote(cast.student, onWords('PRIVATE'))
    await postNote(cast.student, onWords('GROUP'))
    await postNote(cast.other, onWords('GROUP'))
    await postNote(cast.instructor, onWords('PRIVATE'))
    for (const actor of [cast.student, cast.other, cast.instructor, cast.assistant, cast.observer]) {
      const filter = { AND: [{ sectionId: section.sectionId, deletedAt: null }, visibleNotes(actor)] }
      const allowed = await db.note.findMany({ where: filter, select: { id: true } })
      expect(ids((await listed(actor)).filter((n) => !n.deleted))).toEqual(ids(allowed))
    }
  })

  test('a reply is as visible as its thread, whatever was asked', async () => {
    const note = await postNote(course.cast.student, onWords('GROUP'))
    const reply = await postNote(course.cast.instructor, {
      sectionId: section.sectionId,
      kind: 'COMMENT',
      body: 'Go on.',
      visibility: 'COURSE',
      parentId: note.id,
    })
    expect(reply.visibility).toBe('GROUP')
    expect(ids(await listed(course.cast.other))).not.toContain(reply.id)
  })

  test('an event tells only those who may see, and nothing once the note is narrowed', async () => {
    const before = Number((await db.course.findUniqueOrThrow({ where: { id: course.courseId } })).eventSeq)
    const note = await postNote(course.cast.student, onWords('COURSE'))
    const [event] = await eventsAfter(course.courseId, before, 10)
    expect(event).toMatchObject({
      type: 'note.posted',
      audience: 'EVERYONE',
      seq: before + 1,
      subjectId: note.id,
    })
    expect((await hydrateNotes(event ? [event] : [])).size).toBe(1)
    await db.note.update({ where: { id: note.id }, data: { visibility: 'PRIVATE' } })
    expect((await hydrateNotes(event ? [event] : [])).size).toBe(0)
  })
})

test('many writers at once leave numbers without a gap', async () => {
  const { eventSeq } = await db.course.findUniqueOrThrow({ where: { id: course.courseId } })
  await Promise.all(Array.from({ length: 40 }, () => postNote(course.cast.student, onWords())))
  const seqs = (await eventsAfter(course.courseId, Number(eventSeq), 100)).map((e) => e.seq)
  expect(seqs).toEqual(Array.from({ length: 40 }, (_, i) => Number(eventSeq) + 1 + i))
})
