import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { eventsAfter, type RecordedEvent } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { cellPage, extremeReasons, ownPrior } from './cell-queries'
import { createEvidence, createExplanations } from './commands'
import { courseCounts } from './counts'
import { hydrateCounts } from './live'
import { matrixPage } from './queries'
import { rateCell, rateCells, setPrior } from './rate-commands'
import { matrixSheet } from './rules/sheet'
import { RATINGS, type RatingName } from './rules/vocabulary'
import { CreateEvidence, CreateExplanations, RateCells } from './schema'

useDatabase()

let course: { courseId: string; cast: Cast }
let raters: Actor[]
const ids = { rows: new Map<string, string>(), columns: new Map<string, string>() }

const cell = (row = 'E1', column = 'H1') => ({
  evidenceId: ids.rows.get(row) ?? '',
  explanationId: ids.columns.get(column) ?? '',
})

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  raters = [cast.student, cast.other]
  for (let i = 0; i < 4; i++) raters.push(await enrol(await makePerson(), courseId, 'STUDENT'))
  const columns = ['H1', 'H2', 'H3'].map((code) => ({ code, name: code, shortName: code, statement: 'So.' }))
  const made = await createExplanations(
    cast.instructor,
    CreateExplanations.parse({ courseId, explanations: columns }),
  )
  for (const { code, id } of made) ids.columns.set(code, id)
  const evidence = ['E1', 'E2', 'E3', 'E4', 'E5'].map((code) => ({
    code,
    dateLabel: 'once',
    observation: `Observed ${code}.`,
    suggested: { H1: 'N' },
  }))
  const rows = await createEvidence(cast.instructor, CreateEvidence.parse({ courseId, evidence }))
  for (const { code, id } of rows) ids.rows.set(code, id)
})

const classOf = async (actor: Actor, row = 'E1', column = 'H1') =>
  (await matrixPage(actor, course.courseId)).rows.find((r) => r.code === row)?.classes[column]

const eventsSince = async (work: () => Promise<unknown>): Promise<RecordedEvent[]> => {
  const { eventSeq } = await db.course.findUniqueOrThrow({ where: { id: course.courseId } })
  await work()
  return eventsAfter(course.courseId, Number(eventSeq), 100)
}

describe('the class’s ratings of a cell', () => {
  test('show once three others have rated, to each viewer by that rule', async () => {
    const [a, b, c, d] = raters as [Actor, Actor, Actor, Actor]
    const { observer, instructor } = course.cast
    await rateCell(a, { ...cell(), value: 'CC', reason: 'Because of the first.' })
    await rateCell(b, { ...cell(), value: 'II', reason: 'Because of the second.' })
    expect(await classOf(observer)).toBeUndefined()
    await rateCell(c, { ...cell(), value: 'N' })
    expect(await classOf(observer)).toEqual([1, 0, 1, 0, 1, 0])
    expect(await classOf(instructor)).toEqual([1, 0, 1, 0, 1, 0])
    for (const rater of [a, b, c]) {
      expect(await classOf(rater)).toBeUndefined()
      const page = await cellPage(rater, course.courseId, 'E1', 'H1')
      expect([page.cell, page.reasons]).toEqual([null, []])
      expect(await extremeReasons(rater, course.courseId)).toEqual([])
      const [head = [], line = []] = matrixSheet(await matrixPage(rater, course.courseId))
      expect(line[head.indexOf('H1 class n')]).toBe('')
    }
    await rateCell(d, { ...cell(), value: 'N' })
    for (const viewer of [a, b, c, d, observer]) expect(await classOf(viewer)).toEqual([1, 0, 2, 0, 1, 0])
  })

  test('give reasons without names, one’s own marked to oneself alone, in an order that time does not make', async () => {
    const [a, , c] = raters as [Actor, Actor, Actor]
    const page = await cellPage(a, course.courseId, 'e1', 'h1')
    expect(page.reasons.map((r) => [r.value, r.mine]).sort()).toEqual([
      ['CC', true],
      ['II', false],
    ])
    const seen = await cellPage(c, course.courseId, 'E1', 'H1')
    expect(seen.reasons.map((r) => r.reason)).toEqual(page.reasons.map((r) => r.reason))
    const [extreme] = await extremeReasons(c, course.courseId)
    expect(extreme).toMatchObject({ evidence: 'E1', explanation: 'H1' })
    const sent = JSON.stringify([page, await matrixPage(c, course.courseId), extreme])
    for (const other of raters.slice(1)) {
      if (other === c) continue
      expect(sent).not.toContain(other.memberships[0]?.id)
      expect(sent).not.toContain(other.name)
    }
  })

  test('equal what counting by hand gives, for any ratings', async () => {
    const given = fc.array(
      fc.tuple(
        fc.nat(raters.length - 1),
        fc.constantFrom('E2', 'E3'),
        fc.constantFrom('H1', 'H2', 'H3'),
        fc.constantFrom(...RATINGS, null),
      ),
      { minLength: 1, maxLength: 25 },
    )
    const kept = new Map<string, RatingName>()
    await fc.assert(
      fc.asyncProperty(given, async (list) => {
        for (const [who, row, column, value] of list) {
          await rateCell(raters[who] as Actor, { ...cell(row, column), value })
          if (value === null) kept.delete(`${who} ${row} ${column}`)
          else kept.set(`${who} ${row} ${column}`, value)
        }
        const counts = await courseCounts(course.courseId)
        for (const row of ['E2', 'E3'])
          for (const column of ['H1', 'H2', 'H3']) {
            const mine = [...kept].filter(([key]) => key.endsWith(` ${row} ${column}`)).map(([, v]) => v)
            const at = cell(row, column)
            const found = counts.find(
              (c) => c.evidenceId === at.evidenceId && c.explanationId === at.explanationId,
            )
            expect(found?.counts ?? [0, 0, 0, 0, 0, 0]).toEqual(
              RATINGS.map((rating) => mine.filter((v) => v === rating).length),
            )
          }
      }),
      { numRuns: 6 },
    )
  }, 60_000)
})

