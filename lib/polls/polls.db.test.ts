import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { createExplanations } from '@/lib/explanations/commands'
import { CreateExplanations } from '@/lib/explanations/schema'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { castBallot, closePoll, createPollSeries, endSeries, openPoll } from './commands'
import { linkedChoices, listPolls, pollPage, publishedBallots } from './queries'
import { CastBallot, MOTION_OPTIONS, OpenPoll } from './schema'

useDatabase()

let course: { courseId: string; cast: Cast }
let voters: Actor[]

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  const more = Array.from({ length: 8 }, async () => enrol(await makePerson(), courseId, 'STUDENT'))
  voters = [cast.student, cast.other, ...(await Promise.all(more))]
  const codes = ['H1', 'H2', 'H3']
  const explanations = codes.map((code) => ({
    code,
    name: `Name ${code}`,
    shortName: code,
    statement: 'So.',
  }))
  await createExplanations(cast.instructor, CreateExplanations.parse({ courseId, explanations }))
})

const open = (over: Partial<OpenPoll> = {}) =>
  openPoll(
    course.cast.instructor,
    OpenPoll.parse({
      courseId: course.courseId,
      question: 'Which fits best?',
      method: 'RANKED',
      options: 'explanations',
      ...over,
    }),
  )
const motion = (over: Partial<OpenPoll> = {}) =>
  open({ method: 'PLURALITY', options: MOTION_OPTIONS, ...over })
const cast = (actor: Actor | undefined, pollId: string, order: string, reason = '') =>
  castBallot(
    actor ?? course.cast.student,
    CastBallot.parse({ pollId, ranking: order.split('>').map((tier) => tier.split('=')), reason }),
  )
const page = (actor: Actor, slug: string) => pollPage(actor, course.courseId, slug)
const close = (pollId: string, last = false) => closePoll(course.cast.assistant, { pollId, last })
const memberId = (actor: Actor) => actor.memberships[0]?.id ?? ''
const refusal = (code: string) => ({ code })

describe('who may', () => {
  test('open and close: staff alone', async () => {
    const { student, observer, outsider, assistant } = course.cast
    const input = OpenPoll.parse({
      courseId: course.courseId,
      question: 'Q',
      method: 'RANKED',
      options: 'explanations',
    })
    for (const actor of [student, observer])
      await expect(openPoll(actor, input)).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(openPoll(outsider, input)).rejects.toMatchObject(refusal('NOT_FOUND'))
    const { id } = await openPoll(assistant, input)
    await expect(closePoll(student, { pollId: id, last: false })).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(closePoll(outsider, { pollId: id, last: false })).rejects.toMatchObject(refusal('NOT_FOUND'))
    await close(id)
    await expect(close(id)).rejects.toMatchObject(refusal('CLOSED'))
  })

  test('vote: students of the course, while it is open', async () => {
    const { id, slug } = await open()
    for (const actor of [course.cast.instructor, course.cast.assistant, course.cast.observer])
      await expect(cast(actor, id, 'H1')).rejects.toMatchObject(refusal('FORBIDDEN'))
    await expect(cast(course.cast.outsider, id, 'H1')).rejects.toMatchObject(refusal('NOT_FOUND'))
    await expect(page(course.cast.outsider, slug)).rejects.toMatchObject(refusal('NOT_FOUND'))
    await close(id)
    await expect(cast(course.cast.student, id, 'H1')).rejects.toMatchObject(refusal('CLOSED'))
  })

  test('a ballot that cannot be counted is refused in a sentence', async () => {
    const { id } = await open()
    for (const wrong of ['H9', 'H1>H1', ''])
      await expect(cast(voters[0], id, wrong)).rejects.toMatchObject(refusal('INVALID'))
    const vote = await motion()
    await expect(cast(voters[0], vote.id, 'for>against')).rejects.toMatchObject({
      message: 'Choose one option.',
    })
  })
})

