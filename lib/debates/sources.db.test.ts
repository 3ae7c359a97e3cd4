import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { postNote } from '@/lib/discussion/commands'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { citableNote, findSources } from './citing/citable'
import { citableText } from './citing/passages'
import * as commands from './commands'
import { debatePage, listDebates } from './queries'
import { AddClaim, CreateDebate, EditClaim, type SourceInput } from './schema'
import { holdPassages } from './sources'

useDatabase()

let course: { courseId: string; slug: string; groups: [string, string]; cast: Cast }
let section: Awaited<ReturnType<typeof makeSection>>

beforeAll(async () => {
  course = await makeCourse()
  section = await makeSection(course.courseId, ['Power among states starts the sequence.'])
})

const motion = 'This House believes that tests test.'
const open = (over: Partial<CreateDebate> = {}) =>
  commands.createDebate(
    course.cast.instructor,
    CreateDebate.parse({ courseId: course.courseId, motion, ...over }),
  )
const say = (actor: Actor, debateId: string, over: Partial<AddClaim> = {}) =>
  commands.addClaim(
    actor,
    AddClaim.parse({ debateId, relation: 'SUPPORTS', text: 'Because it is so.', ...over }),
  )
const edit = (actor: Actor, id: string, over: Partial<EditClaim> = {}) =>
  commands.editClaim(actor, EditClaim.parse({ id, text: 'Better.', ...over }))
const noteBy = (actor: Actor, visibility: 'PRIVATE' | 'GROUP' | 'COURSE' = 'COURSE', body = 'A thought.') =>
  postNote(actor, {
    sectionId: section.sectionId,
    kind: 'COMMENT',
    body,
    visibility,
    anchor: { start: 0, end: 5, exact: 'Power' },
  })
const pageOf = (slug: string, actor = course.cast.student) => debatePage(actor, course.courseId, slug)