describe('rating', () => {
  test('goes for many cells at once, the last word of each counting, and twice is once', async () => {
    const [a] = raters as [Actor]
    const ratings = RateCells.parse({
      ratings: [
        { ...cell('E4', 'H1'), value: 'C' },
        { ...cell('E4', 'H2'), value: 'I', reason: 'A reason.', likelihood: 0.2 },
        { ...cell('E4', 'H1'), value: 'CC' },
      ],
    })
    expect(await rateCells(a, ratings)).toEqual({ changed: 2 })
    expect(await eventsSince(() => rateCells(a, ratings))).toEqual([])
    const row = (await matrixPage(a, course.courseId)).rows.find((r) => r.code === 'E4')
    expect([row?.own, row?.reasons, row?.likelihoods]).toEqual([
      { H1: 'CC', H2: 'I' },
      { H2: 'A reason.' },
      { H2: 0.2 },
    ])
  })

  test('drops reason and number with the rating they belong to', async () => {
    const [a] = raters as [Actor]
    await rateCell(a, { ...cell('E4', 'H2'), value: 'I' })
    expect((await cellPage(a, course.courseId, 'E4', 'H2')).row.reasons).toEqual({ H2: 'A reason.' })
    await rateCell(a, { ...cell('E4', 'H2'), value: 'II' })
    const { row } = await cellPage(a, course.courseId, 'E4', 'H2')
    expect([row.reasons, row.likelihoods]).toEqual([{}, {}])
  })

  test('at once from many windows leaves one rating a member', async () => {
    const [a] = raters as [Actor]
    await Promise.all(
      RATINGS.map((value) => rateCell(a, { ...cell('E5', 'H3'), value })).concat(
        RATINGS.map((value) => rateCell(a, { ...cell('E5', 'H3'), value })),
      ),
    )
    const where = { ...cell('E5', 'H3'), membershipId: a.memberships[0]?.id ?? '' }
    expect(await db.rating.count({ where })).toBe(1)
  })

  test('of cells of two courses at once is not found, and changes nothing', async () => {
    const other = await makeCourse()
    const [made] = await createEvidence(
      other.cast.instructor,
      CreateEvidence.parse({
        courseId: other.courseId,
        evidence: [{ code: 'E1', dateLabel: 'x', observation: 'y' }],
      }),
    )
    const [a] = raters as [Actor]
    const mixed = [
      { ...cell('E5', 'H1'), value: 'C' as const },
      { evidenceId: made?.id ?? '', explanationId: cell().explanationId, value: 'C' as const },
    ]
    await expect(rateCells(a, { ratings: mixed })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.rating.count({ where: { ...cell('E5', 'H1') } })).toBe(0)
  })
})

describe('what is pushed', () => {
  test('is the cell’s counts to everybody, never a name, and nothing while four have not rated', async () => {
    const target = cell('E5', 'H2')
    for (const [i, rater] of raters.slice(0, 4).entries()) {
      const events = await eventsSince(() => rateCell(rater, { ...target, value: 'C', reason: `Why ${i}` }))
      const counted = events.filter((e) => e.type === 'matrix.counted')
      expect(counted).toHaveLength(1)
      const parcel = (await hydrateCounts(counted)).get(counted[0]?.seq ?? 0)?.json ?? ''
      const [pushed] = JSON.parse(parcel).cells
      expect(pushed).toEqual({
        ...{ evidence: target.evidenceId, explanation: target.explanationId },
        counts: i < 3 ? null : [0, 4, 0, 0, 0, 0],
        ask: i === 2,
      })
      expect(parcel).not.toContain(rater.memberships[0]?.id)
      expect(parcel).not.toContain('Why')
    }
  })

  test('is not asked for where only one’s own number changed', async () => {
    const [a] = raters as [Actor]
    const events = await eventsSince(() =>
      rateCell(a, { ...cell('E5', 'H2'), value: 'C', reason: 'Why 0', likelihood: 0.6 }),
    )
    expect(events.map((e) => [e.type, e.audience])).toEqual([['matrix.rated', 'PERSON']])
  })
})

describe('credence before the evidence', () => {
  const points = (...list: number[]) =>
    Object.fromEntries([...ids.columns.values()].map((id, i) => [id, list[i] ?? 0]))

  test('is even until given, whole when given, and one’s own', async () => {
    const [a, b] = raters as [Actor, Actor]
    const { courseId } = course
    expect(await ownPrior(a, courseId)).toEqual({ given: false, points: { H1: 34, H2: 33, H3: 33 } })
    await setPrior(a, { courseId, points: points(70, 30, 0) })
    expect(await ownPrior(a, courseId)).toEqual({ given: true, points: { H1: 70, H2: 30, H3: 0 } })
    expect((await ownPrior(b, courseId)).given).toBe(false)
    await expect(setPrior(a, { courseId, points: points(70, 20, 0) })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await expect(setPrior(a, { courseId, points: {} })).rejects.toMatchObject({ code: 'CONFLICT' })
    const { observer, outsider } = course.cast
    await expect(setPrior(observer, { courseId, points: points(100) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(ownPrior(outsider, courseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
