import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { lastSeq } from '@/lib/events'
import { type Actor, memberIn, visibleNotes } from '@/lib/policy'
import { setPostFirst } from '@/lib/readings/commands'
import { listReadings, sectionPage } from '@/lib/readings/queries'
import { type Cast, enrol, makeCourse, makePerson, makeSection, useDatabase } from '@/lib/testing/database'
import { watch, whoHears } from '@/lib/testing/stream'
import { deleteNote, editNote, postNote } from './commands'
import { findMembers, noteHistory, sectionNotes } from './queries'
import type { NoteDto, OwnState, PostNote } from './schema'
import { follow, react, resolve, visit } from './thread-commands'

useDatabase()

let courseId: string
let cast: Cast
let sectionId: string
let slug: string

beforeAll(async () => {
  const made = await makeCourse()
  courseId = made.courseId
  cast = made.cast
})
beforeEach(async () => {
  const made = await makeSection(courseId, ['Power among states starts the sequence.'])
  sectionId = made.sectionId
  slug = made.slug
})

const member = (actor: Actor): string => memberIn(actor, courseId)?.id ?? ''
const post = (actor: Actor, over: Partial<PostNote> = {}): Promise<NoteDto> =>
  postNote(actor, {
    sectionId,
    kind: 'QUESTION',
    body: 'Why power?',
    visibility: 'COURSE',
    ...(over.parentId || over.promptId ? {} : { anchor: { start: 0, end: 5, exact: 'Power' } }),
    ...over,
  })

async function listed(actor: Actor): Promise<{ notes: NoteDto[]; me: OwnState }> {
  const { course, own, me } = await sectionNotes(actor, courseId, sectionId, await lastSeq(courseId))
  return { notes: [...JSON.parse(course), ...JSON.parse(own)], me: JSON.parse(me) }
}
/** The section as the list of readings has it and, to the letter, as the reader's contents have it. */
async function entryFor(actor: Actor) {
  const { sections } = (await listReadings(actor, courseId)).find((r) => r.slug === slug) ?? {}
  expect((await sectionPage(actor, courseId, slug, 1)).contents).toEqual(sections)
  return sections?.find((s) => s.id === sectionId)
}
const told = async (actor: Actor): Promise<string[]> =>
  (
    await db.notification.findMany({
      where: { membershipId: member(actor), note: { sectionId } },
      orderBy: { createdAt: 'asc' },
    })
  ).map((n) => n.kind)