describe('a ballot', () => {
  test('is seen again by its voter alone, and keeps its receipt through every change', async () => {
    const { id, slug } = await open()
    const first = await cast(voters[0], id, 'H1>H2>H3', 'Dates.')
    expect(first.receipt).toMatch(/^[0-9a-f]{4} · [a-z]+ · \d\d$/)
    const second = await cast(voters[0], id, 'H3>H1=H2', 'Better dates.')
    expect(second.receipt).toBe(first.receipt)
    const own = {
      ...{ receipt: first.receipt, ranking: [['H3'], ['H1', 'H2']], reason: 'Better dates.' },
      ...{ scores: {}, causes: [] },
    }
    expect((await page(voters[0]!, slug)).own).toEqual(own)
    for (const other of [voters[1]!, course.cast.instructor]) {
      const seen = await page(other, slug)
      expect(seen.own).toBeNull()
      expect(JSON.stringify(seen)).not.toContain(first.receipt)
      expect(JSON.stringify(seen)).not.toContain('Better dates.')
    }
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(1)
    await close(id)
    expect((await page(voters[0]!, slug)).own).toBeNull()
  })

  test('is one a voter, however many requests arrive at once', async () => {
    const { id, slug } = await open()
    const orders = ['H1>H2>H3', 'H2>H3>H1', 'H3>H1>H2']
    const requests = voters.flatMap((voter) =>
      Array.from({ length: 8 }, (_, i) => cast(voter, id, orders[i % 3]!)),
    )
    const done = await Promise.all(requests)
    expect(new Set(done.map((own) => own.receipt)).size).toBe(voters.length)
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(voters.length)
    expect(await db.participation.count({ where: { pollId: id } })).toBe(voters.length)
    expect(await db.event.count({ where: { scopeId: id, type: 'poll.turnout' } })).toBe(voters.length)
    expect((await page(course.cast.instructor, slug)).voted).toBe(voters.length)
  })

  test('that comes while the poll is being closed is either counted or refused', async () => {
    const { id } = await open()
    const casts = voters.map((voter) => cast(voter, id, 'H1>H2>H3'))
    const results = await Promise.allSettled([...casts.slice(0, 5), close(id), ...casts.slice(5)])
    const counted = results.filter((r) => r.status === 'fulfilled').length - 1
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toMatchObject(refusal('CLOSED'))
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(counted)
  })
})

