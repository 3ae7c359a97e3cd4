import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { seeded } from '@/lib/random/seeded'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { addStatement, changeSurvey, closeSurvey, moderateStatement, openSurvey, voteOn } from './commands'
import { listSurveys, surveyPage } from './queries'
import { ModerateStatement, OpenSurvey } from './schema'

useDatabase()

let course: { courseId: string; slug: string; cast: Cast }
let class12: Actor[]

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  const more = Array.from({ length: 10 }, async () => enrol(await makePerson(), courseId, 'STUDENT'))
  class12 = [cast.student, cast.other, ...(await Promise.all(more))]
})

const lines = (n: number) => Array.from({ length: n }, (_, i) => `Statement number ${i + 1}.`)
const open = (over: Partial<OpenSurvey> = {}) =>
  openSurvey(
    course.cast.instructor,
    OpenSurvey.parse({ courseId: course.courseId, title: 'How we see it', statements: lines(12), ...over }),
  )
const page = (actor: Actor, slug: string) => surveyPage(actor, course.courseId, slug)
const statementsOf = (surveyId: string) =>
  db.opinionStatement.findMany({ where: { surveyId }, orderBy: { number: 'asc' } })
const memberId = (actor: Actor) => actor.memberships[0]?.id ?? ''
const refusal = (code: string) => ({ code })
const take = (statementId: string, reason = 'Two thoughts in one.') =>
  moderateStatement(course.cast.assistant, ModerateStatement.parse({ statementId, act: 'HIDE', reason }))

/** Two camps of six: they agree on the first three statements and stand against each other on the others. */
async function campsVote(surveyId: string): Promise<void> {
  const random = seeded('camps')
  const statements = await statementsOf(surveyId)
  for (const [i, actor] of class12.entries())
    for (const [j, statement] of statements.entries()) {
      if (random() < 0.05) continue
      const side = j < 3 || i < 6 ? 1 : -1
      await voteOn(actor, { statementId: statement.id, value: random() < 0.06 ? 0 : side })
    }
}

describe('who may', () => {
  test('open, close and change: staff alone', async () => {
    const { student, observer, outsider, assistant } = course.cast
    const { id, slug } = await open()
    const input = OpenSurvey.parse({ courseId: course.courseId, title: 'T' })
    const [statement] = await statementsOf(id)
    const hide = { statementId: statement!.id, act: 'HIDE' as const, reason: 'So.' }
    for (const [actor, code] of [
      [student, 'FORBIDDEN'],
      [observer, 'FORBIDDEN'],
      [outsider, 'NOT_FOUND'],
    ] as const) {
      await expect(openSurvey(actor, input)).rejects.toMatchObject(refusal(code))
      await expect(closeSurvey(actor, { surveyId: id })).rejects.toMatchObject(refusal(code))
      await expect(changeSurvey(actor, { surveyId: id, open: false })).rejects.toMatchObject(refusal(code))
      await expect(moderateStatement(actor, hide)).rejects.toMatchObject(refusal(code))
    }
    await expect(page(outsider, slug)).rejects.toMatchObject(refusal('NOT_FOUND'))
    await expect(listSurveys(outsider, course.courseId)).rejects.toMatchObject(refusal('NOT_FOUND'))
    await closeSurvey(assistant, { surveyId: id })
    await expect(closeSurvey(assistant, { surveyId: id })).rejects.toMatchObject(refusal('CLOSED'))
  })

  test('vote and add: members who write, while it is open', async () => {
    const { student, observer, outsider, assistant } = course.cast
    const { id } = await open()
    const [statement] = await statementsOf(id)
    const vote = { statementId: statement!.id, value: 1 as const }
    await expect(voteOn(observer, vote)).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(voteOn(outsider, vote)).rejects.toMatchObject(refusal('NOT_FOUND'))
    await expect(addStatement(observer, { surveyId: id, text: 'Mine.' })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    )
    await addStatement(student, { surveyId: id, text: 'Mine.' })
    await expect(addStatement(student, { surveyId: id, text: 'mine.' })).rejects.toMatchObject({
      message: 'This statement is there already.',
    })
    await changeSurvey(assistant, { surveyId: id, open: false })
    await expect(addStatement(student, { surveyId: id, text: 'More.' })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    )
    await addStatement(assistant, { surveyId: id, text: 'From staff.' })
    await closeSurvey(assistant, { surveyId: id })
    await expect(voteOn(student, vote)).rejects.toMatchObject(refusal('CLOSED'))
    await expect(addStatement(student, { surveyId: id, text: 'Late.' })).rejects.toMatchObject(
      refusal('CLOSED'),
    )
  })

  test('nobody adds without end', async () => {
    const { id } = await open({ statements: [] })
    for (let i = 0; i < 10; i++) await addStatement(course.cast.student, { surveyId: id, text: `Mine ${i}` })
    await expect(addStatement(course.cast.student, { surveyId: id, text: 'One more' })).rejects.toMatchObject(
      refusal('INVALID'),
    )
  })
})

