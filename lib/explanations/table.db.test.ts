import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { cellPage } from './cell-queries'
import { createEvidence, createExplanations } from './commands'
import { deleteComment, editComment, postComment, restoreComment } from './comment-commands'
import {
  arrangeMatrix,
  editEvidence,
  editExplanation,
  removeEvidence,
  removeExplanation,
} from './edit-commands'
import { evidenceForm, matrixSource } from './edit-queries'
import { matrixPage } from './queries'
import { rateCell } from './rate-commands'
import { CreateEvidence, CreateExplanations, EditEvidence, EditExplanation } from './schema'

useDatabase()

let course: { courseId: string; slug: string; cast: Cast }
let section: { sectionId: string; text: string }

const idOf = async (code: string) =>
  (await db.evidence.findFirstOrThrow({ where: { courseId: course.courseId, code } })).id
const columnOf = async (code: string) =>
  (await db.explanation.findFirstOrThrow({ where: { courseId: course.courseId, code } })).id
const passage = (words: string) => {
  const start = section.text.indexOf(words)
  return { sectionId: section.sectionId, start, end: start + words.length, exact: words }
}

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  section = await makeSection(courseId, ['The bank was named.', 'The talks then stopped for a year.'])
  const columns = ['H1', 'H2'].map((code) => ({ code, name: code, shortName: code, statement: 'So.' }))
  await createExplanations(cast.instructor, CreateExplanations.parse({ courseId, explanations: columns }))
  const evidence = ['E1', 'E2', 'E3'].map((code) => ({ code, dateLabel: 'x', observation: 'Seen.' }))
  await createEvidence(cast.instructor, CreateEvidence.parse({ courseId, evidence }))
})

