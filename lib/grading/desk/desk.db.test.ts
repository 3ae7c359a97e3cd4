import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addClaim, createDebate, moderateClaim, reportClaim } from '@/lib/debates/commands'
import { AddClaim, CreateDebate } from '@/lib/debates/schema'
import { postNote } from '@/lib/discussion/commands'
import { moderate, reportNote } from '@/lib/discussion/moderate'
import { react, resolve } from '@/lib/discussion/thread-commands'
import { type Actor, memberIn } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { auditLog } from './audit'
import { handleReport } from './commands'
import { dossier } from './dossier'
import { troubledPassages, unansweredQuestions } from './questions'
import { desk } from './today'

useDatabase()

let courseId: string
let cast: Cast
let sectionId: string

beforeAll(async () => {
  ;({ courseId, cast } = await makeCourse())
})
beforeEach(async () => {
  await db.note.deleteMany({ where: { courseId } })
  sectionId = (await makeSection(courseId, ['Power comes first.', 'Then the lens.'])).sectionId
})

const idOf = (actor: Actor): string => memberIn(actor, courseId)?.id ?? ''
const ask = (actor: Actor, at: 'Power' | 'Then', visibility: 'COURSE' | 'PRIVATE' = 'COURSE') => {
  const start = at === 'Power' ? 0 : 'Power comes first.\n\n'.length
  return postNote(actor, {
    ...{ sectionId, kind: 'QUESTION', body: `Why ${at}?`, visibility },
    anchor: { start, end: start + at.length, exact: at },
  })
}

describe('questions', () => {
  test('wait until somebody else answers or they are resolved; those that most have come first', async () => {
    const [a, b, c] = [
      await ask(cast.student, 'Power'),
      await ask(cast.student, 'Then'),
      await ask(cast.other, 'Then'),
    ]
    await ask(cast.student, 'Then', 'PRIVATE')
    await react(cast.other, { id: b.id, kind: 'SAME_QUESTION', on: true })
    const open = async () => (await unansweredQuestions(cast.assistant, courseId)).map((q) => q.id)
    expect(await open()).toEqual([b.id, a.id, c.id])
    const reply = { sectionId, kind: 'COMMENT' as const, visibility: 'COURSE' as const }
    await postNote(cast.student, { ...reply, body: 'Anyone?', parentId: a.id })
    await postNote(cast.other, { ...reply, body: 'Because.', parentId: b.id })
    await resolve(cast.assistant, { id: c.id, resolved: true })
    expect(await open()).toEqual([a.id])
  })

  test('trouble a passage by how many different members have them', async () => {
    const [a, b] = [await ask(cast.student, 'Then'), await ask(cast.student, 'Then')]
    await ask(cast.student, 'Power')
    for (const { id } of [a, b]) await react(cast.other, { id, kind: 'SAME_QUESTION', on: true })
    const passages = await troubledPassages(cast.instructor, courseId)
    expect(passages.map((p) => [p.excerpt, p.members, p.questions.length])).toEqual([
      ['Then the lens.', 2, 2],
      ['Power comes first.', 1, 1],
    ])
    expect(JSON.stringify(passages)).not.toContain(idOf(cast.other))
  })
})

describe('the desk', () => {
  test('is the staff’s', async () => {
    for (const query of [desk, troubledPassages, unansweredQuestions]) {
      for (const actor of [cast.student, cast.observer])
        await expect(query(actor, courseId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(query(cast.outsider, courseId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test('has who left no trace for a week, those who joined this week left out', async () => {
    expect((await desk(cast.instructor, courseId)).quiet).toEqual([])
    const longAgo = new Date(Date.now() - 20 * 86_400_000)
    await db.membership.updateMany({ where: { courseId }, data: { createdAt: longAgo } })
    await ask(cast.student, 'Power')
    const { quiet } = await desk(cast.instructor, courseId)
    expect(quiet.map((q) => q.memberId)).toEqual([idOf(cast.other)])
  })

  test('has reports until one of the staff says what was done', async () => {
    const note = await ask(cast.student, 'Power')
    await reportNote(cast.other, { id: note.id, reason: 'Rude.' })
    const [report] = (await desk(cast.assistant, courseId)).reports
    expect(report).toMatchObject({ reason: 'Rude.', hidden: false })
    const id = report?.id ?? ''
    const handle = (actor: Actor) => handleReport(actor, { id, outcome: 'Spoke with the author.' })
    for (const actor of [cast.student, cast.other, cast.outsider])
      await expect(handle(actor)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await handle(cast.assistant)
    await expect(handle(cast.instructor)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await desk(cast.assistant, courseId)).reports).toEqual([])
  })

  test('has reports of claims beside those of notes, each leading to what it is about', async () => {
    const debate = await createDebate(cast.instructor, CreateDebate.parse({ courseId, motion: 'Tea.' }))
    const said = { debateId: debate.id, relation: 'SUPPORTS', text: 'Rude words.' }
    const { id } = await addClaim(cast.student, AddClaim.parse(said))
    await reportClaim(cast.other, { id, reason: 'An insult.' })
    const listed = async () => (await desk(cast.assistant, courseId)).reports
    const about = { about: 'claim', reporter: cast.other.name, author: cast.student.name }
    const [report] = await listed()
    expect(report).toMatchObject({ ...about, excerpt: 'Rude words.', hidden: false })
    expect(report?.href).toMatch(new RegExp(`/debates/${debate.slug}#C01$`))
    await moderateClaim(cast.assistant, { id, act: 'HIDE', reason: 'Off the point.' })
    expect(await listed()).toMatchObject([{ ...about, hidden: true }])
    await handleReport(cast.assistant, { id: report?.id ?? '', outcome: 'Hidden.' })
    expect(await listed()).toEqual([])
    const { entries } = await auditLog(cast.instructor, courseId, null, null)
    expect(entries[1]).toMatchObject({ what: 'hid a claim', about: 'Tea.' })
  })
})

describe('the log', () => {
  test('says what staff did, the newest first, and nothing that students did', async () => {
    const note = await ask(cast.student, 'Power')
    await moderate(cast.assistant, { id: note.id, act: 'LOCK', reason: '' })
    await moderate(cast.instructor, { id: note.id, act: 'HIDE', reason: 'Off the point.' })
    const { entries } = await auditLog(cast.instructor, courseId, null, null)
    expect(entries.slice(0, 2).map((e) => e.what)).toEqual(['hid a note', 'locked a thread'])
    expect(new Set(entries.map((e) => e.who))).toEqual(new Set([cast.instructor.name, cast.assistant.name]))
    const mine = await auditLog(cast.instructor, courseId, null, idOf(cast.assistant))
    expect(mine.entries.every((e) => e.who === cast.assistant.name)).toBe(true)
    await expect(auditLog(cast.student, courseId, null, null)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a member’s contribution', () => {
  test('is the member’s and the staff’s, a private note only the member’s', async () => {
    await ask(cast.student, 'Power')
    await ask(cast.student, 'Then', 'PRIVATE')
    const count = async (actor: Actor) => (await dossier(actor, courseId, idOf(cast.student))).notes.length
    expect([await count(cast.student), await count(cast.assistant)]).toEqual([2, 1])
    for (const actor of [cast.other, cast.observer, cast.outsider])
      await expect(count(actor)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