describe('secrecy', () => {
  const rowsOf = async <T extends object>(table: 'Ballot' | 'Participation', id: string, order = 'ctid') =>
    (
      await pool().query<T>(
        `SELECT *, xmin::text, cmin::text FROM "${table}" WHERE "pollId" = $1 ORDER BY ${order}`,
        [id],
      )
    ).rows

  /** Every row of every table as text. */
  async function wholeDatabase(): Promise<Map<string, string[]>> {
    const { rows } = await pool().query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    const dump = new Map<string, string[]>()
    for (const { name } of rows) {
      const { rows: all } = await pool().query<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM "${name}" t`,
      )
      dump.set(
        name,
        all.map((r) => r.row),
      )
    }
    return dump
  }

  test('no row of any table holds both a ballot’s tag or receipt and its voter', async () => {
    const { id } = await open()
    for (const voter of voters) await cast(voter, id, 'H1>H2>H3')
    const ballots = await db.ballot.findMany({ where: { pollId: id } })
    const marks = ballots.flatMap((b) => [
      Buffer.from(b.tag).toString('hex'),
      Buffer.from(b.linkTag).toString('hex'),
      b.receipt,
    ])
    const people = voters.flatMap((voter) => [memberId(voter), voter.userId, voter.name])
    const telling: string[] = []
    for (const [table, rows] of await wholeDatabase())
      for (const row of rows)
        if (marks.some((m) => row.includes(m)) && (table !== 'Ballot' || people.some((p) => row.includes(p))))
          telling.push(`${table}: ${row}`)
    expect(telling).toEqual([])
    await close(id)
    expect(await db.poll.findUnique({ where: { id } })).toMatchObject({ tagKey: null })
  })

  test('after the close, row versions and the order on disk pair nothing', async () => {
    const { id } = await open()
    for (const voter of [...voters].reverse()) await cast(voter, id, 'H1>H2>H3')
    await cast(voters[3], id, 'H2>H1>H3')
    type Row = { xmin: string; cmin: string; receipt: string; membershipId: string }
    expect(new Set((await rowsOf<Row>('Ballot', id)).map((b) => b.xmin)).size).toBeGreaterThan(1)
    await close(id)
    const ballots = await rowsOf<Row>('Ballot', id)
    const participations = await rowsOf<Row>('Participation', id)
    expect(ballots).toHaveLength(voters.length)
    for (const rows of [ballots, participations]) {
      expect(new Set(rows.map((r) => r.xmin)).size).toBe(1)
      expect(new Set(rows.map((r) => r.cmin)).size).toBe(1)
    }
    expect(ballots.map((b) => b.receipt)).toEqual(ballots.map((b) => b.receipt).sort())
    const members = participations.map((p) => p.membershipId)
    expect(members).toEqual([...members].sort())
  })

  test('events say that somebody voted, the first time only, and never who or how', async () => {
    const { id } = await open()
    await cast(voters[0], id, 'H1>H2>H3', 'A telling reason')
    await cast(voters[0], id, 'H2>H1>H3')
    await cast(voters[1], id, 'H2>H1>H3')
    const events = await db.event.findMany({ where: { scopeId: id, type: 'poll.turnout' } })
    expect(events).toHaveLength(2)
    for (const event of events) {
      expect(event).toMatchObject({
        actorId: null,
        audience: 'EVERYONE',
        audienceId: null,
        subjectId: id,
        payload: {},
      })
    }
  })

  test('a refused write says nothing of the ballot', async () => {
    const { id } = await open()
    await pool().query(`ALTER TABLE "Ballot" ADD CONSTRAINT "t" CHECK ("reason" <> 'the telling words')`)
    const error = await cast(voters[0], id, 'H1>H2>H3', 'the telling words').catch((e: Error) => e)
    await pool().query(`ALTER TABLE "Ballot" DROP CONSTRAINT "t"`)
    expect(error).toBeInstanceOf(Error)
    expect(`${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/telling|H1|H2/)
    expect(await db.participation.count({ where: { pollId: id } })).toBe(0)
  })

  test('the key that links waves goes with the last wave, or by itself later', async () => {
    const { id: seriesId } = await createPollSeries(course.cast.instructor, {
      courseId: course.courseId,
      title: 'Twice',
    })
    const first = await open({ seriesId, wave: 'before' })
    const second = await open({ seriesId, wave: 'after' })
    await expect(close(first.id, true)).rejects.toMatchObject(refusal('CONFLICT'))
    await close(first.id)
    await close(second.id, true)
    expect(await db.pollSeries.findUnique({ where: { id: seriesId } })).toMatchObject({ linkKey: null })
    await expect(open({ seriesId })).rejects.toMatchObject(refusal('CLOSED'))
    const alone = await open()
    await close(alone.id)
    expect((await page(course.cast.instructor, alone.slug)).linkLeft).toBe(true)
    expect((await page(course.cast.student, alone.slug)).linkLeft).toBe(false)
    await expect(endSeries(course.cast.student, alone)).rejects.toMatchObject(refusal('FORBIDDEN'))
    await endSeries(course.cast.instructor, alone)
    expect((await page(course.cast.instructor, alone.slug)).linkLeft).toBe(false)
  })
})

