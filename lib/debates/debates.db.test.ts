import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { postNote } from '@/lib/discussion/commands'
import { eventsAfter } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { citableNote, findSources } from './citable'
import * as commands from './commands'
import { debatePage, listDebates } from './queries'
import { AddClaim, CreateDebate, EditClaim, type SourceInput } from './schema'

useDatabase()

let course: { courseId: string; slug: string; groups: [string, string]; cast: Cast }
let section: Awaited<ReturnType<typeof makeSection>>

beforeAll(async () => {
  course = await makeCourse()
  section = await makeSection(course.courseId, ['Power among states starts the sequence.'])
})

const memberId = (actor: Actor): string => actor.memberships[0]?.id ?? ''
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
const lastSeq = async () =>
  Number((await db.course.findUniqueOrThrow({ where: { id: course.courseId } })).eventSeq)
const since = async (seq: number) =>
  (await eventsAfter(course.courseId, seq, 50)).map(({ type, subjectId, scopeId }) => ({
    type,
    subjectId,
    scopeId,
  }))

describe('a debate', () => {
  test('starts with its phases, roles and exchanges, and everybody in the course reads it', async () => {
    const { student, other, observer, outsider, assistant } = course.cast
    const before = await lastSeq()
    const { id, slug } = await open({
      alternatives: ['Another.'],
      background: 'Some *background*.',
      rules: '1. Be kind.',
      chairNote: 'Watch C12.',
      formatName: 'Oxford style',
      phases: [
        { name: 'Opening', minutes: 6, who: 'P1', purpose: 'Opens.' },
        { name: 'Floor', minutes: 15, who: 'Jurors', purpose: '' },
      ],
      roles: [
        { membershipId: memberId(student), side: 'FOR', label: 'P1' },
        { membershipId: memberId(other), side: null, label: 'juror' },
      ],
      exchanges: [
        {
          title: 'Floor',
          turns: [
            { speakerId: memberId(other), role: 'juror', words: 'Why?' },
            { speakerId: memberId(student), role: 'P1', words: 'Because.' },
          ],
        },
      ],
    })
    expect(slug).toBe('tests-test')
    const page = await pageOf(slug)
    expect(page).toMatchObject({
      motion,
      alternatives: ['Another.'],
      backgroundHtml: '<p>Some <em>background</em>.</p>',
      chairNoteHtml: '',
      phases: [
        { name: 'Opening', minutes: 6 },
        { name: 'Floor', minutes: 15 },
      ],
      roles: [
        { label: 'P1', side: 'FOR', mine: true },
        { label: 'juror', side: null, mine: false },
      ],
      exchanges: [
        {
          title: 'Floor',
          turns: [
            { role: 'juror', side: null, html: '<p>Why?</p>' },
            { role: 'P1', side: 'FOR' },
          ],
        },
      ],
      can: { manage: false, add: true },
    })
    expect((await pageOf(slug, assistant)).chairNoteHtml).toBe('<p>Watch C12.</p>')
    expect((await pageOf(slug, observer)).can).toEqual({ manage: false, add: false })
    await expect(pageOf(slug, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await since(before)).toEqual([{ type: 'debate.created', subjectId: id, scopeId: id }])
  })

  test('gets an address of its own, also when two are made at once', async () => {
    const made = await Promise.all([open(), open(), open()])
    expect(new Set(made.map((d) => d.slug)).size).toBe(3)
    await expect(open({ slug: made[0]?.slug })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is made by staff alone, about people of the course alone', async () => {
    const input = CreateDebate.parse({ courseId: course.courseId, motion })
    for (const who of ['student', 'observer'] as const)
      await expect(commands.createDebate(course.cast[who], input)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    await expect(commands.createDebate(course.cast.outsider, input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const stranger = [{ membershipId: memberId(course.cast.outsider), side: null, label: 'juror' }]
    await expect(open({ roles: stranger })).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('takes nothing once it is closed', async () => {
    const { student, assistant } = course.cast
    const { id, slug } = await open()
    const claim = await say(student, id)
    await expect(commands.closeDebate(student, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const before = await lastSeq()
    await commands.closeDebate(assistant, { id })
    await commands.closeDebate(assistant, { id })
    expect(await since(before)).toEqual([{ type: 'debate.closed', subjectId: id, scopeId: id }])
    const closed = { code: 'CLOSED' }
    await expect(say(student, id)).rejects.toMatchObject(closed)
    await expect(edit(student, claim.id)).rejects.toMatchObject(closed)
    await expect(commands.deleteClaim(assistant, { id: claim.id })).rejects.toMatchObject(closed)
    expect((await pageOf(slug)).can.add).toBe(false)
  })
})

describe('a claim', () => {
  test('gets the next number, also when twelve come at once', async () => {
    const { student, other } = course.cast
    const { id } = await open()
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) => say(i % 2 ? student : other, id, { text: `Claim ${i}` })),
    )
    expect(made.map((c) => c.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    )
  })

  test('keeps its number for itself when it is deleted', async () => {
    const { id } = await open()
    const first = await say(course.cast.student, id)
    await commands.deleteClaim(course.cast.student, { id: first.id })
    expect((await say(course.cast.student, id)).number).toBe(2)
  })

  test('sent twice with one id, also at once, is one claim', async () => {
    const { id: debateId } = await open()
    const id = crypto.randomUUID()
    const sent = await Promise.all([1, 2].map(() => say(course.cast.student, debateId, { id })))
    expect(sent[0]).toEqual(sent[1])
    expect(await db.claim.count({ where: { debateId } })).toBe(1)
  })

  test('hangs under a claim of its own debate, and the database refuses circles', async () => {
    const { student } = course.cast
    const [here, there] = [await open(), await open()]
    const parent = await say(student, here.id)
    const child = await say(student, here.id, { parentId: parent.id, relation: 'OPPOSES' })
    await expect(say(student, there.id, { parentId: parent.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const round = db.claim.update({ where: { id: parent.id }, data: { parentId: child.id } })
    await expect(round).rejects.toThrow(/never under itself/)
    const self = db.claim.update({ where: { id: child.id }, data: { parentId: child.id } })
    await expect(self).rejects.toThrow(/never under itself/)
    const away = db.claim.update({ where: { id: child.id }, data: { debateId: there.id } })
    await expect(away).rejects.toThrow(/its own debate/)
  })

  test('is written by students and staff, changed by its author and staff', async () => {
    const { student, other, assistant, observer, outsider } = course.cast
    const { id: debateId, slug } = await open()
    await expect(say(observer, debateId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(say(outsider, debateId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { id } = await say(student, debateId)
    await say(assistant, debateId)
    await expect(edit(other, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(commands.deleteClaim(other, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(edit(outsider, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await edit(student, id)
    await edit(assistant, id, { relation: 'OPPOSES' })
    const find = async (actor: Actor) => (await pageOf(slug, actor)).claims.find((c) => c.id === id)
    expect(await find(student)).toMatchObject({
      text: 'Better.',
      relation: 'OPPOSES',
      helps: 'AGAINST',
      edited: true,
      can: { edit: true, delete: true },
    })
    expect((await find(other))?.can).toEqual({ edit: false, delete: false })
  })

  test('goes and comes back, but stays while it is answered', async () => {
    const { student, other } = course.cast
    const { id: debateId, slug } = await open()
    const parent = await say(student, debateId)
    const child = await say(other, debateId, { parentId: parent.id, relation: 'OPPOSES' })
    const conflict = { code: 'CONFLICT' }
    await expect(commands.deleteClaim(student, { id: parent.id })).rejects.toMatchObject(conflict)
    await commands.deleteClaim(other, { id: child.id })
    await commands.deleteClaim(student, { id: parent.id })
    expect((await pageOf(slug)).claims).toEqual([])
    await expect(say(other, debateId, { parentId: parent.id })).rejects.toMatchObject(conflict)
    await expect(commands.restoreClaim(other, { id: child.id })).rejects.toMatchObject(conflict)
    await expect(commands.restoreClaim(other, { id: parent.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await commands.restoreClaim(student, { id: parent.id })
    await commands.restoreClaim(other, { id: child.id })
    expect((await pageOf(slug)).claims.map((c) => c.number)).toEqual([1, 2])
  })

  test('is answered or deleted, never both, when the two come at once', async () => {
    const { student, other } = course.cast
    const { id: debateId } = await open()
    for (let i = 0; i < 5; i++) {
      const parent = await say(student, debateId)
      const both = [
        commands.deleteClaim(student, { id: parent.id }),
        say(other, debateId, { parentId: parent.id }),
      ]
      const done = (await Promise.allSettled(both)).filter((r) => r.status === 'fulfilled')
      expect(done).toHaveLength(1)
    }
  })

  test('tells of itself, in order and with its debate as the place', async () => {
    const { student } = course.cast
    const { id: debateId } = await open()
    const before = await lastSeq()
    const { id } = await say(student, debateId)
    await edit(student, id)
    await commands.deleteClaim(student, { id })
    await commands.restoreClaim(student, { id })
    const types = ['claim.added', 'claim.edited', 'claim.deleted', 'claim.edited']
    expect(await since(before)).toEqual(types.map((type) => ({ type, subjectId: id, scopeId: debateId })))
  })
})

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
})
