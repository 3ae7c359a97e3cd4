import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, lastSeq } from '@/lib/events'
import type { Placement } from '@/lib/generated/prisma/enums'
import { earlierVersion } from '@/lib/readings/versions'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { postNote } from './commands'
import { confirmPlacement, moveAnchor, orphan } from './placement-commands'
import { placements, waitingByReading, wordsInVersion } from './placements'
import type { NoteDto, PostNote } from './schema'

useDatabase()

const TEXT = ['Power among states starts the sequence.', 'Meaning is made inside, and slowly.']
let courseId: string
let cast: Cast
let section: Awaited<ReturnType<typeof makeSection>>

beforeEach(async () => {
  ;({ courseId, cast } = await makeCourse())
  section = await makeSection(courseId, TEXT)
})

const anchor = (exact: string) => {
  const start = section.text.indexOf(exact)
  return { start, end: start + exact.length, exact }
}
async function doubtful(over: Partial<PostNote> = {}, placement: Placement = 'UNCERTAIN'): Promise<NoteDto> {
  const note = await postNote(cast.student, {
    sectionId: section.sectionId,
    kind: 'COMMENT',
    visibility: 'COURSE',
    body: 'Why?',
    anchor: anchor('Power among states'),
    ...over,
  })
  await db.note.update({ where: { id: note.id }, data: { placement } })
  return note
}
const now = (id: string) => db.note.findUniqueOrThrow({ where: { id } })

describe('a note whose place is uncertain', () => {
  test('is confirmed by its author or the staff, and by nobody else', async () => {
    const { id } = await doubtful()
    for (const [who, code] of [
      ['other', 'FORBIDDEN'],
      ['observer', 'FORBIDDEN'],
      ['outsider', 'NOT_FOUND'],
    ] as const)
      await expect(confirmPlacement(cast[who], { id, version: 1 })).rejects.toMatchObject({ code })
    expect(await confirmPlacement(cast.student, { id, version: 1 })).toMatchObject({ placement: 'MOVED' })
    await db.note.update({ where: { id }, data: { placement: 'UNCERTAIN' } })
    const seq = await lastSeq(courseId)
    await confirmPlacement(cast.assistant, { id, version: 1 })
    expect(await eventsAfter(courseId, seq, 5)).toMatchObject([
      { type: 'note.placed', subjectId: id, scopeId: section.sectionId },
    ])
  })

  test('in a text that was revised meanwhile is a conflict', async () => {
    const { id } = await doubtful()
    await db.note.update({ where: { id }, data: { version: 2 } })
    await expect(confirmPlacement(cast.student, { id, version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('is put on other words, or on none, and its author’s notice is settled', async () => {
    const { id } = await doubtful()
    const membershipId = cast.student.memberships[0]?.id ?? ''
    await db.notification.create({ data: { noteId: id, membershipId, kind: 'PLACEMENT' } })
    const moved = await moveAnchor(cast.student, { id, version: 1, anchor: anchor('made inside') })
    expect(moved).toMatchObject({ placement: 'EXACT', exact: 'made inside', version: 1 })
    expect(section.text.slice(moved.start ?? 0, moved.end ?? 0)).toBe('made inside')
    expect((await db.notification.findFirstOrThrow({ where: { noteId: id } })).readAt).not.toBeNull()
    expect(await orphan(cast.instructor, { id })).toMatchObject({
      placement: 'ORPHANED',
      exact: 'made inside',
    })
    const wrong = {
      id,
      version: 1,
      anchor: { start: 0, end: 30, exact: 'words that were never in the text' },
    }
    await expect(moveAnchor(cast.student, wrong)).rejects.toMatchObject({ code: 'INVALID' })
    expect(await moveAnchor(cast.student, { id, version: 1, anchor: anchor('slowly') })).toMatchObject({
      placement: 'EXACT',
    })
  })

  test('of a private note is nobody’s but its author’s', async () => {
    const { id } = await doubtful({ visibility: 'PRIVATE' })
    await expect(confirmPlacement(cast.instructor, { id, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await now(id)).placement).toBe('UNCERTAIN')
  })
})

describe('the list of a reading', () => {
  test('is whole for the staff, one’s own for everybody else', async () => {
    const shared = await doubtful()
    const secret = await doubtful({ visibility: 'PRIVATE' })
    const gone = await doubtful({ anchor: anchor('Meaning is made') }, 'ORPHANED')
    await doubtful({}, 'MOVED')
    const seen = async (who: keyof Cast) => {
      const { uncertain, orphaned } = await placements(cast[who], courseId, section.slug)
      return [...uncertain, ...orphaned].map((n) => n.id).sort()
    }
    expect(await seen('student')).toEqual([shared.id, secret.id, gone.id].sort())
    expect(await seen('instructor')).toEqual([shared.id, gone.id].sort())
    expect(await seen('other')).toEqual([])
    await expect(seen('outsider')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await waitingByReading(cast.student, courseId)).toEqual(new Map([[section.readingId, 2]]))
    expect(await waitingByReading(cast.other, courseId)).toEqual(new Map())
    const { uncertain, orphaned } = await placements(cast.instructor, courseId, section.slug)
    expect(uncertain[0]?.found).toMatchObject({ words: 'Power among states', before: '' })
    expect(orphaned[0]).toMatchObject({ exact: 'Meaning is made', found: null })
  })
})

describe('an earlier version', () => {
  test('is read by whoever reads the section, with the words that a note was about', async () => {
    const note = await doubtful()
    const { sectionId, slug } = section
    const [first] = await db.section.findMany({ where: { id: sectionId } })
    const old = { sectionId, version: 1, heading: 'Before', text: section.text, blocks: first?.blocks ?? [] }
    await db.sectionVersion.create({ data: old })
    await db.section.update({ where: { id: sectionId }, data: { version: 2, text: 'Other.' } })
    const read = (who: keyof Cast) => earlierVersion(cast[who], courseId, slug, 1, 1)
    const page = await read('observer')
    expect(page).toMatchObject({ heading: 'Before', version: 1, current: 2 })
    await expect(read('outsider')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(earlierVersion(cast.student, courseId, slug, 1, 2)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const at = await wordsInVersion(cast.other, note.id, page)
    expect(page.text.slice(at?.start, at?.end)).toBe('Power among states')
    await db.note.update({ where: { id: note.id }, data: { version: 2, start: 0, end: 5 } })
    expect(await wordsInVersion(cast.other, note.id, page)).toEqual(at)
    expect(await wordsInVersion(cast.outsider, note.id, page)).toBeNull()
  })
})