describe('the staff', () => {
  test('change a row in part; what is not given stays', async () => {
    const id = await idOf('E1')
    const edit = EditEvidence.parse({
      id,
      credibility: 'HIGH',
      suggested: { H1: 'I' },
      url: 'https://example.org/a',
    })
    await editEvidence(course.cast.assistant, edit)
    const [row] = (await matrixPage(course.cast.student, course.courseId)).rows
    expect(row).toMatchObject({
      ...{ code: 'E1', observation: 'Seen.', credibility: 'HIGH', relevance: 'MEDIUM' },
      ...{ suggested: { H1: 'I' }, url: 'https://example.org/a' },
    })
    const explanation = EditExplanation.parse({ id: await columnOf('H1'), name: 'The first' })
    await editExplanation(course.cast.instructor, explanation)
    expect(await db.explanation.findUnique({ where: { id: explanation.id } })).toMatchObject({
      ...{ name: 'The first', statement: 'So.', code: 'H1' },
    })
  })

  test('alone: students and observers are refused, others find nothing', async () => {
    const id = await idOf('E1')
    const { courseId, cast } = course
    for (const actor of [cast.student, cast.observer]) {
      await expect(editEvidence(actor, { id, benched: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(removeEvidence(actor, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(evidenceForm(actor, courseId, 'E1', null)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(matrixSource(actor, courseId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(arrangeMatrix(actor, { courseId, what: 'evidence', ids: [id] })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
    await expect(editEvidence(cast.outsider, { id, benched: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(matrixSource(cast.outsider, courseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('are told beside the field which code is taken', async () => {
    const id = await idOf('E1')
    await expect(editEvidence(course.cast.instructor, { id, code: 'E2' })).rejects.toMatchObject({
      code: 'CONFLICT',
      detail: { fields: { code: 'The code E2 is taken. Give it another.' } },
    })
    const again = CreateExplanations.parse({
      courseId: course.courseId,
      explanations: [{ code: 'H1', name: 'x', shortName: 'x', statement: 'x' }],
    })
    await expect(createExplanations(course.cast.instructor, again)).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(EditEvidence.safeParse({ id, url: 'javascript:alert(1)' }).success).toBe(false)
    expect(EditEvidence.safeParse({ id, code: 'edit' }).success).toBe(false)
  })

  test('put all rows in an order, or none', async () => {
    const { courseId, cast } = course
    const ids = await Promise.all(['E3', 'E1', 'E2'].map(idOf))
    await arrangeMatrix(cast.instructor, { courseId, what: 'evidence', ids })
    const codes = async () => (await matrixPage(cast.student, courseId)).rows.map((r) => r.code)
    expect(await codes()).toEqual(['E3', 'E1', 'E2'])
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1] ?? ''], [...ids, crypto.randomUUID()]])
      await expect(
        arrangeMatrix(cast.instructor, { courseId, what: 'evidence', ids: wrong }),
      ).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await codes()).toEqual(['E3', 'E1', 'E2'])
    const columns = await Promise.all(['H2', 'H1'].map(columnOf))
    await arrangeMatrix(cast.instructor, { courseId, what: 'explanations', ids: columns })
    expect((await matrixPage(cast.student, courseId)).explanations.map((e) => e.code)).toEqual(['H2', 'H1'])
  })

  test('link a row to words of a reading; the class is led to them', async () => {
    const id = await idOf('E1')
    await editEvidence(
      course.cast.instructor,
      EditEvidence.parse({ id, passage: passage('talks then stopped') }),
    )
    const row = (await matrixPage(course.cast.student, course.courseId)).rows.find((r) => r.code === 'E1')
    const at = section.text.indexOf('talks then stopped')
    expect(row?.passage).toMatchObject({ exact: 'talks then stopped' })
    expect(row?.passage?.href).toMatch(new RegExp(`/readings/.+/1\\?at=${at}-${at + 18}$`))
    const copied = { sectionId: section.sectionId, start: 0, end: 14, exact: 'bank was named' }
    await editEvidence(course.cast.instructor, EditEvidence.parse({ id, passage: copied }))
    expect(await db.evidence.findUnique({ where: { id } })).toMatchObject({
      start: 4,
      exact: 'bank was named',
    })
    const invented = { ...copied, exact: 'nowhere in it' }
    await expect(
      editEvidence(course.cast.instructor, EditEvidence.parse({ id, passage: invented })),
    ).rejects.toMatchObject({ code: 'INVALID' })
    const elsewhere = await makeCourse()
    const foreign = await makeSection(elsewhere.courseId)
    const stolen = { sectionId: foreign.sectionId, start: 0, end: 3, exact: 'The' }
    await expect(
      editEvidence(course.cast.instructor, EditEvidence.parse({ id, passage: stolen })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('show nobody words of a reading that is taken back, and cite none', async () => {
    const id = await idOf('E1')
    const publish = (publishedAt: Date | null) =>
      db.reading.updateMany({ where: { courseId: course.courseId }, data: { publishedAt } })
    await publish(null)
    const see = async (who: 'student' | 'instructor') =>
      (await cellPage(course.cast[who], course.courseId, 'E1', 'H1')).row.passage
    expect(await see('student')).toBeNull()
    expect(await see('instructor')).not.toBeNull()
    await expect(
      editEvidence(course.cast.instructor, EditEvidence.parse({ id, passage: passage('bank') })),
    ).rejects.toMatchObject({ code: 'INVALID' })
    await publish(new Date())
    await editEvidence(course.cast.instructor, EditEvidence.parse({ id, passage: null }))
    expect(await see('student')).toBeNull()
  })

  test('take away only what nobody has used', async () => {
    const { cast } = course
    const cell = { evidenceId: await idOf('E2'), explanationId: await columnOf('H2') }
    await rateCell(cast.student, { ...cell, value: 'C' })
    await expect(removeEvidence(cast.instructor, { id: cell.evidenceId })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(removeExplanation(cast.instructor, { id: cell.explanationId })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const source = await matrixSource(cast.instructor, course.courseId)
    expect(source.evidence.map((e) => [e.code, e.removable])).toEqual([
      ['E3', true],
      ['E1', true],
      ['E2', false],
    ])
    await removeEvidence(cast.instructor, { id: await idOf('E3') })
    expect((await matrixPage(cast.student, course.courseId)).rows.map((r) => r.code)).toEqual(['E1', 'E2'])
  })
})

describe('the thread of a cell', () => {
  const cell = async () => ({ evidenceId: await idOf('E1'), explanationId: await columnOf('H1') })
  const posts = async (who: keyof Cast = 'student') =>
    (await cellPage(course.cast[who], course.courseId, 'E1', 'H1')).comments

  test('is written once, changed by its author, taken away and brought back', async () => {
    const { cast } = course
    const id = crypto.randomUUID()
    const input = { ...(await cell()), id, body: 'So *what* <script>alert(1)</script>' }
    await postComment(cast.student, input)
    await postComment(cast.student, input)
    const [post, ...more] = await posts()
    expect(more).toEqual([])
    expect(post?.html).toContain('<em>what</em>')
    expect(post?.html).not.toContain('<script')
    expect(post?.can).toEqual({ edit: true, remove: true })
    await expect(postComment(cast.other, input)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(editComment(cast.instructor, { id, body: 'mine' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await editComment(cast.student, { id, body: 'Changed.' })
    expect((await posts('other'))[0]).toMatchObject({
      body: null,
      edited: true,
      can: { edit: false, remove: false },
    })
    await expect(deleteComment(cast.other, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await deleteComment(cast.instructor, { id })
    expect(await posts()).toEqual([])
    await expect(deleteComment(cast.student, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await restoreComment(cast.student, { id })
    expect(await posts()).toHaveLength(1)
  })

  test('is closed to observers and outsiders', async () => {
    const input = { ...(await cell()), body: 'x' }
    await expect(postComment(course.cast.observer, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(postComment(course.cast.outsider, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(cellPage(course.cast.outsider, course.courseId, 'E1', 'H1')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(cellPage(course.cast.student, course.courseId, 'E9', 'H1')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
