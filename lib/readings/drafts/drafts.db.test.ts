import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeCourse, useDatabase } from '@/lib/testing/database'
import type { DraftSection } from '../draft-schema'
import { listReadings, sectionPage } from '../queries'
import { deleteDraft, saveDraft } from './commands'
import { publishDraft } from './publish'
import { draftOf, listDrafts } from './queries'

useDatabase()

const SECTIONS: DraftSection[] = [
  { heading: 'Abstract', level: 1, blocks: [{ kind: 'paragraph', text: 'In short.' }] },
  {
    heading: 'Theory',
    level: 1,
    blocks: [
      { kind: 'paragraph', text: 'A first thought.' },
      { kind: 'paragraph', text: 'Taken out.', out: true },
      { kind: 'note', text: '1 See the ledger.' },
    ],
  },
  { heading: 'Two levels', level: 2, blocks: [{ kind: 'table', text: 'a\tb\n1\t2' }] },
  { heading: 'References', level: 1, blocks: [{ kind: 'paragraph', text: 'Writer 1999.' }] },
]

const makeDraft = (courseId: string, over: { title?: string; sections?: DraftSection[] } = {}) =>
  db.readingDraft.create({
    data: { courseId, title: 'A Paper', byline: 'A. Writer', sections: SECTIONS, ...over },
  })

test('a draft is the staff’s', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await makeDraft(courseId)
  for (const who of [cast.student, cast.observer, cast.outsider]) {
    const refused = { code: 'NOT_FOUND' }
    await expect(draftOf(who, id)).rejects.toMatchObject(refused)
    await expect(publishDraft(who, { id, revision: 0 })).rejects.toMatchObject(refused)
    await expect(deleteDraft(who, { id })).rejects.toMatchObject(refused)
    await expect(
      saveDraft(who, { id, revision: 0, title: '', byline: '', sections: [0] }),
    ).rejects.toMatchObject(refused)
    expect(await listDrafts(who, courseId)).toEqual([])
  }
  expect(await listDrafts(cast.assistant, courseId)).toMatchObject([{ id, title: 'A Paper', revises: false }])
  await deleteDraft(cast.assistant, { id })
  expect(await listDrafts(cast.instructor, courseId)).toEqual([])
})

test('what is saved is what was sent, with untouched sections by their place', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await makeDraft(courseId)
  const made: DraftSection = { heading: 'New', level: 1, blocks: [] }
  const input = { id, revision: 0, title: 'B', byline: '', sections: [3, made, 1] }
  expect(await saveDraft(cast.instructor, input)).toMatchObject({ revision: 1 })
  const after = await draftOf(cast.assistant, id)
  expect(after).toMatchObject({ title: 'B', revision: 1, sections: [SECTIONS[3], made, SECTIONS[1]] })
  const beyond = { ...input, revision: 1, sections: [9] }
  await expect(saveDraft(cast.instructor, beyond)).rejects.toMatchObject({ code: 'INVALID' })
})

test('a stale window overwrites and publishes nothing', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await makeDraft(courseId)
  const input = { id, revision: 0, title: 'B', byline: '', sections: [0] }
  const both = await Promise.allSettled([
    saveDraft(cast.instructor, input),
    saveDraft(cast.assistant, { ...input, title: 'C' }),
  ])
  expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  const refused = both.find((r) => r.status === 'rejected')
  expect(refused).toMatchObject({ reason: { code: 'CONFLICT' } })
  await expect(publishDraft(cast.instructor, { id, revision: 0 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await listReadings(cast.instructor, courseId)).toEqual([])
})

test('publishing twice, even at once, makes one reading, which the class can open', async () => {
  const { courseId, cast } = await makeCourse()
  const { id } = await makeDraft(courseId)
  const made = await Promise.all([1, 2, 3].map(() => publishDraft(cast.instructor, { id, revision: 0 })))
  expect(new Set(made.map((m) => m.slug))).toEqual(new Set(['a-paper']))
  expect(await publishDraft(cast.instructor, { id, revision: 0 })).toEqual(made[0])
  const [reading, ...more] = await listReadings(cast.student, courseId)
  expect(more).toEqual([])
  expect(reading?.sections.map((s) => s.heading)).toEqual(['Abstract', 'Theory', 'References'])
  expect(await listDrafts(cast.instructor, courseId)).toEqual([])
  expect(await db.event.count({ where: { courseId, type: 'reading.published' } })).toBe(1)

  const page = await sectionPage(cast.student, courseId, 'a-paper', 2)
  expect(page.section.html).toContain('>2.1</a>')
  expect(page.section.html).toContain('<h2 data-at=')
  expect(page.section.html).not.toContain('Taken out')
  const section = await db.section.findUniqueOrThrow({ where: { id: page.section.id } })
  expect(section.text).toBe('A first thought.\n\n1 See the ledger.\n\nTwo levels\n\na\tb\n1\t2')
})

test('two readings of one title get two addresses, and none hides a page', async () => {
  const { courseId, cast } = await makeCourse()
  const slugs: string[] = []
  for (const title of ['A Paper', 'A Paper', 'Import']) {
    const { id } = await makeDraft(courseId, { title })
    slugs.push((await publishDraft(cast.instructor, { id, revision: 0 })).slug)
  }
  expect(slugs).toEqual(['a-paper', 'a-paper-2', 'import-2'])
  const positions = await db.reading.findMany({ where: { courseId }, orderBy: { position: 'asc' } })
  expect(positions.map((r) => r.position)).toEqual([1, 2, 3])
})

test('what is not ready is refused beside its field', async () => {
  const { courseId, cast } = await makeCourse()
  const sections: DraftSection[] = [
    { heading: ' ', level: 1, blocks: [{ kind: 'paragraph', text: 'Words.' }] },
    { heading: 'Empty', level: 1, blocks: [] },
  ]
  const { id } = await makeDraft(courseId, { title: ' ', sections })
  await expect(publishDraft(cast.instructor, { id, revision: 0 })).rejects.toMatchObject({
    code: 'INVALID',
    detail: {
      fields: {
        title: expect.any(String),
        'sections.0.heading': expect.any(String),
        'sections.1.blocks': expect.any(String),
      },
    },
  })
})
