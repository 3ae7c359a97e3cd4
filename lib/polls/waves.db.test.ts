import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db'
import { createExplanations } from '@/lib/explanations/commands'
import { CreateExplanations } from '@/lib/explanations/schema'
import { type Actor, memberIn } from '@/lib/policy'
import { type Cast, makeCourse, useDatabase } from '@/lib/testing/database'
import { castBallot, closePoll, openPoll, openWave, sealWave, sweepBallots } from './commands'
import { pollPage } from './queries'
import { CastBallot, MOTION_OPTIONS, OpenPoll } from './schema'

useDatabase()

let course: { courseId: string; cast: Cast }
let evidence: string
let elsewhere: string
const claims: string[] = []
let debateId = ''

const observation = async (courseId: string) =>
  (
    await db.evidence.create({
      data: { courseId, code: 'E1', position: 1, dateLabel: '', observation: 'So.' },
    })
  ).id

async function makeDebate(courseId: string, author: Actor) {
  const count = await db.debate.count({ where: { courseId } })
  const debate = await db.debate.create({
    data: { courseId, slug: `d${count}`, position: count + 1, motion: 'This House' },
  })
  const authorId = memberIn(author, courseId)?.id ?? ''
  const claim = await db.claim.create({
    data: { debateId: debate.id, number: 1, relation: 'SUPPORTS', authorId, text: 'Because.' },
  })
  return { debateId: debate.id, claimId: claim.id }
}

beforeAll(async () => {
  course = await makeCourse()
  const { courseId, cast } = course
  evidence = await observation(courseId)
  elsewhere = await observation(cast.outsider.memberships[0]?.courseId ?? '')
  for (const _ of [1, 2]) {
    const made = await makeDebate(courseId, cast.student)
    claims.push(made.claimId)
    debateId ||= made.debateId
  }
})

const input = (over: Partial<OpenPoll> = {}) =>
  OpenPoll.parse({
    ...{ courseId: course.courseId, question: 'This House', method: 'PLURALITY', options: MOTION_OPTIONS },
    ...over,
  })

const vote = (pollId: string, over: Partial<CastBallot> = {}, actor = course.cast.student) =>
  castBallot(actor, CastBallot.parse({ pollId, ranking: [['for']], ...over }))

test('a phase opens and seals its wave in a transaction of its own', async () => {
  const { instructor, student } = course.cast
  const member = memberIn(instructor, course.courseId)!
  const phase = await db.phase.create({ data: { debateId, position: 1, name: 'Vote', minutes: 5 } })
  const { id, slug } = await transaction((tx) =>
    openWave(tx, instructor, member, { ...input({ debateId }), phaseId: phase.id }),
  )
  expect(await db.poll.findUnique({ where: { id } })).toMatchObject({ debateId, phaseId: phase.id })
  const causes = [{ kind: 'CLAIM' as const, id: claims[0]! }]
  await vote(id, { causes })
  const scores = { for: 1 }
  await db.ballot.updateMany({ where: { pollId: id }, data: { scores } })
  await transaction((tx) => sealWave(tx, instructor, { id, courseId: course.courseId }))
  await sweepBallots()
  expect(await db.ballot.findMany({ where: { pollId: id } })).toMatchObject([{ causes, scores }])
  await expect(
    transaction((tx) => sealWave(tx, instructor, { id, courseId: course.courseId })),
  ).rejects.toMatchObject({ code: 'CLOSED' })
  const types = (await db.event.findMany({ where: { scopeId: id }, orderBy: { seq: 'asc' } })).map(
    (e) => e.type,
  )
  expect(types).toEqual(['poll.opened', 'poll.turnout', 'poll.closed'])
  expect((await pollPage(student, course.courseId, slug)).closedAt).not.toBeNull()
})

test('a wave that is sealed loses no column of its ballots', async () => {
  const columns = Object.keys((await db.ballot.findFirst())!).sort()
  expect(columns).toEqual(['causes', 'linkTag', 'pollId', 'ranking', 'reason', 'receipt', 'scores', 'tag'])
})

describe('what moved a voter', () => {
  test('is a claim of the debate or evidence of the course, and stays when a change does not name it', async () => {
    const { id, slug } = await openPoll(course.cast.instructor, input({ debateId }))
    const causes = [
      { kind: 'CLAIM' as const, id: claims[0]! },
      { kind: 'EVIDENCE' as const, id: evidence },
    ]
    expect((await vote(id, { causes })).causes).toEqual(causes)
    expect((await vote(id, { ranking: [['against']] })).causes).toEqual(causes)
    expect((await pollPage(course.cast.student, course.courseId, slug)).own?.causes).toEqual(causes)
    expect((await vote(id, { causes: [] })).causes).toEqual([])
  })

  test('is refused from another debate, another course, deleted, twice, or of a poll without a debate', async () => {
    const { id } = await openPoll(course.cast.instructor, input({ debateId }))
    const loose = await openPoll(course.cast.instructor, input())
    const claim = (claimId: string) => ({ kind: 'CLAIM' as const, id: claimId })
    const wrong = [
      [claim(claims[1]!)],
      [{ kind: 'EVIDENCE' as const, id: elsewhere }],
      [claim(claims[0]!), claim(claims[0]!)],
      [{ kind: 'EVIDENCE' as const, id: claims[0]! }],
    ]
    for (const causes of wrong) await expect(vote(id, { causes })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(vote(loose.id, { causes: [claim(claims[0]!)] })).rejects.toMatchObject({ code: 'INVALID' })
    await db.claim.update({ where: { id: claims[0]! }, data: { deletedAt: new Date() } })
    await expect(vote(id, { causes: [claim(claims[0]!)] })).rejects.toMatchObject({ code: 'INVALID' })
    expect(await db.ballot.count({ where: { pollId: id } })).toBe(0)
  })

  test('is asked from the second vote on explanations on, of every debate of the course', async () => {
    const { courseId, cast } = course
    const explanations = ['H1', 'H2'].map((code) => ({
      ...{ code, name: code, shortName: code, statement: 'So.' },
    }))
    await createExplanations(cast.instructor, CreateExplanations.parse({ courseId, explanations }))
    const ranked = { method: 'RANKED', options: 'explanations' } as const
    const first = await openPoll(cast.instructor, input(ranked))
    expect((await pollPage(cast.student, courseId, first.slug)).causes).toEqual([])
    await closePoll(cast.instructor, { pollId: first.id, last: false })
    const { id, slug } = await openPoll(cast.instructor, input({ ...ranked, seriesId: first.seriesId }))
    const claim = { kind: 'CLAIM' as const, id: claims[1]! }
    const offered = (await pollPage(cast.student, courseId, slug)).causes
    expect(offered.map((c) => c.id)).toEqual([claim.id, evidence])
    const ranking = [['H1'], ['H2']]
    expect((await vote(id, { ranking, causes: [claim] })).causes).toEqual([claim])
    const wrong = [{ kind: 'EVIDENCE' as const, id: elsewhere }]
    await expect(vote(id, { ranking, causes: wrong })).rejects.toMatchObject({ code: 'INVALID' })
  })
})
