import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { postNote } from '@/lib/discussion/commands'
import type { Actor } from '@/lib/policy'
import { makeSection, useDatabase } from '@/lib/testing/database'
import { critiquePdf } from '../pdf'
import { critiquePage } from '../queries'
import { quotation, type Source } from '../rules/quotations'
import { makeCritiques } from '../testing'
import { findQuotable } from './find'
import { previewAnswer } from './preview'
import { FindQuotable } from './schema'

useDatabase()

const code = (expected: string) => ({ code: expected })
const WORDS = 'Power among states'
type Room = Awaited<ReturnType<typeof makeCritiques>>
let room: Room
let section: Awaited<ReturnType<typeof makeSection>>
let critiqueId: string

beforeAll(async () => {
  room = await makeCritiques()
  section = await makeSection(room.courseId, [`${WORDS} starts the sequence.`, '주체 사상은 강하다.'])
  critiqueId = (await room.start()).id
})

const find = (actor: Actor, asked: object) =>
  findQuotable(actor, FindQuotable.parse({ critiqueId, kind: 'passage', ...asked }))
const passage = (): Source => ({
  ...{ kind: 'passage', sectionId: section.sectionId, version: 1 },
  ...{ start: 0, end: WORDS.length },
})
const rendered = async (actor: Actor, source: Source, words = WORDS) =>
  (await previewAnswer(actor, { id: critiqueId, code: 'T1', text: quotation(words, 'Here', source) })).html

describe('what can be quoted', () => {
  test('paragraphs by their words or their section, and the sections to look into', async () => {
    const { student } = room.cast
    const { items, sections } = await find(student, {})
    expect([items.length, sections.map((s) => s.id)]).toEqual([0, [section.sectionId]])
    const [item] = (await find(student, { q: '사상은 강하다' })).items
    expect(item).toMatchObject({ words: '주체 사상은 강하다.', source: { kind: 'passage', version: 1 } })
    expect((await find(student, { section: section.sectionId })).items).toHaveLength(2)
    expect((await find(student, { q: 'nowhere' })).items).toEqual([])
  })

  test('one’s own private notes without a name, others’ not at all; highlights as their passage', async () => {
    const { student, other } = room.cast
    const base = { sectionId: section.sectionId, visibility: 'PRIVATE' as const }
    const anchor = { start: 0, end: 5, exact: 'Power' }
    await postNote(student, { ...base, kind: 'COMMENT', body: 'A private thought.', anchor })
    await postNote(student, { ...base, kind: 'HIGHLIGHT', body: '', anchor })
    await postNote(other, { ...base, kind: 'COMMENT', body: 'Not for anybody.', anchor })
    const { items } = await find(student, { kind: 'note', mine: true })
    expect(items.map((i) => [i.words, i.source.kind]).sort()).toEqual([
      ['A private thought.', 'note'],
      ['Power', 'passage'],
    ])
    expect(JSON.stringify(items)).not.toContain(student.name)
    expect((await find(student, { kind: 'note' })).items).toEqual([])
  })

  test('by the author of the critique alone', async () => {
    const { instructor, other, observer, outsider } = room.cast
    for (const actor of [instructor, other, observer, outsider]) {
      await expect(find(actor, { q: 'Power' })).rejects.toMatchObject(code('NOT_FOUND'))
      await expect(rendered(actor, passage())).rejects.toMatchObject(code('NOT_FOUND'))
    }
  })
})

describe('a quotation', () => {
  test('leads to its words, says where they differ, and leads nowhere that its reader may not go', async () => {
    const { student } = room.cast
    const html = await rendered(student, passage())
    expect(html).toContain(`href="/courses/${room.slug}/readings/${section.slug}/1?at=0-${WORDS.length}"`)
    expect(html).not.toContain('differs')
    expect(await rendered(student, passage(), 'Weakness among states')).toContain('class="differs"')
    const elsewhere = await makeCritiques()
    const foreign = await makeSection(elsewhere.courseId, [WORDS])
    const hidden = await rendered(student, { ...passage(), sectionId: foreign.sectionId } as Source)
    expect(hidden).not.toContain('href')
    expect(hidden).toContain('Here')
    const evidence = await db.evidence.create({
      data: { courseId: room.courseId, code: 'E01', position: 1, dateLabel: '2005', observation: 'Frozen.' },
    })
    expect(await rendered(student, { kind: 'evidence', id: evidence.id }, 'Frozen.')).toContain(
      `/courses/${room.slug}/explain/matrix#E01`,
    )
  })

  test('follows its words through a revision, and keeps the earlier text where they are gone', async () => {
    const { student } = room.cast
    const old = await db.section.findUniqueOrThrow({ where: { id: section.sectionId } })
    const { heading, text, blocks } = old
    await db.sectionVersion.create({
      data: { sectionId: old.id, version: 1, heading, text, blocks: blocks as object },
    })
    const revise = (next: string) =>
      db.section.update({ where: { id: old.id }, data: { text: next, version: { increment: 1 } } })
    await revise(`A new beginning.\n\n${text}`)
    expect(await rendered(student, passage())).toContain(`?at=18-${18 + WORDS.length}`)
    await revise('Nothing of it is left.')
    expect(await rendered(student, passage())).toContain(`/readings/${section.slug}/1/versions/1`)
  })
})

describe('the file', () => {
  const body = (bytes: Buffer) => bytes.toString('latin1')

  test('is a PDF with its fonts, for its author and the staff, and names nobody', async () => {
    const { cast, courseId, assignment } = room
    const quoted = quotation('Frozen.', 'Evidence E01', { kind: 'note', id: critiqueId })
    const { id } = await room.handIn(cast.other, { T1: `주체 사상은.\n\n${quoted}`, T2: '**Right** $x^2$.' })
    for (const actor of [cast.other, cast.instructor]) {
      const { name, bytes } = await critiquePdf(actor, { id })
      expect(name).toBe(`${assignment.slug}-submission-1.pdf`)
      expect(body(bytes).startsWith('%PDF-')).toBe(true)
      expect(body(bytes)).toMatch(/SourceSerif-latin-upright-400/)
      expect(body(bytes)).toMatch(/NotoSerifKR-\d+-upright-400/)
      expect(body(bytes)).not.toContain('/Author')
      expect(body(bytes)).not.toContain(cast.other.name)
    }
    for (const actor of [cast.student, cast.observer, cast.outsider])
      await expect(critiquePdf(actor, { id })).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(critiquePdf(cast.other, { id, submission: 7 })).rejects.toMatchObject(code('NOT_FOUND'))
    await expect(critiquePdf(cast.student, { id: critiqueId })).rejects.toMatchObject(code('NOT_FOUND'))
    const page = await critiquePage(cast.instructor, courseId, { assignment: assignment.slug, id })
    expect(page.shown?.words).toBe(4)
  })
})
