import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { castBallot, closePoll, createPollSeries, openPoll } from '@/lib/polls/commands'
import { CastBallot, MOTION_OPTIONS, OpenPoll } from '@/lib/polls/schema'
import { type Cast, enrol, makeCourse, makePerson, useDatabase } from '@/lib/testing/database'
import { addClaim } from '../commands/add-claim'
import { AddClaim, CreateDebate } from '../schema'
import { createDebate } from '../set-up/create-debate'
import { debateResult } from './queries'

useDatabase()

let courseId: string
let cast: Cast
let people: Actor[]

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
  const more = []
  for (let i = 0; i < 10; i++) more.push(await enrol(await makePerson(), courseId, 'STUDENT'))
  people = [cast.student, cast.other, ...more]
})

const open = () => createDebate(cast.instructor, CreateDebate.parse({ courseId, motion: 'This House acts.' }))
const seriesFor = async () =>
  (await createPollSeries(cast.instructor, { courseId, title: `Motion ${Math.random()}` })).id
const wave = (debateId: string, seriesId: string, name: string) =>
  openPoll(
    cast.instructor,
    OpenPoll.parse({
      courseId,
      seriesId,
      debateId,
      question: 'This House acts.',
      wave: name,
      method: 'PLURALITY',
      options: MOTION_OPTIONS,
    }),
  )
/** "ffau": the votes of the first four; a space: no vote. */
async function votes(pollId: string, letters: string, over: Partial<CastBallot> = {}) {
  const codes: Record<string, string> = { f: 'for', a: 'against', u: 'undecided' }
  for (const [i, letter] of [...letters].entries())
    if (codes[letter])
      await castBallot(people[i]!, CastBallot.parse({ pollId, ranking: [[codes[letter]]], ...over }))
}
const close = (pollId: string) => closePoll(cast.instructor, { pollId, last: false })
async function held(before: string, after: string, over: Partial<CastBallot> = {}) {
  const debate = await open()
  const seriesId = await seriesFor()
  const first = await wave(debate.id, seriesId, 'before')
  await votes(first.id, before)
  await close(first.id)
  const second = await wave(debate.id, seriesId, 'after')
  await votes(second.id, after, over)
  await close(second.id)
  return debate
}
const result = (slug: string, actor = cast.student) => debateResult(actor, courseId, slug)

test('nothing is shown before both votes are closed, and it is said what is missing', async () => {
  const { id, slug } = await open()
  expect(await result(slug)).toMatchObject({ state: 'none', before: null, after: null })
  const seriesId = await seriesFor()
  const first = await wave(id, seriesId, 'before')
  expect(await result(slug)).toMatchObject({ state: 'open', before: { slug: first.slug, state: 'OPEN' } })
  await votes(first.id, 'ffaau')
  await close(first.id)
  expect(await result(slug)).toMatchObject({ state: 'one', outcome: null })
  const second = await wave(id, seriesId, 'after')
  await votes(second.id, 'fffau')
  expect(await result(slug)).toMatchObject({ state: 'open', outcome: null, causes: [], reasons: [] })
  expect(await result(slug, cast.instructor)).toMatchObject({ state: 'open', outcome: null })
  await close(second.id)
  expect((await result(slug)).outcome?.words.headline).toBe('The Proposition won')
  await expect(result(slug, cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

describe('of linked votes', () => {
  test('the swing, with moves of three and more', async () => {
    const { slug } = await held('ffffaaaauuuu', 'ffffaaaaffff')
    const { outcome } = await result(slug)
    expect(outcome).toMatchObject({
      ...{ linked: true, voters: 12, winner: 'for', before: { for: 4, against: 4, undecided: 4 } },
      flow: { undecided: { for: 4, against: 0, undecided: 0 }, for: { for: 4 } },
    })
    expect(outcome?.change.for).toBeCloseTo(100 / 3)
    expect(outcome?.normalisedGain).toEqual({ for: 0.5, against: 0 })
  })

  test('a tie is a tie', async () => {
    const { slug } = await held('ffffaaaauuuu', 'ffffaaaauuuu')
    expect((await result(slug)).outcome).toMatchObject({ winner: 'tie', words: { headline: 'A tie' } })
  })

  test('a move of one or two, and what would give it away, is not shown', async () => {
    const { slug } = await held('ffffaaaauuuu', 'ffffaaaauuff')
    const { outcome } = await result(slug)
    const shown = Object.values(outcome?.flow ?? {}).flatMap((row) => Object.values(row))
    expect(outcome?.flow?.undecided?.for).toBeNull()
    expect(shown.filter((n) => n === 1 || n === 2)).toEqual([])
  })

  test('what moved voters, from three on, and reasons without a name', async () => {
    const { id, slug } = await open()
    const claim = await addClaim(
      cast.student,
      AddClaim.parse({ debateId: id, relation: 'SUPPORTS', text: 'The lens.' }),
    )
    const other = await addClaim(
      cast.student,
      AddClaim.parse({ debateId: id, relation: 'OPPOSES', text: 'No lens.' }),
    )
    const seriesId = await seriesFor()
    const first = await wave(id, seriesId, 'before')
    await votes(first.id, 'ffffaaaauuuu')
    await close(first.id)
    const second = await wave(id, seriesId, 'after')
    const cause = (c: { id: string }) => ({ kind: 'CLAIM' as const, id: c.id })
    await votes(second.id, 'ffff', { causes: [cause(claim)], reason: 'The lens did it.' })
    await votes(second.id, '    aa', { causes: [cause(other)] })
    await votes(second.id, '      aaffff')
    await close(second.id)
    const { causes, reasons } = await result(slug)
    expect(causes).toMatchObject([{ id: claim.id, ballots: 4, href: `/debates/${slug}#C01` }])
    expect(reasons).toEqual(Array(4).fill('The lens did it.'))
  })
})

describe('where links would tell of one or two', () => {
  test('who voted only once: totals are compared instead, and no flow is shown', async () => {
    const { slug } = await held('ffffaaaauuuu', 'ffffaaaafff')
    const { outcome } = await result(slug)
    expect(outcome).toMatchObject({
      linked: false,
      flow: null,
      winner: 'for',
      before: { undecided: 4 },
      after: { for: 7 },
    })
  })

  test('also where three voted once, but not three for any one side', async () => {
    const { slug } = await held('fffffaaaauuu', 'ffff aaa uu ')
    expect((await result(slug)).outcome).toMatchObject({ linked: false, flow: null })
    const apart = await held('fffffffaaauu', '   ffffaaauu')
    expect((await result(apart.slug)).outcome?.linked).toBe(true)
  })

  test('fewer than three votes: nothing', async () => {
    const { slug } = await held('ffa', 'ff')
    expect(await result(slug)).toMatchObject({ state: 'few', outcome: null, reasons: [] })
  })
})

test('the waves of its phases count, whatever other waves the question has', async () => {
  const { id, slug } = await open()
  const seriesId = await seriesFor()
  for (const [name, kind] of [
    ['early', null],
    ['pre', 'PRE_VOTE'],
    ['post', 'POST_VOTE'],
    ['late', null],
  ] as const) {
    const poll = await wave(id, seriesId, name)
    if (kind) {
      const phase = await db.phase.create({
        data: { debateId: id, position: kind === 'PRE_VOTE' ? 1 : 2, name, minutes: 1, kind },
      })
      await db.poll.update({ where: { id: poll.id }, data: { phaseId: phase.id } })
    }
    await votes(poll.id, 'fffaaa')
    await close(poll.id)
  }
  expect(await result(slug)).toMatchObject({ before: { wave: 'pre' }, after: { wave: 'post' } })
})
