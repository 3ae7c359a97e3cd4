import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { deleteNote, postNote } from '@/lib/discussion/commands'
import { moderate } from '@/lib/discussion/moderate'
import { react } from '@/lib/discussion/thread-commands'
import { type Actor, memberIn } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { participation } from '../rules/participation'
import type { Contribution, Formula } from '../schema'
import { overrideParticipation, releaseParticipation, setScheme } from './commands'
import { participationLog } from './log'
import { participationOf, participationTable } from './queries'

useDatabase()

let courseId: string
let groups: [string, string]
let cast: Cast
let sectionId: string

const FORMULA: Formula = [
  { component: 'notes', weight: 60, target: 4 },
  { component: 'helpfulness', weight: 40, target: 2 },
]
const folder = mkdtempSync(join(tmpdir(), 'colloquy-marks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  ;({ courseId, cast, groups } = await makeCourse())
  await setScheme(cast.instructor, { courseId, formula: FORMULA, publish: true, revision: 0 })
})
beforeEach(async () => {
  await db.note.deleteMany({ where: { courseId } })
  sectionId = (await makeSection(courseId, ['Power among states.'])).sectionId
})

const idOf = (actor: Actor): string => memberIn(actor, courseId)?.id ?? ''
const post = (actor: Actor, body: string, visibility: 'COURSE' | 'PRIVATE' = 'COURSE') =>
  postNote(actor, {
    ...{ sectionId, kind: 'COMMENT', body, visibility },
    anchor: { start: 0, end: 5, exact: 'Power' },
  })
const markOf = async (actor: Actor): Promise<number> =>
  (await participationTable(cast.instructor, courseId)).rows.find((r) => r.memberId === idOf(actor))?.now
    ?.centipoints ?? -1

describe('participation', () => {
  test('counts what others can see: not a private note, a deleted or a hidden one', async () => {
    await post(cast.student, 'one two')
    await post(cast.student, 'three', 'PRIVATE')
    const gone = await post(cast.student, 'four')
    await deleteNote(cast.student, { id: gone.id })
    const hidden = await post(cast.student, 'five')
    await moderate(cast.assistant, { id: hidden.id, act: 'HIDE', reason: 'Off the point.' })
    expect(await markOf(cast.student)).toBe(3000)
    expect(await markOf(cast.other)).toBe(0)
  })

  test('counts a member who found posts helpful once, and never oneself', async () => {
    const [a, b] = [await post(cast.student, 'one two three four'), await post(cast.student, 'one')]
    for (const { id } of [a, b]) await react(cast.other, { id, kind: 'THANKS', on: true })
    expect(await markOf(cast.student)).toBe(8000)
  })

  test('is one’s own to see, with what it was counted from, and the staff’s', async () => {
    const note = await post(cast.student, 'one two')
    await react(cast.other, { id: note.id, kind: 'THANKS', on: true })
    const own = await participationOf(cast.student, courseId, idOf(cast.student))
    expect(own?.now.centipoints).toBe(5000)
    expect(own?.contributions.map((c) => c.component).sort()).toEqual(['helpfulness', 'notes'])
    expect(own?.contributions[0]?.href).toContain(`?note=${note.id}`)
    expect(JSON.stringify(own)).not.toContain(idOf(cast.other))
    expect(await participationOf(cast.assistant, courseId, idOf(cast.student))).toBeTruthy()
    for (const actor of [cast.other, cast.observer, cast.outsider])
      await expect(participationOf(actor, courseId, idOf(cast.student))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    for (const actor of [cast.student, cast.observer])
      await expect(participationTable(actor, courseId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a release', () => {
  test('keeps what was counted, by group, until it is released again', async () => {
    await post(cast.student, 'one two')
    await releaseParticipation(cast.assistant, { courseId, groupId: groups[0] })
    await post(cast.student, 'three four')
    const own = await participationOf(cast.student, courseId, idOf(cast.student))
    expect([own?.released?.mark, own?.now.centipoints]).toEqual([30, 6000])
    expect((await participationOf(cast.other, courseId, idOf(cast.other)))?.released).toBe(null)
  })

  test('gives way to a mark set by hand, whose reason the student reads', async () => {
    const set = { membershipId: idOf(cast.other), mark: 71.5, reason: 'Spoke in every seminar.' }
    await overrideParticipation(cast.instructor, set)
    expect((await participationOf(cast.other, courseId, idOf(cast.other)))?.released).toBe(null)
    await releaseParticipation(cast.instructor, { courseId, groupId: null })
    expect((await participationOf(cast.other, courseId, idOf(cast.other)))?.released).toMatchObject({
      mark: 71.5,
      reason: 'Spoke in every seminar.',
    })
  })
})

test('only the instructor sets the formula, and never over somebody’s newer one', async () => {
  const set = (actor: Actor, revision: number) =>
    setScheme(actor, { courseId, formula: FORMULA, publish: true, revision })
  await expect(set(cast.assistant, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(set(cast.outsider, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(set(cast.instructor, 0)).rejects.toMatchObject({ code: 'CONFLICT' })
})

function recompute(log: object) {
  const file = join(folder, 'log.json')
  writeFileSync(file, JSON.stringify(log))
  return spawnSync(process.execPath, ['scripts/recompute-marks.mjs', file], { encoding: 'utf8' })
}

describe('the exported log', () => {
  test('gives every mark again in the script that is shipped, and a changed mark away', async () => {
    await post(cast.student, 'Power reaches policy through 주체 and 核武器. > not a quotation\n> but this is')
    const log = await participationLog(cast.assistant, courseId)
    expect(recompute(log)).toMatchObject({ status: 0, stdout: expect.stringContaining('All 2 marks agree') })
    const [first, ...rest] = log.members
    const forged = { ...log, members: [{ ...first, mark: (first?.mark ?? 0) + 0.01 }, ...rest] }
    expect(recompute(forged)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 of 2 marks differ'),
    })
    expect(recompute({}).status).toBe(2)
  })

  test('gives again what any texts give', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aB’ é주체核武カ1 _-.>\n'.split('')), maxLength: 40 })
    const formula: Formula = [{ component: 'notes', weight: 100, target: 97 }]
    const texts = fc.sample(fc.array(text, { maxLength: 5 }), 300)
    const contributions = texts.flatMap((own, i) =>
      own.map(
        (text, k): Contribution => ({
          ...{ memberId: `m${i}`, component: 'notes', at: '', subjectId: `${i}-${k}`, text },
        }),
      ),
    )
    const members = texts.map((_, i) => ({
      ...{ id: `m${i}`, name: `m${i}` },
      mark: participation(formula, `m${i}`, contributions).centipoints / 100,
    }))
    const log = { format: 'colloquy-participation-log', version: 1, formula, members, contributions }
    expect(recompute(log).stdout).toContain('All 300 marks agree')
  })
})