describe('a result', () => {
  let id = ''
  let slug = ''
  beforeEach(async () => {
    const made = await open()
    id = made.id
    slug = made.slug
    for (const voter of voters.slice(0, 4)) await cast(voter, id, 'H1>H2>H3', 'Because.')
  })

  test('waits for the close when it is hidden, for staff too; staff see who has voted', async () => {
    for (const actor of [course.cast.instructor, voters[0]!])
      expect(await page(actor, slug)).toMatchObject({ result: null, why: 'hidden' })
    const staff = await page(course.cast.instructor, slug)
    expect(staff.voters?.filter((v) => v.voted)).toHaveLength(4)
    expect((await page(voters[0]!, slug)).voters).toBeNull()
    await expect(publishedBallots(course.cast.instructor, course.courseId, slug)).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    )
    await close(id)
    const seen = await page(course.cast.observer, slug)
    expect(seen.result).toMatchObject({ ballots: 4, words: { headline: 'H1, clearly' } })
    expect(seen.result?.list?.map((b) => b.receipt)).toEqual(seen.result?.list?.map((b) => b.receipt).sort())
    const item = (await listPolls(course.cast.student, course.courseId)).find((p) => p.slug === slug)
    expect(item).toMatchObject({
      slug,
      answer: 'H1, clearly',
      voted: 4,
      of: voters.length,
      mine: true,
      mayVote: false,
    })
    expect(JSON.stringify([seen, item])).not.toMatch(/tag|linkKey/i)
  })

  test('that runs is for those who have voted and for staff, without the list and without names', async () => {
    const live = await open({ hiddenUntilClose: false })
    for (const voter of voters.slice(0, 3)) await cast(voter, live.id, 'H2>H1>H3')
    expect(await page(voters[0]!, live.slug)).toMatchObject({ why: null, result: { ballots: 3, list: null } })
    expect(await page(voters[9]!, live.slug)).toMatchObject({ why: 'vote-first', result: null })
    expect(await page(course.cast.instructor, live.slug)).toMatchObject({ why: null, voters: null })
  })

  test('of fewer than three ballots is never shown', async () => {
    const few = await open({ hiddenUntilClose: false })
    for (const voter of voters.slice(0, 2)) await cast(voter, few.id, 'H2>H1>H3')
    expect(await page(course.cast.instructor, few.slug)).toMatchObject({ why: 'too-few', result: null })
    await close(few.id)
    expect(await page(voters[0]!, few.slug)).toMatchObject({ why: 'too-few', result: null })
    await expect(publishedBallots(voters[0]!, course.courseId, few.slug)).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    )
  })
})

test('waves: the votes of one voter are linked without a name, and small moves are left out', async () => {
  const before = await motion({ question: 'This House agrees', wave: 'before' })
  for (const [i, voter] of voters.entries()) await cast(voter, before.id, i < 6 ? 'for' : 'against')
  await close(before.id)
  const after = await motion({ question: 'This House agrees', wave: 'after', seriesId: before.seriesId })
  await expect(linkedChoices(voters[0]!, course.courseId, before.slug, after.slug)).rejects.toMatchObject(
    refusal('INVALID'),
  )
  for (const [i, voter] of voters.entries()) await cast(voter, after.id, i < 5 ? 'for' : 'against')
  await close(after.id)
  const pairs = await linkedChoices(voters[0]!, course.courseId, before.slug, after.slug)
  expect(pairs.filter((p) => p.before === 'for' && p.after === 'against')).toHaveLength(1)
  expect(pairs).toHaveLength(voters.length)
  const seen = await page(voters[0]!, after.slug)
  expect(seen.previous).toMatchObject({
    wave: 'before',
    answer: 'For, 6 of 10',
    ranks: { for: 1, against: 2 },
  })
  expect(seen.moved).toMatchObject({
    voters: 10,
    before: { for: 6, against: 4 },
    after: { for: 5, against: 5 },
  })
  expect(seen.moved?.flow.for).toMatchObject({ for: null, against: null })
  const third = await motion({ question: 'This House agrees', wave: 'third', seriesId: before.seriesId })
  for (const voter of voters) await cast(voter, third.id, 'for')
  await close(third.id)
  expect(await linkedChoices(voters[0]!, course.courseId, after.slug, third.slug)).toHaveLength(10)
  // Neighbours alone are compared: from three tables together, small moves can be worked out.
  expect(await linkedChoices(voters[0]!, course.courseId, before.slug, third.slug)).toEqual([])
  const last = await motion({ question: 'This House agrees', wave: 'last', seriesId: before.seriesId })
  for (const voter of voters.slice(1)) await cast(voter, last.id, 'for')
  await close(last.id, true)
  // The sums of the nine would tell how the tenth voted.
  expect(await linkedChoices(voters[0]!, course.courseId, third.slug, last.slug)).toEqual([])
  expect((await page(voters[0]!, last.slug)).moved).toBeNull()
  const other = await motion({ question: 'This House agrees' })
  await close(other.id)
  await expect(linkedChoices(voters[0]!, course.courseId, before.slug, other.slug)).rejects.toMatchObject(
    refusal('INVALID'),
  )
})
