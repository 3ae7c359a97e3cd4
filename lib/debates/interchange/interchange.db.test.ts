import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { postNote } from '@/lib/discussion/commands'
import { eventsAfter, lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { addClaim } from '../commands/add-claim'
import { writeAif } from '../rules/interchange/aif-write'
import { writeArgdown } from '../rules/interchange/argdown-write'
import type { ArgumentMap } from '../rules/interchange/map'
import { AddClaim, CreateDebate } from '../schema'
import { createDebate } from '../set-up/create-debate'
import { exportedMap } from './export'
import { importDebate, importMap } from './import'

useDatabase()

let courseId: string
let cast: Cast
let slug: string
let debateId: string
const ids = { note: '', section: '', evidence: '' }

const open = (over: Partial<CreateDebate> = {}, actor = cast.instructor, course = courseId) =>
  createDebate(actor, CreateDebate.parse({ courseId: course, motion: 'This House believes 주체.', ...over }))
const say = (actor: Actor, over: Partial<AddClaim>) =>
  addClaim(actor, AddClaim.parse({ debateId, relation: 'SUPPORTS', text: 'Because.', ...over }))

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  const section = await makeSection(courseId, ['Power among states.'])
  ids.section = section.sectionId
  const note = await postNote(cast.student, {
    ...{ sectionId: ids.section, kind: 'COMMENT', body: 'A thought.', visibility: 'COURSE' },
    anchor: { start: 0, end: 5, exact: 'Power' },
  })
  ids.note = note.id
  const evidence = await db.evidence.create({
    data: { courseId, position: 1, code: 'E01', dateLabel: '1994', observation: 'An agreement.' },
  })
  ids.evidence = evidence.id
  const debate = await open()
  slug = debate.slug
  debateId = debate.id
  const one = await say(cast.student, {
    text: 'First [of] {all} – “힘”.\n\n- with a list',
    toulmin: 'CLAIM',
    sources: [
      { kind: 'NOTE', noteId: ids.note },
      { kind: 'PASSAGE', sectionId: ids.section, start: 0, end: 5, exact: 'Power' },
      { kind: 'EVIDENCE', evidenceId: ids.evidence },
      { kind: 'REFERENCE', text: 'Waltz, *Theory*, 1979.' },
      { kind: 'LINK', url: 'https://example.org/a', text: '' },
    ],
  } as Partial<AddClaim>)
  const two = await say(cast.instructor, { parentId: one.id, relation: 'OPPOSES', text: 'No.' })
  await say(cast.other, { parentId: two.id, relation: 'UNDERCUTS', text: 'That does not follow.' })
  await say(cast.other, { relation: 'OPPOSES', text: 'Against.' })
})

const exported = async (which = slug, actor = cast.student, course = courseId): Promise<ArgumentMap> => {
  const { slug: _, ...map } = await exportedMap(actor, course, which)
  return map
}
const WRITERS = [
  ['argdown', writeArgdown],
  ['aif', writeAif],
] as const