describe('a vote', () => {
  test('is one a member and statement, changed and taken back, however many requests come at once', async () => {
    const { id, slug } = await open()
    const [statement] = await statementsOf(id)
    const values = [1, 0, -1, 1] as const
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        voteOn(course.cast.student, { statementId: statement!.id, value: values[i % 4]! }),
      ),
    )
    expect(await db.opinionVote.count({ where: { statementId: statement!.id } })).toBe(1)
    await voteOn(course.cast.student, { statementId: statement!.id, value: -1 })
    const mine = (await page(course.cast.student, slug)).statements.find((s) => s.id === statement!.id)
    expect(mine?.mine).toBe(-1)
    await voteOn(course.cast.student, { statementId: statement!.id, value: null })
    expect(await db.opinionVote.count({ where: { statementId: statement!.id } })).toBe(0)
  })

  test('is seen by its voter alone, and no event says who votes, nor who wrote a statement', async () => {
    const { id, slug } = await open()
    const before = await db.event.count({ where: { courseId: course.courseId } })
    const [first, second] = await statementsOf(id)
    await voteOn(course.cast.student, { statementId: first!.id, value: 1 })
    await voteOn(course.cast.student, { statementId: second!.id, value: -1 })
    await addStatement(course.cast.student, { surveyId: id, text: 'Whose is this?' })
    const events = await db.event.findMany({
      where: { courseId: course.courseId },
      orderBy: { seq: 'asc' },
      skip: before,
    })
    expect(events.map((e) => [e.type, e.actorId])).toEqual([
      ['survey.changed', null],
      ['survey.changed', null],
    ])
    expect(JSON.stringify(events, (_, v) => (typeof v === 'bigint' ? Number(v) : v))).not.toContain(
      memberId(course.cast.student),
    )
    for (const other of [course.cast.other, course.cast.instructor, course.cast.observer]) {
      const seen = await page(other, slug)
      expect(seen.statements.every((s) => s.mine === null)).toBe(true)
      expect(seen.result).toBeNull()
      expect(JSON.stringify(seen)).not.toContain(memberId(course.cast.student))
      expect(Object.keys(seen.statements[0]!).sort()).toEqual(['id', 'mine', 'number', 'text'])
    }
    expect((await page(course.cast.other, slug)).voters).toBe(1)
    const orders = await Promise.all(
      class12.slice(0, 3).map(async (a) => (await page(a, slug)).statements.map((s) => s.number).join()),
    )
    expect(new Set(orders).size).toBeGreaterThan(1)
  })
})

describe('a closed survey', () => {
  test('shows its groups, one’s own place, and nobody else’s anything', async () => {
    const { id, slug } = await open()
    await campsVote(id)
    // One member voted too seldom to be placed.
    const [first] = await statementsOf(id)
    await voteOn(course.cast.assistant, { statementId: first!.id, value: -1 })
    await closeSurvey(course.cast.instructor, { surveyId: id })
    const seen = await page(class12[0]!, slug)
    const { result } = seen
    expect(result).toMatchObject({
      state: 'found',
      headline: 'Two groups of opinion',
      placed: 12,
      leftOut: 1,
    })
    expect(result?.groups.map((g) => g.people)).toEqual([6, 6])
    expect(result?.own?.group).toBe((await page(class12[5]!, slug)).result?.own?.group)
    expect(result?.own?.group).not.toBe((await page(class12[6]!, slug)).result?.own?.group)
    for (const [i, voter] of class12.entries())
      if (i > 0) expect(JSON.stringify(seen)).not.toContain(memberId(voter))
    // Who was not placed is in no count: the sums are those of the twelve.
    const count = result?.counts.find((c) => c.statement === first!.id)
    const total = (c: { agree: number; pass: number; disagree: number } | null | undefined) =>
      c ? c.agree + c.pass + c.disagree : 0
    expect(total(count?.all)).toBe(total(count?.groups[0]) + total(count?.groups[1]))
    expect((await page(course.cast.observer, slug)).result?.own).toBeNull()
    expect((await page(course.cast.instructor, slug)).result?.clouds).toEqual(result?.clouds)
  })

  test('says that there are too few where there are', async () => {
    const { id, slug } = await open()
    for (const s of await statementsOf(id)) await voteOn(class12[0]!, { statementId: s.id, value: 1 })
    await closeSurvey(course.cast.instructor, { surveyId: id })
    const { result } = await page(class12[1]!, slug)
    expect(result).toMatchObject({ state: 'too-few', groups: [], clouds: [], united: [] })
    expect(result?.counts.every((c) => c.all === null)).toBe(true)
  })
})

describe('a statement taken out', () => {
  test('goes with a reason, its words for staff alone, and comes back while the survey is open', async () => {
    const { id, slug } = await open()
    const [first] = await statementsOf(id)
    expect(ModerateStatement.safeParse({ statementId: first!.id, act: 'HIDE' }).success).toBe(false)
    await take(first!.id)
    const seen = await page(course.cast.student, slug)
    expect(seen.statements).toHaveLength(11)
    expect(seen.hidden).toEqual([
      { id: first!.id, number: 1, reason: 'Two thoughts in one.', text: null, final: false },
    ])
    expect((await page(course.cast.instructor, slug)).hidden[0]?.text).toBe(first!.text)
    await expect(voteOn(course.cast.student, { statementId: first!.id, value: 1 })).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    )
    await moderateStatement(course.cast.assistant, { statementId: first!.id, act: 'SHOW', reason: '' })
    expect((await page(course.cast.student, slug)).statements).toHaveLength(12)
  })

  test('changes no number after the close: only its words go', async () => {
    const { id, slug } = await open()
    await campsVote(id)
    const [before, after] = await statementsOf(id)
    await take(before!.id)
    await closeSurvey({ ...course.cast.instructor, at: new Date() }, { surveyId: id })
    const once = (await page(class12[0]!, slug)).result
    await take(after!.id)
    const seen = await page(class12[0]!, slug)
    expect(seen.result).toEqual(once)
    expect(JSON.stringify(seen)).not.toContain(after!.text)
    const back = { act: 'SHOW' as const, reason: '' }
    await expect(
      moderateStatement(course.cast.assistant, { statementId: before!.id, ...back }),
    ).rejects.toMatchObject(refusal('CLOSED'))
    await moderateStatement(course.cast.assistant, { statementId: after!.id, ...back })
    expect((await page(class12[0]!, slug)).result).toEqual(once)
  })
})
