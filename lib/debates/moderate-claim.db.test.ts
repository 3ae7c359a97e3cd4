import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { watch, whoHears } from '@/lib/testing/stream'
import { claimsInSection } from './claims/in-section'
import { argumentOf, claimHistory } from './claims/queries'
import { HIDDEN_WORDS } from './claims/read'
import * as commands from './commands'
import { exportedMap } from './interchange/export'
import { debatePage, listDebates } from './queries'
import { debateRecord } from './record/queries'
import { recordMarkdown } from './rules/record-markdown'
import { AddClaim, CreateDebate, ModerateClaim } from './schema'

useDatabase()

const WORDS = 'Rude words about a member.'
let courseId: string
let cast: Cast
let sectionId: string
let debate: { id: string; slug: string }
let claimId: string

beforeAll(async () => {
  ;({ courseId, cast } = await makeCourse())
  ;({ sectionId } = await makeSection(courseId, ['Power among states.']))
})

const say = (actor: Actor, over: Partial<AddClaim>) =>
  commands.addClaim(
    actor,
    AddClaim.parse({ debateId: debate.id, relation: 'SUPPORTS', text: 'Yes.', ...over }),
  )
const hide = (actor: Actor, id = claimId) =>
  commands.moderateClaim(actor, { id, act: 'HIDE', reason: 'It insults a member.' })
const show = (actor: Actor) => commands.moderateClaim(actor, { id: claimId, act: 'SHOW' })
const onPage = async (actor: Actor) =>
  (await debatePage(actor, courseId, debate.slug)).claims.find((c) => c.id === claimId)

beforeEach(async () => {
  debate = await commands.createDebate(
    cast.instructor,
    CreateDebate.parse({ courseId, motion: 'This House hides what is rude.' }),
  )
  const claim = await say(cast.student, {
    text: WORDS,
    toulmin: 'WARRANT',
    sources: [{ kind: 'PASSAGE', sectionId, start: 0, end: 5, exact: 'Power' }],
  })
  claimId = claim.id
  await say(cast.other, { parentId: claimId, relation: 'OPPOSES', text: 'An answer.' })
  await commands.judgeClaim(cast.other, { id: claimId, impact: 3, probability: null })
})

const MEMBERS = ['student', 'other', 'observer', 'instructor', 'assistant'] as const

describe('a hidden claim', () => {
  test('keeps its place and its answers, and takes along what it said, who said so and what it rests on', async () => {
    await hide(cast.assistant)
    for (const who of MEMBERS) {
      const { claims, standing } = await debatePage(cast[who], courseId, debate.slug)
      expect(claims.map((c) => [c.number, c.parentNumber])).toEqual([
        [1, null],
        [2, 1],
      ])
      const [gone] = claims
      expect(gone).toMatchObject({ hidden: true, text: HIDDEN_WORDS, sources: [], toulmin: null, judges: 0 })
      expect(standing.unsourced).toBe(1)
      expect(JSON.stringify([claims, await argumentOf(cast[who], debate.id)])).not.toMatch(
        new RegExp(`${WORDS}|"author":"${cast.student.name}"`),
      )
    }
    const [summary] = await listDebates(cast.other, courseId)
    expect(summary?.standing).toMatchObject({ claims: 2, unsourced: 1 })
  })

  test('is read with its reason by its author and the staff, and not found by anybody else', async () => {
    await hide(cast.assistant)
    for (const who of ['student', 'instructor', 'assistant'] as const)
      expect((await claimHistory(cast[who], claimId)).hidden).toMatchObject({
        html: expect.stringContaining(WORDS),
        reason: 'It insults a member.',
      })
    for (const actor of [cast.other, cast.observer, cast.outsider]) {
      await expect(claimHistory(actor, claimId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(
        commands.judgeClaim(actor, { id: claimId, impact: 1, probability: 0 }),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    await expect(say(cast.other, { parentId: claimId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('leaves the record, the files and the margin of the reader', async () => {
    expect(await claimsInSection(sectionId)).toHaveLength(1)
    await hide(cast.instructor)
    const record = await debateRecord(cast.instructor, courseId, debate.slug)
    const files = [
      recordMarkdown(record, (at) => at),
      await exportedMap(cast.instructor, courseId, debate.slug),
    ]
    expect(JSON.stringify([record, files])).not.toContain(WORDS)
    expect(files[0]).toContain(HIDDEN_WORDS)
    expect(await claimsInSection(sectionId)).toEqual([])
  })

  test('comes back whole, also in a debate that has closed meanwhile', async () => {
    const before = await onPage(cast.other)
    await commands.closeDebate(cast.instructor, { id: debate.id })
    await hide(cast.assistant)
    await show(cast.instructor)
    expect(await onPage(cast.other)).toEqual(before)
    expect(await db.claim.findUnique({ where: { id: claimId } })).toMatchObject({ hiddenReason: '' })
    const seq = await lastSeq(courseId)
    await show(cast.instructor)
    expect(await lastSeq(courseId)).toBe(seq)
  })

  test('is told to everybody as they look, without its words and the reason', async () => {
    const watcher = await watch(cast.other, courseId, await lastSeq(courseId))
    await hide(cast.assistant)
    await watcher.until(1)
    watcher.stop()
    expect(watcher.types).toEqual(['claim.moderated'])
    expect(watcher.frames.join()).toContain(HIDDEN_WORDS)
    expect(watcher.frames.join()).not.toMatch(/Rude|insults/)
  })

  test('takes nothing under it and stays out of a merge', async () => {
    const loose = await say(cast.other, {})
    await hide(cast.assistant)
    await expect(commands.moveClaim(cast.other, { id: loose.id, parentId: claimId })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(
      commands.mergeClaims(cast.instructor, { id: loose.id, intoId: claimId }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})

test('only the staff hide, and never without a reason', async () => {
  for (const actor of [cast.student, cast.other, cast.observer])
    await expect(hide(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(hide(cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(ModerateClaim.safeParse({ id: claimId, act: 'HIDE', reason: ' ' }).success).toBe(false)
})

describe('a report of a claim', () => {
  const report = (actor: Actor, reason = 'It is an insult.') =>
    commands.reportClaim(actor, { id: claimId, reason })

  test('is one a person and claim until it is handled, and heard of by the staff alone', async () => {
    const { outsider: _, ...members } = cast
    const heard = await whoHears(members, courseId, await lastSeq(courseId), () => report(cast.other))
    expect(heard.sort()).toEqual(['assistant', 'instructor'])
    await report(cast.other, 'And untrue.')
    const rows = await db.report.findMany({ where: { claimId } })
    expect(rows.map((r) => r.reason)).toEqual(['And untrue.'])
  })

  test('is not for one’s own claim, nor for those who only read; a closed debate takes it too', async () => {
    await commands.closeDebate(cast.instructor, { id: debate.id })
    await expect(report(cast.student)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(report(cast.observer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(report(cast.outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(report(cast.other)).resolves.toEqual({ reported: true })
  })
})
