import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { castBallot, closePoll, countFile, openPoll, previewFile, resolvePoll } from './commands'
import { ballotsFile, certificatesFile } from './files'
import { listPolls, pollPage } from './queries'
import { CastBallot, CountFile, OpenPoll, PreviewFile } from './schema'

useDatabase()

let course: { courseId: string; slug: string; cast: Cast }
let voters: Actor[]

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  const more = Array.from({ length: 6 }, async () => enrol(await makePerson(), courseId, 'STUDENT'))
  voters = [cast.student, cast.other, ...(await Promise.all(more))]
})

const OPTIONS = ['A', 'B', 'C'].map((code) => ({ code, label: `Option ${code}` }))

const open = (method: OpenPoll['method'], over: Partial<OpenPoll> = {}) =>
  openPoll(
    course.cast.instructor,
    OpenPoll.parse({ courseId: course.courseId, question: 'Which?', method, options: OPTIONS, ...over }),
  )
const points = (a: number, b: number, c: number) => ({ A: a, B: b, C: c })
const vote = (voter: Actor | undefined, pollId: string, scores: Record<string, number>) =>
  castBallot(voter!, CastBallot.parse({ pollId, scores }))
const close = (pollId: string) => closePoll(course.cast.instructor, { pollId, last: false })
const page = (slug: string, actor = course.cast.observer) => pollPage(actor, course.courseId, slug)

