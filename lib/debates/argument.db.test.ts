import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { lastSeq } from '@/lib/events'
import { type Actor, memberIn } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makePerson, makeSection, useDatabase } from '@/lib/testing/database'
import { watch } from '@/lib/testing/stream'
import { argumentOf, claimHistory } from './claims/queries'
import type { ClaimParcel } from './claims/schema'
import * as commands from './commands'
import { debatePage } from './queries'
import { AddClaim, CreateDebate, EditClaim } from './schema'

useDatabase()

let course: { courseId: string; slug: string; cast: Cast }
let cast: Cast
beforeAll(async () => {
  course = await makeCourse()
  cast = course.cast
})

const open = () =>
  commands.createDebate(
    cast.instructor,
    CreateDebate.parse({ courseId: course.courseId, motion: 'This House believes that tests test.' }),
  )
const say = (actor: Actor, debateId: string, over: Partial<AddClaim> = {}) =>
  commands.addClaim(actor, AddClaim.parse({ debateId, relation: 'SUPPORTS', text: 'Because.', ...over }))
const edit = (actor: Actor, id: string, over: Partial<EditClaim> = {}) =>
  commands.editClaim(actor, EditClaim.parse({ id, text: 'Better.', ...over }))
const pageOf = (slug: string, actor = cast.student) => debatePage(actor, course.courseId, slug)
const refused = (code: string) => ({ code })
const at = (actor: Actor, seconds: number): Actor => ({
  ...actor,
  at: new Date(1_790_000_000_000 + seconds * 1000),
})
const find = async (slug: string, id: string) => (await pageOf(slug)).claims.find((c) => c.id === id)

