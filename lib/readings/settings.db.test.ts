import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { listReadings, sectionPage } from './queries'
import { moveReading, readingSettings, saveReading, showReading } from './settings'
import type { SaveReading } from './settings-schema'

useDatabase()

async function setUp() {
  const { courseId, cast } = await makeCourse()
  const made = await makeSection(courseId)
  const course = { id: courseId, timeZone: 'Asia/Seoul' }
  await db.course.update({ where: { id: courseId }, data: { timeZone: course.timeZone } })
  const input = (over: Partial<SaveReading['sections'][number]> = {}): SaveReading => ({
    id: made.readingId,
    title: 'A new name',
    byline: '',
    sections: [{ id: made.sectionId, due: '', prompts: [], ...over }],
  })
  return { ...made, course, courseId, cast, input }
}

test('settings are the staff’s', async () => {
  const { course, cast, slug, readingId, input } = await setUp()
  for (const [who, code] of [
    [cast.student, 'FORBIDDEN'],
    [cast.observer, 'FORBIDDEN'],
    [cast.outsider, 'NOT_FOUND'],
  ] as const) {
    await expect(readingSettings(who, course, slug)).rejects.toMatchObject({ code })
    await expect(saveReading(who, input())).rejects.toMatchObject({ code })
    await expect(moveReading(who, { id: readingId, by: 1 })).rejects.toMatchObject({ code })
    await expect(showReading(who, { id: readingId, published: false })).rejects.toMatchObject({ code })
  }
})

test('a due date is on the course’s clocks, and questions keep their order', async () => {
  const { course, cast, slug, sectionId, courseId, input } = await setUp()
  const asked = [{ text: 'First?' }, { text: 'Second?' }]
  await saveReading(cast.assistant, input({ due: '2026-11-26T17:00', prompts: asked }))
  expect((await db.section.findUniqueOrThrow({ where: { id: sectionId } })).dueAt?.toISOString()).toBe(
    '2026-11-26T08:00:00.000Z',
  )
  expect((await sectionPage(cast.student, courseId, slug, 1)).contents).toMatchObject([
    { id: sectionId, dueAt: '2026-11-26T08:00:00.000Z' },
  ])
  const [section] = (await readingSettings(cast.instructor, course, slug)).sections
  expect(section).toMatchObject({ due: '2026-11-26T17:00', prompts: asked })
  const [first, second] = section?.prompts ?? []
  if (!first || !second) throw new Error('no prompts')
  await saveReading(
    cast.instructor,
    input({
      prompts: [{ id: second.id, text: 'Changed?' }, { text: 'New?' }, { id: first.id, text: first.text }],
    }),
  )
  const page = await sectionPage(cast.student, courseId, slug, 1)
  expect(page.prompts.map((p) => p.text)).toEqual(['Changed?', 'New?', 'First?'])
  expect(page.reading.title).toBe('A new name')
})

test('a question that has answers stays', async () => {
  const { cast, courseId, sectionId, input } = await setUp()
  const prompt = await db.prompt.create({ data: { sectionId, position: 1, text: 'Why?' } })
  const authorId = cast.student.memberships[0]?.id ?? ''
  const note = { courseId, sectionId, authorId, promptId: prompt.id, kind: 'COMMENT' as const }
  await db.note.create({ data: { ...note, body: 'So.', bodyHtml: '<p>So.</p>', visibility: 'COURSE' } })
  await expect(saveReading(cast.instructor, input())).rejects.toMatchObject({
    code: 'INVALID',
    detail: { fields: { 'sections.0.prompts': expect.any(String) } },
  })
  expect(await db.prompt.count({ where: { sectionId } })).toBe(1)
})

test('readings change places, and at an end nothing happens', async () => {
  const { cast, courseId, readingId } = await setUp()
  const other = await makeSection(courseId)
  const order = async () => (await listReadings(cast.student, courseId)).map((r) => r.id)
  await moveReading(cast.instructor, { id: readingId, by: 1 })
  expect(await order()).toEqual([other.readingId, readingId])
  await moveReading(cast.instructor, { id: readingId, by: 1 })
  await Promise.all([1, 2].map(() => moveReading(cast.instructor, { id: readingId, by: -1 })))
  expect(await order()).toEqual([readingId, other.readingId])
})

test('what is unpublished is gone for the class, and comes back with its notes', async () => {
  const { cast, courseId, readingId, slug } = await setUp()
  await showReading(cast.instructor, { id: readingId, published: false })
  await expect(sectionPage(cast.student, courseId, slug, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await listReadings(cast.instructor, courseId))[0]?.published).toBe(false)
  await showReading(cast.instructor, { id: readingId, published: true })
  expect((await sectionPage(cast.student, courseId, slug, 1)).reading.slug).toBe(slug)
})