describe('ballots with points', () => {
  test('approval: counted, certified, listed', async () => {
    const { id, slug } = await open('APPROVAL')
    for (const [i, voter] of voters.entries()) await vote(voter, id, points(1, i % 2, 0))
    await expect(vote(voters[0], id, points(2, 0, 0))).rejects.toMatchObject({ code: 'INVALID' })
    await expect(vote(voters[0], id, points(0, 0, 0))).rejects.toMatchObject({ code: 'INVALID' })
    await close(id)
    const { result } = await page(slug)
    expect(result?.words.headline).toBe('Option A, 8 of 8')
    expect(result?.tallies[0]?.scores).toEqual(points(8, 4, 0))
    expect(result?.list?.[0]?.scores).toMatchObject({ A: 1 })
  })

  test('score: counted by score, or by STAR where that gives the headline', async () => {
    const { id, slug } = await open('SCORE', { rule: 'star' })
    for (const voter of voters.slice(0, 3)) await vote(voter, id, points(5, 0, 0))
    for (const voter of voters.slice(3)) await vote(voter, id, points(3, 4, 0))
    await close(id)
    const { result } = await page(slug)
    expect(result?.tallies.map((t) => [t.method, t.winners])).toEqual([
      ['star', ['B']],
      ['score', ['A']],
    ])
    expect(result?.apart).toMatchObject([{ methods: ['score'], winners: ['A'] }])
    expect(() => open('SCORE', { rule: 'borda' })).toThrow(/cannot be counted that way/)
  })

  test('credence: pooled, resolved, scored; waves compared in groups of three', async () => {
    const first = await open('CREDENCE', { wave: 'before' })
    for (const voter of voters) await vote(voter, first.id, points(50, 30, 20))
    await expect(vote(voters[0], first.id, points(50, 30, 21))).rejects.toMatchObject({ code: 'INVALID' })
    await close(first.id)
    const second = await open('CREDENCE', { wave: 'after', seriesId: first.seriesId })
    for (const [i, voter] of voters.entries())
      await vote(voter, second.id, i < 5 ? points(70, 20, 10) : points(50, 30, 20))
    const early = resolvePoll(course.cast.instructor, { pollId: second.id, code: 'A' })
    await expect(early).rejects.toMatchObject({ code: 'CONFLICT' })
    await close(second.id)
    const seen = await page(second.slug)
    expect(seen.result?.pools?.linear.A).toBeCloseTo(0.625)
    expect(seen.previous).toMatchObject({ wave: 'before', answer: 'Option A, 50 of 100' })
    expect(seen.shifts?.rows[0]).toEqual({
      ...{ code: 'A', before: 50, after: 62.5 },
      moves: [
        { ways: ['up'], voters: 5 },
        { ways: ['same'], voters: 3 },
        { ways: ['down'], voters: 0 },
      ],
    })
    const { instructor, student, observer, outsider } = course.cast
    for (const actor of [student, observer])
      await expect(resolvePoll(actor, { pollId: second.id, code: 'A' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    await expect(resolvePoll(outsider, { pollId: second.id, code: 'A' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(resolvePoll(instructor, { pollId: second.id, code: 'Z' })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await resolvePoll(instructor, { pollId: second.id, code: 'A' })
    const resolved = await page(second.slug)
    expect(resolved.result?.foreseen).toMatchObject({ code: 'A' })
    expect(resolved.result?.foreseen?.each).toHaveLength(8)
    expect(resolved.result?.foreseen?.each[0]).toBeCloseTo(0.3 ** 2 + 0.2 ** 2 + 0.1 ** 2)
    expect(await db.event.count({ where: { scopeId: second.id, type: 'poll.resolved' } })).toBe(1)
    await resolvePoll(instructor, { pollId: second.id, code: null })
    expect((await page(second.slug)).result?.foreseen).toBeNull()
  })
})

describe('a file of ballots', () => {
  const text = '=A:[북한, "선군"]\n=B:[Two]\n3:A>B\n2:B>A\n'
  const input = (over: Partial<CountFile> = {}) =>
    CountFile.parse({
      ...{ courseId: course.courseId, name: 'x.abif', text, method: 'RANKED', question: 'From elsewhere' },
      ...over,
    })

  test('is looked at, and then counted: a closed poll in which nobody has voted', async () => {
    const { instructor } = course.cast
    const asked = PreviewFile.parse({ courseId: course.courseId, name: 'x.abif', text })
    expect(await previewFile(instructor, asked)).toMatchObject({ ballots: 5, method: 'RANKED', faults: [] })
    const { id, slug, seriesId } = await countFile(instructor, input())
    const seen = await page(slug)
    expect(seen).toMatchObject({ importedFrom: 'x.abif', voted: 5, mine: false, can: { vote: false } })
    expect(seen.result?.words.headline).toContain('북한, "선군"')
    expect(seen.result?.list?.map(({ count, receipt }) => [count, receipt])).toEqual([
      [3, ''],
      [2, ''],
    ])
    expect(await db.participation.count({ where: { pollId: id } })).toBe(0)
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(5)
    expect(await db.pollSeries.findUnique({ where: { id: seriesId } })).toMatchObject({ linkKey: null })
    const item = (await listPolls(instructor, course.courseId)).find((p) => p.slug === slug)
    expect(item).toMatchObject({ importedFrom: 'x.abif', voted: 5 })
    expect(item?.answer).toContain('북한')
  })

  test('is refused as a whole where one line is wrong, and to all but staff', async () => {
    const { instructor, student, observer, outsider } = course.cast
    const polls = await db.poll.count()
    const wrong = countFile(instructor, input({ text: `${text}x\n` }))
    await expect(wrong).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/^Line 5: /),
    })
    for (const actor of [student, observer]) {
      await expect(countFile(actor, input())).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(previewFile(actor, input())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(countFile(outsider, input())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(previewFile(outsider, input())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await db.poll.count()).toBe(polls)
  })

  test('of ten thousand ballots is counted', async () => {
    const orders = ['A>B', 'B>A', 'A=B'].map((order, i) => `${[4000, 3500, 2500][i]}:${order}`).join('\n')
    const { id, slug } = await countFile(course.cast.instructor, input({ text: orders }))
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(10_000)
    expect((await page(slug)).result).toMatchObject({
      ballots: 10_000,
      tallies: [{ winners: ['A'] }, {}, {}, {}, {}, {}, {}, {}],
    })
  })
})

describe('files of a closed poll', () => {
  const bodies = async (actor: Actor, slug: string) =>
    Promise.all(
      (['csv', 'blt', 'abif'] as const).map(async (format) =>
        (await ballotsFile(actor, course.slug, slug, format)).text(),
      ),
    )

  test('hold no tag, no name and, beside ballots, nothing of what moved their voters', async () => {
    const { id, slug } = await open('PLURALITY')
    for (const voter of voters) await castBallot(voter, CastBallot.parse({ pollId: id, ranking: [['A']] }))
    await expect(ballotsFile(voters[0]!, course.slug, slug, 'csv')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(certificatesFile(voters[0]!, course.slug, slug)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await close(id)
    const certificates = await (await certificatesFile(voters[0]!, course.slug, slug)).text()
    const all = [...(await bodies(voters[0]!, slug)), certificates].join('\n')
    expect(all).not.toMatch(/tag|causes|linkTag/i)
    for (const voter of voters) expect(all).not.toContain(voter.name)
    const { outsider } = course.cast
    await expect(ballotsFile(outsider, course.slug, slug, 'csv')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(certificatesFile(outsider, course.slug, slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('BLT has no room for points, and credences have no certificate', async () => {
    const { id, slug } = await open('CREDENCE')
    for (const voter of voters) await vote(voter, id, points(50, 30, 20))
    await close(id)
    await expect(ballotsFile(voters[0]!, course.slug, slug, 'blt')).rejects.toMatchObject({ code: 'INVALID' })
    await expect(certificatesFile(voters[0]!, course.slug, slug)).rejects.toMatchObject({ code: 'INVALID' })
    expect(await (await ballotsFile(voters[0]!, course.slug, slug, 'abif')).text()).toContain(
      '8:A/50>B/30>C/20',
    )
  })
})