describe('a debate’s argument', () => {
  test('goes out with authors, roles, relations and sources, the same for student and staff', async () => {
    const map = await exported()
    expect(map.claims.map((c) => [c.number, c.parent, c.relation, c.author])).toEqual([
      [1, null, 'SUPPORTS', cast.student.name],
      [2, 1, 'OPPOSES', cast.instructor.name],
      [3, 2, 'UNDERCUTS', cast.other.name],
      [4, null, 'OPPOSES', cast.other.name],
    ])
    expect(map.claims[0]?.sources.map((s) => s.kind)).toEqual([
      'NOTE',
      'PASSAGE',
      'EVIDENCE',
      'REFERENCE',
      'LINK',
    ])
    expect(map.claims[0]?.sources[1]).toMatchObject({
      sectionId: ids.section,
      start: 0,
      end: 5,
      exact: 'Power',
    })
    expect(await exported(slug, cast.instructor)).toEqual(map)
    await expect(exported(slug, cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('comes back as it was, into a new debate and into an empty one, by either format', async () => {
    const map = await exported()
    for (const [format, write] of WRITERS) {
      const made = await importDebate(cast.instructor, { courseId, motion: '', format, text: write(map) })
      expect(made).toMatchObject({ claims: 4, remarks: [] })
      expect(await exported(made.slug)).toEqual(map)
      const empty = await open({ motion: 'Another.' })
      await importMap(cast.assistant, { debateId: empty.id, format, text: write(map) })
      expect((await exported(empty.slug)).claims).toEqual(map.claims)
    }
    const rows = await db.claim.findMany({
      where: { debate: { courseId }, text: { startsWith: 'That does not' } },
    })
    expect(new Set(rows.map((r) => r.text))).toEqual(
      new Set(['That does not follow.', `That does not follow.\n\n— ${cast.other.name}`]),
    )
  })

  test('keeps words and links of what another course does not have', async () => {
    const away = await makeCourse()
    const teacher = away.cast.instructor
    const made = await importDebate(teacher, {
      ...{ courseId: away.courseId, motion: 'Ours.', format: 'argdown' as const },
      text: writeArgdown(await exported()),
    })
    const [first] = (await exported(made.slug, teacher, away.courseId)).claims
    expect(first?.sources.map((s) => [s.kind, s.text])).toEqual([
      ['REFERENCE', expect.stringMatching(/^Note by .*\(http.*note=/)],
      ['REFERENCE', expect.stringMatching(/“Power” \(http.*at=0-5\)$/)],
      ['REFERENCE', expect.stringMatching(/^E01, 1994: An agreement\. \(http/)],
      ['REFERENCE', 'Waltz, *Theory*, 1979.'],
      ['LINK', 'example.org/a'],
    ])
  })

  test('names nothing that may not be read any more', async () => {
    const reading = await db.section.findUniqueOrThrow({ where: { id: ids.section } })
    await db.reading.update({ where: { id: reading.readingId }, data: { publishedAt: null } })
    const text = JSON.stringify(await exported(slug, cast.instructor))
    await db.reading.update({ where: { id: reading.readingId }, data: { publishedAt: new Date() } })
    for (const secret of [ids.section, ids.note, 'Power', 'A thought']) expect(text).not.toContain(secret)
  })
})

describe('an import', () => {
  const file = { format: 'argdown' as const, text: '[M]: Tea.\n  + [A]: Hot.\n  - [B]: Bitter.' }

  test('is one event, and cannot be done twice', async () => {
    const { id } = await open({ motion: 'Empty.' })
    const seq = await lastSeq(courseId)
    const both = await Promise.allSettled(
      [1, 2].map(() => importMap(cast.instructor, { debateId: id, ...file })),
    )
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    await expect(importMap(cast.instructor, { debateId: id, ...file })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await db.claim.count({ where: { debateId: id } })).toBe(2)
    expect((await eventsAfter(courseId, seq, 9)).map((e) => [e.type, e.payload])).toEqual([
      ['debate.changed', { imported: 2 }],
    ])
  })

  test('is the staff’s, of an open debate; a file that is none leaves nothing behind', async () => {
    const { id } = await open({ motion: 'For staff.' })
    for (const [actor, code] of [
      [cast.student, 'FORBIDDEN'],
      [cast.observer, 'FORBIDDEN'],
      [cast.outsider, 'NOT_FOUND'],
    ] as const) {
      await expect(importMap(actor, { debateId: id, ...file })).rejects.toMatchObject({ code })
      await expect(importDebate(actor, { courseId, motion: '', ...file })).rejects.toMatchObject({ code })
    }
    const before = await db.debate.count()
    await expect(
      importDebate(cast.instructor, { courseId, motion: '', format: 'aif', text: '{}' }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      detail: { fields: { text: expect.stringContaining('not AIF') } },
    })
    const long = { format: 'argdown' as const, text: `[M]: ${'x'.repeat(700)}` }
    await expect(importDebate(cast.instructor, { courseId, motion: '', ...long })).rejects.toMatchObject({
      code: 'INVALID',
    })
    expect(await db.debate.count()).toBe(before)
    await db.debate.update({ where: { id }, data: { closedAt: new Date() } })
    await expect(importMap(cast.instructor, { debateId: id, ...file })).rejects.toMatchObject({
      code: 'CLOSED',
    })
  })

  test('of a thousand claims is quick', async () => {
    const text = `[M]: m\n${Array.from({ length: 1000 }, (_, i) => `  + [C${i + 1}]: Claim ${i + 1}. {"author":"Ada"}`).join('\n')}`
    const began = performance.now()
    const made = await importDebate(cast.instructor, { courseId, motion: '', format: 'argdown', text })
    expect(made.claims).toBe(1000)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
