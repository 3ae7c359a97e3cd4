import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter } from '@/lib/events'
import { type Cast, makeCourse, useDatabase } from '@/lib/testing/database'
import { createEvidence, createExplanations } from './commands'
import { explanationByCode, listExplanations, matrixPage } from './queries'
import { rateCell } from './rate-commands'
import { ratedCells, scoresFor } from './rules/lay-over'
import { CreateEvidence, CreateExplanations } from './schema'

useDatabase()

let course: { courseId: string; cast: Cast }

const explanations = () =>
  CreateExplanations.parse({
    courseId: course.courseId,
    explanations: ['H1', 'H2'].map((code) => ({
      ...{ code, name: `Explanation ${code}`, shortName: code },
      statement: 'It is *so*.',
      literature: 'Rose (1998), *World Politics*.',
    })),
  })
const evidence = () =>
  CreateEvidence.parse({
    courseId: course.courseId,
    evidence: [
      {
        code: 'E01',
        dateLabel: '12 Mar 1993',
        date: '1993-03-12',
        observation: 'A withdrawal.',
        suggested: { H1: 'CC', H2: 'I' },
      },
      {
        code: 'E02',
        dateLabel: 'Oct 1994',
        observation: 'A freeze.',
        relevance: 'HIGH',
        suggested: { H1: 'II', H2: 'N' },
      },
      { code: 'E03', dateLabel: 'Nov 2010', observation: 'A hall.', benched: true },
    ],
  })

beforeAll(async () => {
  course = await makeCourse()
  await createExplanations(course.cast.instructor, explanations())
  await createEvidence(course.cast.assistant, evidence())
})

const cell = async (code = 'E01', against = 'H1') => {
  const page = await matrixPage(course.cast.instructor, course.courseId)
  const row = [...page.rows, ...page.bench].find((r) => r.code === code)
  const column = page.explanations.find((e) => e.code === against)
  return { evidenceId: row?.id ?? '', explanationId: column?.id ?? '' }
}

describe('explanations and evidence', () => {
  test('are shown in their order, with their words as safe HTML', async () => {
    const [first, second] = await listExplanations(course.cast.observer, course.courseId)
    expect(first).toMatchObject({ code: 'H1', hue: 1, statementHtml: '<p>It is <em>so</em>.</p>' })
    expect(second).toMatchObject({ code: 'H2', hue: 2 })
    expect((await explanationByCode(course.cast.student, course.courseId, 'h2')).code).toBe('H2')
  })

  test('are made by staff alone, and outsiders find nothing', async () => {
    for (const actor of [course.cast.student, course.cast.observer]) {
      await expect(createExplanations(actor, explanations())).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(createEvidence(actor, evidence())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const { outsider } = course.cast
    await expect(createEvidence(outsider, evidence())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(matrixPage(outsider, course.courseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listExplanations(outsider, course.courseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(explanationByCode(outsider, course.courseId, 'H1')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('refuse a rating against an explanation that is not there', async () => {
    const wrong = evidence()
    wrong.evidence = wrong.evidence
      .slice(0, 1)
      .map((row) => ({ ...row, code: 'E99', suggested: { H9: 'C' } }))
    await expect(createEvidence(course.cast.instructor, wrong)).rejects.toMatchObject({ code: 'INVALID' })
  })
})

describe('the matrix', () => {
  test('adds up the ratings the class starts from; the bench is not counted', async () => {
    const page = await matrixPage(course.cast.student, course.courseId)
    expect(scoresFor(page, 'start').inconsistency).toEqual({ H1: 2, H2: 1 })
    expect(scoresFor(page, 'start').weighted.H1).toBeCloseTo(2 * Math.SQRT2)
    expect(scoresFor(page, 'start').leaders).toEqual(['H2'])
    expect(page.bench.map((row) => row.code)).toEqual(['E03'])
    expect(page.can).toEqual({ rate: true, edit: false })
  })

  test('lays one’s own ratings over them, for oneself alone, and takes them back', async () => {
    const { student, other } = course.cast
    const target = await cell('E02', 'H1')
    await rateCell(student, { ...target, value: 'C' })
    await rateCell(student, { ...target, value: 'N' })
    const mine = await matrixPage(student, course.courseId)
    expect(scoresFor(mine, 'mine').inconsistency).toEqual({ H1: 0, H2: 1 })
    expect(scoresFor(mine, 'start').inconsistency).toEqual({ H1: 2, H2: 1 })
    expect(ratedCells(mine).own).toBe(1)
    expect(scoresFor(await matrixPage(other, course.courseId), 'mine').inconsistency).toEqual({
      H1: 2,
      H2: 1,
    })
    await rateCell(student, { ...target, value: null })
    expect(ratedCells(await matrixPage(student, course.courseId)).own).toBe(0)
  })

  test('is rated by members who may write; not by observers or outsiders, and not on the bench', async () => {
    const target = { ...(await cell()), value: 'C' as const }
    await expect(rateCell(course.cast.observer, target)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(rateCell(course.cast.outsider, target)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const benched = { ...(await cell('E03')), value: 'C' as const }
    await expect(rateCell(course.cast.student, benched)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('names the rater of a cell only in the rater’s own windows', async () => {
    const { eventSeq } = await db.course.findUniqueOrThrow({ where: { id: course.courseId } })
    await rateCell(course.cast.student, { ...(await cell()), value: 'I' })
    const [event, counted, ...more] = await eventsAfter(course.courseId, Number(eventSeq), 10)
    expect(event).toMatchObject({
      type: 'matrix.rated',
      audience: 'PERSON',
      audienceId: course.cast.student.memberships[0]?.id,
    })
    expect(counted).toMatchObject({ type: 'matrix.counted', audience: 'EVERYONE', actorId: null })
    expect(more).toEqual([])
    expect(JSON.stringify(event?.payload)).toBe('{}')
    expect(JSON.stringify(counted?.payload)).not.toContain('"I"')
  })
})