describe('sources', () => {
  const cite = async (actor: Actor, source: SourceInput) => {
    const { id, slug } = await open()
    await say(actor, id, { sources: [source] })
    return (await pageOf(slug)).claims[0]?.sources[0]
  }
  const makeEvidence = (courseId: string, code: string) =>
    db.evidence.create({ data: { courseId, code, position: 1, dateLabel: '2005', observation: 'Frozen.' } })

  test('lead back to the exact words', async () => {
    const { student } = course.cast
    const base = `/courses/${course.slug}`
    const note = await noteBy(student)
    expect(await cite(student, { kind: 'NOTE', noteId: note.id })).toMatchObject({
      excerpt: '“Power”',
      href: `${base}/readings/${section.slug}/1?note=${note.id}`,
    })
    const passage = {
      kind: 'PASSAGE',
      sectionId: section.sectionId,
      start: 0,
      end: 5,
      exact: 'Power',
    } as const
    expect(await cite(student, passage)).toMatchObject({ href: `${base}/readings/${section.slug}/1?at=0-5` })
    const { id: evidenceId } = await makeEvidence(course.courseId, 'E08')
    expect(await cite(student, { kind: 'EVIDENCE', evidenceId })).toMatchObject({
      label: 'E08, 2005',
      href: `${base}/explain/matrix#E08`,
    })
    expect(await cite(student, { kind: 'REFERENCE', text: 'Powell (2006), *War*' })).toMatchObject({
      html: '<p>Powell (2006), <em>War</em></p>',
      href: null,
    })
  })

  test('that the course may not see are refused, and others’ are not found', async () => {
    const { student, other, instructor } = course.cast
    const { id: debateId } = await open()
    const citing = (actor: Actor, source: SourceInput) => say(actor, debateId, { sources: [source] })
    const mine = await noteBy(student, 'PRIVATE')
    const ours = await noteBy(student, 'GROUP')
    const invalid = { code: 'INVALID', message: expect.stringMatching(/whole course reads claims/) }
    const missing = { code: 'NOT_FOUND' }
    await expect(citing(student, { kind: 'NOTE', noteId: mine.id })).rejects.toMatchObject(invalid)
    await expect(citing(student, { kind: 'NOTE', noteId: ours.id })).rejects.toMatchObject(invalid)
    await expect(citing(other, { kind: 'NOTE', noteId: mine.id })).rejects.toMatchObject(missing)
    await expect(citing(other, { kind: 'NOTE', noteId: ours.id })).rejects.toMatchObject(missing)
    const away = await makeCourse()
    const elsewhere = await makeSection(away.courseId)
    const foreign = await makeEvidence(away.courseId, 'E01')
    const words = { start: 0, end: 3, exact: 'The' }
    const passage = { kind: 'PASSAGE', sectionId: elsewhere.sectionId, ...words } as const
    await expect(citing(student, passage)).rejects.toMatchObject(missing)
    await expect(citing(student, { kind: 'EVIDENCE', evidenceId: foreign.id })).rejects.toMatchObject(missing)
    const draft = await makeSection(course.courseId)
    await db.reading.update({ where: { id: draft.readingId }, data: { publishedAt: null } })
    const early = { ...passage, sectionId: draft.sectionId }
    await expect(citing(student, early)).rejects.toMatchObject(missing)
    await expect(citing(instructor, early)).rejects.toMatchObject(invalid)
    expect(await db.claim.count({ where: { debateId } })).toBe(0)
  })

  test('must be the words of the section', async () => {
    const { id: debateId } = await open()
    const exact = 'words that nobody ever wrote in this section'
    const wrong = { kind: 'PASSAGE', sectionId: section.sectionId, start: 0, end: 9, exact } as const
    await expect(say(course.cast.student, debateId, { sources: [wrong] })).rejects.toMatchObject({
      code: 'INVALID',
    })
  })

  test('come and go, and the count of claims without one follows', async () => {
    const { student, other } = course.cast
    const { id: debateId, slug } = await open()
    const { id } = await say(student, debateId)
    const reference: SourceInput = { kind: 'REFERENCE', text: 'Powell (2006)' }
    const unsourced = async () => (await pageOf(slug)).standing.unsourced
    expect(await unsourced()).toBe(1)
    await expect(commands.addSource(other, { claimId: id, source: reference })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await commands.addSource(student, { claimId: id, source: reference })
    expect(await unsourced()).toBe(0)
    const listed = (await listDebates(course.cast.observer, course.courseId)).find((d) => d.slug === slug)
    expect(listed?.standing).toMatchObject({ claims: 1, for: { claims: 1, unsourced: 0 }, unsourced: 0 })
    const sourceId = (await pageOf(slug)).claims[0]?.sources[0]?.id ?? ''
    await expect(commands.removeSource(other, { id: sourceId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await commands.removeSource(student, { id: sourceId })
    expect(await unsourced()).toBe(1)
  })

  test('change together with the words, or not at all', async () => {
    const { student } = course.cast
    const { id: debateId, slug } = await open()
    const first: SourceInput = { kind: 'REFERENCE', text: 'First' }
    const { id } = await say(student, debateId, { sources: [first] })
    const claim = async () => (await pageOf(slug)).claims[0]
    const remove = [(await claim())?.sources[0]?.id ?? '']
    const missing: SourceInput = { kind: 'NOTE', noteId: crypto.randomUUID() }
    await expect(edit(student, id, { remove, add: [missing] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const many = Array.from({ length: 12 }, () => first)
    await expect(edit(student, id, { add: many })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await claim()).toMatchObject({
      text: 'Because it is so.',
      edited: false,
      sources: [{ label: 'First' }],
    })
    await edit(student, id, { remove, add: [{ kind: 'REFERENCE', text: 'Second' }] })
    expect(await claim()).toMatchObject({ text: 'Better.', sources: [{ label: 'Second' }] })
  })

  test('a cited note that is deleted shows neither words nor author, and counts no more', async () => {
    const { student } = course.cast
    const { id: debateId, slug } = await open()
    const note = await noteBy(student, 'COURSE', 'secret words')
    await say(student, debateId, { sources: [{ kind: 'NOTE', noteId: note.id }] })
    await db.note.update({ where: { id: note.id }, data: { deletedAt: new Date() } })
    const page = await pageOf(slug)
    expect(page.standing.unsourced).toBe(1)
    expect(JSON.stringify(page.claims)).not.toMatch(/secret words/)
    const [listed] = await listDebates(student, course.courseId)
    expect(listed?.standing.unsourced).toBe(1)
  })

  test('are offered from what the whole course sees', async () => {
    const { student, other, outsider } = course.cast
    const { id: debateId } = await open()
    const shared = await noteBy(student, 'COURSE', 'A quokka appears.')
    const hidden = await noteBy(student, 'PRIVATE', 'A quokka hides.')
    const find = (actor: Actor, q: string) => findSources(actor, { debateId, kind: 'NOTE', q })
    expect((await find(student, 'quokka')).map((n) => n.id)).toEqual([shared.id])
    expect((await find(other, 'Quokka')).map((n) => n.id)).toEqual([shared.id])
    await expect(find(outsider, '')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await citableNote(other, course.courseId, shared.id)).toMatchObject({ id: shared.id })
    expect(await citableNote(student, course.courseId, hidden.id)).toBeNull()
    expect(await findSources(student, { debateId, kind: 'EVIDENCE', q: 'frozen' })).toMatchObject([
      { label: 'E08, 2005' },
    ])
  })

  test('are offered from one’s own notes: shared as notes, others as their words, which the class can follow', async () => {
    const { student, other } = course.cast
    const { id: debateId, slug } = await open()
    const shared = await noteBy(student, 'COURSE', 'A wombat appears.')
    const hidden = await noteBy(student, 'PRIVATE', 'A wombat hides.')
    const mine = await findSources(student, { debateId, kind: 'NOTE', q: 'wombat', mine: true })
    expect(mine.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      `NOTE ${shared.id}`,
      `PASSAGE ${hidden.id}`,
    ])
    expect(await findSources(other, { debateId, kind: 'NOTE', q: 'wombat', mine: true })).toEqual([])
    const words = mine.find(({ id }) => id === hidden.id)
    if (words?.kind !== 'PASSAGE') throw new Error('a private note gives its words')
    await say(student, debateId, { sources: [{ kind: 'PASSAGE', ...words.passage }] })
    const { claims } = await pageOf(slug, other)
    expect(claims[0]?.sources[0]).toMatchObject({ kind: 'PASSAGE', excerpt: '“Power”' })
    expect(JSON.stringify(claims)).not.toMatch(/wombat/)
  })
})

describe('the text to choose a passage in', () => {
  test('is of what the whole course can read, also for those who see more', async () => {
    const { student, instructor, outsider } = course.cast
    const { id: debateId } = await open()
    const draft = await makeSection(course.courseId, ['Nobody reads power here yet.'])
    await db.reading.update({ where: { id: draft.readingId }, data: { publishedAt: null } })
    const elsewhere = await makeCourse()
    const foreign = await makeSection(elsewhere.courseId, ['Power in another course.'])
    const look = (actor: Actor, over = {}) => citableText(actor, { debateId, q: '', ...over })
    for (const actor of [student, instructor]) {
      const page = await look(actor, { q: 'power', section: section.sectionId })
      expect(page.sections.map((s) => s.id)).toEqual([section.sectionId])
      expect(page.section?.html).toContain('data-at="0"')
      expect(page.found).toEqual([{ sectionId: section.sectionId, start: 0, words: section.text }])
      for (const id of [draft.sectionId, foreign.sectionId])
        await expect(look(actor, { section: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await expect(look(outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await look(student, { q: 'quagga' })).toMatchObject({
      ...{ found: [], section: { id: section.sectionId } },
    })
  })
})

test('a passage whose section was revised since it was checked is a conflict', async () => {
  const { courseId } = await makeCourse()
  const { sectionId, text } = await makeSection(courseId)
  const passage = { kind: 'PASSAGE' as const, sectionId, start: 4, end: 9, exact: text.slice(4, 9) }
  await transaction((tx) => holdPassages(tx, [passage]))
  await db.section.update({ where: { id: sectionId }, data: { version: 2, text: `New. ${text}` } })
  await expect(transaction((tx) => holdPassages(tx, [passage]))).rejects.toMatchObject({ code: 'CONFLICT' })
})