describe('moving', () => {
  test('hangs a claim and what answers it elsewhere, by its author or the staff, and keeps where it hung', async () => {
    const { id: debateId, slug } = await open()
    const a = await say(cast.student, debateId, { text: 'A' })
    const b = await say(at(cast.student, 0), debateId, { text: 'B', parentId: a.id, relation: 'OPPOSES' })
    const c = await say(cast.other, debateId, { text: 'C', parentId: b.id })
    const move = (actor: Actor, id: string, parentId: string | null, relation?: 'SUPPORTS' | 'UNDERCUTS') =>
      commands.moveClaim(actor, { id, parentId, relation })
    await expect(move(cast.other, b.id, null)).rejects.toMatchObject(refused('FORBIDDEN'))
    await expect(move(cast.observer, b.id, null)).rejects.toMatchObject(refused('FORBIDDEN'))
    await expect(move(cast.outsider, b.id, null)).rejects.toMatchObject(refused('NOT_FOUND'))
    await expect(move(cast.student, a.id, c.id)).rejects.toMatchObject(refused('CONFLICT'))
    await expect(move(cast.student, a.id, a.id)).rejects.toMatchObject(refused('CONFLICT'))
    await expect(move(cast.student, b.id, null, 'UNDERCUTS')).rejects.toMatchObject(refused('INVALID'))
    const elsewhere = await say(cast.student, (await open()).id)
    await expect(move(cast.student, b.id, elsewhere.id)).rejects.toMatchObject(refused('NOT_FOUND'))
    await move(at(cast.student, 60), b.id, null)
    expect(await find(slug, b.id)).toMatchObject({ parentId: null, helps: 'AGAINST', parentNumber: null })
    expect(await find(slug, c.id)).toMatchObject({ parentNumber: 2, depth: 1 })
    await move(at(cast.assistant, 120), b.id, a.id, 'SUPPORTS')
    const { versions } = await claimHistory(cast.observer, b.id)
    expect(versions.map((v) => [v.parentNumber, v.relation])).toEqual([
      [1, 'SUPPORTS'],
      [null, 'OPPOSES'],
      [1, 'OPPOSES'],
    ])
    expect(versions.map((v) => v.by)).toEqual([cast.assistant.name, cast.student.name, cast.student.name])
    await expect(claimHistory(cast.outsider, b.id)).rejects.toMatchObject(refused('NOT_FOUND'))
  })

  test('of two claims under each other at once leaves one of them where it was', async () => {
    const { id: debateId } = await open()
    const [a, b] = [await say(cast.student, debateId), await say(cast.student, debateId)]
    const both = await Promise.allSettled([
      commands.moveClaim(cast.student, { id: a.id, parentId: b.id }),
      commands.moveClaim(cast.student, { id: b.id, parentId: a.id }),
    ])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('that changes nothing tells nobody; a closed debate stays as it is', async () => {
    const { id: debateId } = await open()
    const a = await say(cast.student, debateId)
    const before = await lastSeq(course.courseId)
    await commands.moveClaim(cast.student, { id: a.id, parentId: null })
    expect(await lastSeq(course.courseId)).toBe(before)
    await commands.closeDebate(cast.instructor, { id: debateId })
    for (const act of [
      () => commands.moveClaim(cast.instructor, { id: a.id, parentId: null, relation: 'OPPOSES' as const }),
      () => commands.judgeClaim(cast.student, { id: a.id, impact: 1, probability: null }),
      () => edit(cast.student, a.id),
    ])
      await expect(act()).rejects.toMatchObject(refused('CLOSED'))
  })
})

test('an edit keeps what was said before; one of its sources alone is no new wording', async () => {
  const { id: debateId, slug } = await open()
  const a = await say(cast.student, debateId, { text: 'First.' })
  await edit(cast.student, a.id, {
    text: 'First.',
    toulmin: 'WARRANT',
    add: [{ kind: 'REFERENCE', text: 'Waltz' }],
  })
  expect((await claimHistory(cast.other, a.id)).versions).toHaveLength(1)
  await edit(at(cast.assistant, 600), a.id, { text: 'Second.' })
  expect((await claimHistory(cast.other, a.id)).versions.map((v) => v.text)).toEqual(['Second.', 'First.'])
  expect(await find(slug, a.id)).toMatchObject({ toulmin: 'WARRANT', text: 'Second.', sourced: true })
  await edit(cast.student, a.id, { text: 'Second.', toulmin: null })
  expect(await find(slug, a.id)).toMatchObject({ toulmin: null })
})

test('an undercut answers a claim, never the motion, and helps the other side than that claim does', async () => {
  const { id: debateId, slug } = await open()
  await expect(say(cast.student, debateId, { relation: 'UNDERCUTS' })).rejects.toMatchObject(
    refused('INVALID'),
  )
  const a = await say(cast.student, debateId, { relation: 'OPPOSES' })
  const u = await say(cast.other, debateId, { parentId: a.id, relation: 'UNDERCUTS' })
  expect(await find(slug, u.id)).toMatchObject({ relation: 'UNDERCUTS', helps: 'FOR' })
})

describe('linked premises', () => {
  test('are siblings that point the same way; one that leaves does not leave another alone in them', async () => {
    const { id: debateId, slug } = await open()
    const [a, b, c] = [
      await say(cast.student, debateId),
      await say(cast.other, debateId),
      await say(cast.assistant, debateId),
    ]
    const x = await say(cast.student, debateId, { relation: 'OPPOSES' })
    const link = (actor: Actor, ...ids: string[]) => commands.linkClaims(actor, { ids })
    await expect(link(cast.student, b.id, c.id)).rejects.toMatchObject(refused('FORBIDDEN'))
    await expect(link(cast.student, a.id, x.id)).rejects.toMatchObject(refused('INVALID'))
    await expect(link(cast.outsider, a.id, b.id)).rejects.toMatchObject(refused('NOT_FOUND'))
    await link(cast.student, a.id, b.id)
    await link(cast.instructor, c.id, b.id)
    const groups = async () => (await pageOf(slug)).claims.map((k) => k.linkGroup)
    expect(await groups()).toEqual([1, 1, 1, null])
    await commands.unlinkClaim(cast.assistant, { id: c.id })
    expect(await groups()).toEqual([1, 1, null, null])
    await edit(cast.other, b.id, { relation: 'OPPOSES' })
    expect((await groups()).every((g) => g === null)).toBe(true)
  })
})

describe('judging', () => {
  const judge = (actor: Actor, id: string, impact: number | null, probability: number | null) =>
    commands.judgeClaim(actor, { id, impact, probability })

  test('is one’s own, changed and taken back; others see the class’s distribution once three have judged', async () => {
    const { id: debateId, slug } = await open()
    const a = await say(cast.student, debateId)
    const third = await enrol(await makePerson(), course.courseId, 'STUDENT')
    await judge(cast.student, a.id, 1, 20)
    await judge(cast.student, a.id, 4, 90)
    await judge(cast.other, a.id, 3, 70)
    await expect(judge(cast.observer, a.id, 1, 1)).rejects.toMatchObject(refused('FORBIDDEN'))
    await expect(judge(cast.outsider, a.id, 1, 1)).rejects.toMatchObject(refused('NOT_FOUND'))
    const two = await pageOf(slug)
    expect(two.claims[0]).toMatchObject({ judges: 2, judged: null })
    expect(two.judgements).toEqual({ [a.id]: { impact: 4, probability: 90 } })
    expect((await pageOf(slug, cast.instructor)).judgements).toEqual({})
    await judge(third, a.id, null, 50)
    const three = await pageOf(slug, cast.observer)
    expect(three.claims[0]).toMatchObject({
      judges: 3,
      judged: { impact: null, probability: { n: 3, median: 70 } },
    })
    expect(JSON.stringify(three)).not.toContain(memberIn(third, course.courseId)?.id)
    await judge(third, a.id, null, null)
    expect((await pageOf(slug)).claims[0]).toMatchObject({ judges: 2, judged: null })
  })

  test('is told without whose it is', async () => {
    const { id: debateId } = await open()
    const a = await say(cast.student, debateId)
    const cursor = await lastSeq(course.courseId)
    const watcher = await watch(cast.other, course.courseId, cursor)
    await judge(cast.student, a.id, 2, 60)
    await watcher.until(1)
    watcher.stop()
    const parcel = JSON.parse(watcher.frames[0]?.split('data: ')[1] ?? '{}') as ClaimParcel
    expect(parcel).toMatchObject({ by: null, number: 1, claims: [{ id: a.id, judges: 1, judged: null }] })
    const event = await db.event.findFirst({ where: { type: 'claim.judged', subjectId: a.id } })
    expect(event).toMatchObject({ actorId: null, payload: { number: 1 } })
  })
})

describe('merging', () => {
  async function twins() {
    const { id: debateId, slug } = await open()
    const link = { kind: 'LINK' as const, url: 'https://example.org/', text: '' }
    const kept = await say(cast.student, debateId, { text: 'Kept', sources: [link] })
    const duplicate = await say(cast.other, debateId, {
      text: 'Twin',
      sources: [link, { kind: 'REFERENCE', text: 'Powell 2006' }],
    })
    const answers = [
      await say(cast.student, debateId, { parentId: duplicate.id, relation: 'OPPOSES' }),
      await say(cast.student, debateId, { parentId: duplicate.id }),
    ]
    const judge = (actor: Actor, id: string, impact: number) =>
      commands.judgeClaim(actor, { id, impact, probability: null })
    await judge(cast.student, kept.id, 4)
    await judge(cast.student, duplicate.id, 1)
    await judge(cast.other, duplicate.id, 2)
    await judge(cast.assistant, duplicate.id, 3)
    return { debateId, slug, kept, duplicate, answers }
  }
  const merge = (actor: Actor, id: string, intoId: string) => commands.mergeClaims(actor, { id, intoId })

  test('brings answers, sources and judgements to the one that stays, none twice', async () => {
    const { slug, kept, duplicate, answers } = await twins()
    await expect(merge(cast.student, duplicate.id, kept.id)).rejects.toMatchObject(refused('FORBIDDEN'))
    await expect(merge(cast.instructor, duplicate.id, duplicate.id)).rejects.toMatchObject(
      refused('CONFLICT'),
    )
    await expect(merge(cast.instructor, duplicate.id, answers[0]!.id)).rejects.toMatchObject(
      refused('CONFLICT'),
    )
    await merge(cast.instructor, duplicate.id, kept.id)
    const page = await pageOf(slug)
    expect(page.claims.map((c) => [c.number, c.parentNumber])).toEqual([
      [1, null],
      [4, 1],
      [3, 1],
    ])
    expect(page.claims[0]).toMatchObject({ judges: 3, judged: { impact: { counts: [0, 0, 1, 1, 1] } } })
    expect(page.claims[0]?.sources.map((s) => s.kind)).toEqual(['LINK', 'REFERENCE'])
    expect(page.merged).toEqual([{ id: duplicate.id, number: 2, intoId: kept.id }])
    expect((await claimHistory(cast.student, kept.id)).merged).toMatchObject([{ number: 2, text: 'Twin' }])
    await expect(commands.restoreClaim(cast.other, { id: duplicate.id })).rejects.toMatchObject(
      refused('CONFLICT'),
    )
    await expect(merge(cast.instructor, duplicate.id, kept.id)).rejects.toMatchObject(refused('NOT_FOUND'))
  })

  test('is undone with everything that nobody has changed since', async () => {
    const { slug, kept, duplicate, answers } = await twins()
    await merge(cast.instructor, duplicate.id, kept.id)
    await commands.moveClaim(cast.instructor, { id: answers[1]!.id, parentId: null })
    await expect(commands.separateClaims(cast.other, { id: duplicate.id })).rejects.toMatchObject(
      refused('FORBIDDEN'),
    )
    await commands.separateClaims(cast.assistant, { id: duplicate.id })
    const page = await pageOf(slug)
    const shape = page.claims.map((c) => [c.number, c.parentNumber, c.judges, c.sources.length])
    expect(shape).toEqual([
      [1, null, 1, 1],
      [2, null, 3, 2],
      [3, 2, 0, 0],
      [4, null, 0, 0],
    ])
    expect(page.merged).toEqual([])
    await expect(commands.separateClaims(cast.assistant, { id: duplicate.id })).rejects.toMatchObject(
      refused('NOT_FOUND'),
    )
  })

  test('undone where the claim came to hang under its own answer leaves that answer', async () => {
    const { id: debateId, slug } = await open()
    const top = await say(cast.student, debateId)
    const duplicate = await say(cast.student, debateId, { parentId: top.id })
    const answer = await say(cast.student, debateId, { parentId: duplicate.id })
    const kept = await say(cast.student, debateId)
    await merge(cast.instructor, duplicate.id, kept.id)
    await commands.moveClaim(cast.instructor, { id: top.id, parentId: answer.id })
    await commands.separateClaims(cast.instructor, { id: duplicate.id })
    expect((await pageOf(slug)).claims.map((c) => [c.number, c.parentNumber])).toEqual([
      [4, null],
      [3, 4],
      [1, 3],
      [2, 1],
    ])
  })
})

describe('what is told of claims', () => {
  test('holds each as it is now, once for everybody; what was missed comes again and ends where the page would', async () => {
    const { id: debateId } = await open()
    const cursor = await lastSeq(course.courseId)
    const a = await say(cast.student, debateId, { text: 'One' })
    const b = await say(cast.other, debateId, { parentId: a.id })
    await edit(cast.student, a.id, { text: 'One, better' })
    await commands.deleteClaim(cast.other, { id: b.id })
    const late = await watch(cast.observer, course.courseId, cursor)
    await late.until(4)
    late.stop()
    expect(late.types).toEqual(['claim.added', 'claim.added', 'claim.edited', 'claim.deleted'])
    const parcels = late.frames.map((f) => JSON.parse(f.split('data: ')[1] ?? '{}') as ClaimParcel)
    expect(parcels[0]?.claims[0]).toMatchObject({ text: 'One, better', author: cast.student.name })
    expect(parcels[3]).toMatchObject({ claims: [], gone: [{ id: b.id, intoId: null }] })
    const anew = await argumentOf(cast.observer, debateId)
    expect(anew.claims).toEqual([parcels[0]?.claims[0]])
    expect(anew.seq).toBe(late.seqs.at(-1))
    await expect(argumentOf(cast.outsider, debateId)).rejects.toMatchObject(refused('NOT_FOUND'))
  })

  test('shows the words of a reading that is not published to nobody', async () => {
    const { id: debateId, slug } = await open()
    const { sectionId, readingId } = await makeSection(course.courseId, ['Secret for now.'])
    const source = { kind: 'PASSAGE' as const, sectionId, start: 0, end: 6, exact: 'Secret' }
    const a = await say(cast.student, debateId, { sources: [source] })
    expect(await db.claimSource.findFirst({ where: { claimId: a.id } })).toMatchObject({
      prefix: '',
      suffix: ' for now.',
    })
    await db.reading.update({ where: { id: readingId }, data: { publishedAt: null } })
    const cursor = await lastSeq(course.courseId)
    const watcher = await watch(cast.instructor, course.courseId, cursor)
    await edit(cast.student, a.id)
    await watcher.until(1)
    watcher.stop()
    expect(watcher.frames[0]).not.toContain('Secret')
    expect(JSON.stringify(await pageOf(slug))).not.toContain('Secret')
  })
})