describe('reactions', () => {
  test('count once each, toggle, and tell nobody who', async () => {
    const note = await post(cast.student)
    await react(cast.other, { id: note.id, kind: 'SAME_QUESTION', on: true })
    const again = await react(cast.other, { id: note.id, kind: 'SAME_QUESTION', on: true })
    expect([again.same, again.thanks]).toEqual([1, 0])
    const text = JSON.stringify((await listed(cast.student)).notes)
    expect(text).not.toContain(member(cast.other))
    expect((await listed(cast.other)).me.same).toEqual([note.id])
    expect((await listed(cast.student)).me.same).toEqual([])
    expect((await react(cast.other, { id: note.id, kind: 'SAME_QUESTION', on: false })).same).toBe(0)
  })

  test('are not for one’s own notes, observers, outsiders, or what is no question', async () => {
    const note = await post(cast.student)
    const comment = await post(cast.student, { kind: 'COMMENT' })
    const on = { kind: 'SAME_QUESTION', on: true } as const
    await expect(react(cast.student, { id: note.id, ...on })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(react(cast.observer, { id: note.id, ...on })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(react(cast.outsider, { id: note.id, ...on })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(react(cast.other, { id: comment.id, ...on })).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('on what one may not see find nothing; and they are heard by those who see the note', async () => {
    const mine = await post(cast.student, { visibility: 'PRIVATE' })
    const groups = await post(cast.student, { visibility: 'GROUP' })
    const thanks = { kind: 'THANKS', on: true } as const
    for (const { id } of [mine, groups])
      await expect(react(cast.other, { id, ...thanks })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { outsider: _, ...members } = cast
    const heard = await whoHears(members, courseId, await lastSeq(courseId), () =>
      react(cast.instructor, { id: groups.id, ...thanks }),
    )
    expect(heard.sort()).toEqual(['assistant', 'instructor', 'student'])
  })
})

describe('a question', () => {
  test('is resolved by its author or the staff, opened again, and its followers hear of it', async () => {
    const note = await post(cast.student)
    await follow(cast.other, { id: note.id, on: true })
    await expect(resolve(cast.other, { id: note.id, resolved: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await resolve(cast.instructor, { id: note.id, resolved: true })).resolved).toBe(true)
    expect([await told(cast.student), await told(cast.other), await told(cast.instructor)]).toEqual([
      ['RESOLVED'],
      ['RESOLVED'],
      [],
    ])
    expect((await resolve(cast.student, { id: note.id, resolved: false })).resolved).toBe(false)
    expect(await told(cast.other)).toEqual([])
  })

  test('alone can be resolved', async () => {
    const note = await post(cast.student, { kind: 'COMMENT' })
    await expect(resolve(cast.student, { id: note.id, resolved: true })).rejects.toMatchObject({
      code: 'INVALID',
    })
  })
})

describe('an edited note', () => {
  test('keeps what it said before, for those who may see it', async () => {
    const note = await post(cast.student, { body: 'First.', visibility: 'GROUP' })
    await editNote(cast.student, { id: note.id, body: 'Second.' })
    await editNote(cast.student, { id: note.id, body: 'Second.' })
    await editNote(cast.student, { id: note.id, body: 'Third.' })
    const history = await noteHistory(cast.assistant, note.id)
    expect(history.map((h) => h.html)).toEqual(['<p>Second.</p>', '<p>First.</p>'])
    expect(history[1]?.at).toBe(note.at)
    await expect(noteHistory(cast.other, note.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await deleteNote(cast.student, { id: note.id })
    await expect(noteHistory(cast.assistant, note.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('has the tags and names of its last wording', async () => {
    const note = await post(cast.student, { body: `#Method and #power, @${cast.other.name}?` })
    expect(note.tags).toEqual(['method', 'power'])
    const edited = await editNote(cast.student, { id: note.id, body: `#theory @${cast.assistant.name}` })
    expect(edited.tags).toEqual(['theory'])
    expect((await listed(cast.observer)).notes[0]?.tags).toEqual(['theory'])
    const named = await db.mention.findMany({ where: { noteId: note.id } })
    expect(named.map((m) => m.membershipId)).toEqual([member(cast.assistant)])
  })
})

describe('who is told', () => {
  test('followers of a thread, but not its writer; those named once; nobody who stopped following', async () => {
    const note = await post(cast.student)
    await post(cast.other, { parentId: note.id })
    await post(cast.instructor, { parentId: note.id, body: `Ask @${cast.other.name}` })
    expect([await told(cast.student), await told(cast.other), await told(cast.instructor)]).toEqual([
      ['REPLY', 'REPLY'],
      ['MENTION'],
      [],
    ])
    await follow(cast.student, { id: note.id, on: false })
    await post(cast.student, { parentId: note.id })
    await post(cast.other, { parentId: note.id })
    expect(await told(cast.student)).toHaveLength(2)
    expect((await listed(cast.student)).me.follows).toEqual([])
    expect((await listed(cast.other)).me.follows).toEqual([note.id])
  })

  test('never those who may not see the note', async () => {
    const body = `@${cast.other.name} @${cast.assistant.name}`
    const groups = await post(cast.student, { visibility: 'GROUP', body })
    await post(cast.student, { visibility: 'PRIVATE', body })
    expect([await told(cast.other), await told(cast.assistant)]).toEqual([[], ['MENTION']])
    expect(groups.html).not.toContain(`<span class="mention">@${cast.other.name}`)
    await db.follow.create({ data: { threadId: groups.id, membershipId: member(cast.other) } })
    await post(cast.instructor, { parentId: groups.id })
    expect([await told(cast.other), await told(cast.student)]).toEqual([[], ['REPLY']])
  })

  test('nobody who has left the course', async () => {
    const gone = await enrol(await makePerson(), courseId, 'STUDENT')
    const note = await post(gone)
    await db.membership.update({ where: { id: member(gone) }, data: { removedAt: new Date() } })
    await post(cast.student, { parentId: note.id })
    expect(await told(gone)).toEqual([])
    expect((await findMembers(cast.student, courseId, 'per')).map((m) => m.id)).not.toContain(member(gone))
  })

  test('a note sent twice tells once', async () => {
    const note = await post(cast.student)
    const id = crypto.randomUUID()
    for (let i = 0; i < 2; i++)
      await post(cast.other, { id, parentId: note.id, body: `@${cast.assistant.name}` })
    expect([await told(cast.student), await told(cast.assistant)]).toEqual([['REPLY'], ['MENTION']])
  })
})

describe('what is new', () => {
  test('is what others wrote since one last looked; looking never goes back', async () => {
    await post(cast.other)
    expect((await listed(cast.student)).me.seenAt).toBeNull()
    const fresh = async () => (await entryFor(cast.student))?.fresh
    expect(await fresh()).toBe(0)
    const now = { ...cast.student, at: new Date() }
    const { seenAt } = await visit(now, { section: sectionId, seenAt: '2099-01-01T00:00:00.000Z' })
    expect(new Date(seenAt)).toEqual(now.at)
    await visit(now, { section: sectionId, seenAt: '2001-01-01T00:00:00.000Z' })
    expect((await listed(cast.student)).me.seenAt).toBe(seenAt)
    const later = { ...cast.other, at: new Date(now.at.getTime() + 5) }
    await post(later)
    await post({ ...cast.student, at: later.at })
    expect(await fresh()).toBe(1)
    await expect(visit(cast.outsider, { section: sectionId, seenAt })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('post before you see others', () => {
  const SECRET = 'Nobody may read this early'
  const on = () => setPostFirst(cast.instructor, { sectionId, on: true })
  const seen = async (actor: Actor) => (await listed(actor)).notes.map((n) => n.html).join()
  const counted = async (actor: Actor) => (await entryFor(actor))?.notes

  test('is for staff to set, and everybody’s pages hear of it', async () => {
    for (const who of [cast.student, cast.observer])
      await expect(setPostFirst(who, { sectionId, on: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(setPostFirst(cast.outsider, { sectionId, on: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const { outsider: _, ...members } = cast
    const heard = await whoHears(members, courseId, await lastSeq(courseId), on)
    expect(heard).toHaveLength(5)
  })

  test('holds back list, counts, history and everything that asks the policy, until the first post', async () => {
    await on()
    const note = await post(cast.student, { body: SECRET })
    await post(cast.other, { visibility: 'PRIVATE', body: 'For myself' })
    await post(cast.other, { kind: 'HIGHLIGHT', body: '' })
    const policy = () => db.note.count({ where: { AND: [{ sectionId }, visibleNotes(cast.other)] } })
    expect(await seen(cast.other)).toContain('For myself')
    expect(await seen(cast.other)).not.toContain(SECRET)
    expect((await listed(cast.other)).me.held).toBe(true)
    expect([await counted(cast.other), await policy()]).toEqual([2, 2])
    await expect(noteHistory(cast.other, note.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(post(cast.other, { parentId: note.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const who of [cast.instructor, cast.assistant, cast.observer, cast.student])
      expect(await seen(who)).toContain(SECRET)
    const first = await post(cast.other, { body: 'My own view' })
    expect(await seen(cast.other)).toContain(SECRET)
    expect([(await listed(cast.other)).me.held, await counted(cast.other), await policy()]).toEqual([
      false,
      4,
      4,
    ])
    await deleteNote(cast.other, { id: first.id })
    expect(await seen(cast.other)).not.toContain(SECRET)
  })

  test('lets no frame of the stream through, live or replayed, until then', async () => {
    await on()
    const cursor = await lastSeq(courseId)
    const live = await watch(cast.other, courseId, cursor)
    const staff = await watch(cast.assistant, courseId, cursor)
    const note = await post(cast.student, { body: SECRET })
    await post(cast.student, { visibility: 'GROUP', body: SECRET })
    await editNote(cast.student, { id: note.id, body: `${SECRET}, still` })
    await react(cast.instructor, { id: note.id, kind: 'THANKS', on: true })
    await staff.until(4)
    const late = await watch(cast.other, courseId, cursor)
    for (const watcher of [live, late]) expect(watcher.frames.join()).toBe('')
    await post(cast.other, { body: 'My own view' })
    await post(cast.student, { body: 'From now on' })
    await live.until(2)
    expect(live.frames.join()).toContain('From now on')
    expect(live.frames.join()).not.toContain(SECRET)
    for (const watcher of [live, late, staff]) watcher.stop()
  })

  test('tells nobody by name of what they may not see yet', async () => {
    await on()
    await post(cast.student, { body: `@${cast.other.name} @${cast.instructor.name}` })
    expect([await told(cast.other), await told(cast.instructor)]).toEqual([[], ['MENTION']])
  })
})
