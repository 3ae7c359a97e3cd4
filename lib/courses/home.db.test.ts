import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { postNote } from '@/lib/discussion/commands'
import type { PostNote, Visibility } from '@/lib/discussion/schema'
import { recordEvent } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { markSeen, planMeetings } from './commands'
import { courseFrame } from './frame'
import { courseHome } from './home'

useDatabase()

let course: Awaited<ReturnType<typeof makeCourse>>
let cast: Cast
let sectionId = ''
beforeEach(async () => {
  course = await makeCourse()
  cast = course.cast
  sectionId = (await makeSection(course.courseId)).sectionId
})

const home = async (actor: Actor) => courseHome(actor, await courseFrame(actor, course.slug))
const note = (visibility: Visibility): PostNote => ({
  sectionId,
  kind: 'COMMENT',
  body: 'A thought.',
  visibility,
  anchor: { start: 0, end: 3, exact: 'The' },
})

describe('what is new', () => {
  test('is what others did and this member may see', async () => {
    const shared = await postNote(cast.student, note('COURSE'))
    const grouped = await postNote(cast.student, note('GROUP'))
    await postNote(cast.student, note('PRIVATE'))
    const seenBy = async (actor: Actor) => (await home(actor)).notes.map((n) => n.id).sort()
    expect(await seenBy(cast.student)).toEqual([])
    expect(await seenBy(cast.other)).toEqual([shared.id])
    expect(await seenBy(cast.observer)).toEqual([shared.id])
    expect(await seenBy(cast.instructor)).toEqual([shared.id, grouped.id].sort())
  })

  test('leaves out a note that was narrowed since', async () => {
    const { id } = await postNote(cast.student, note('COURSE'))
    await db.note.update({ where: { id }, data: { visibility: 'PRIVATE' } })
    expect((await home(cast.other)).notes).toEqual([])
  })

  test('is told until it was seen, and reading the page alone does not count as seeing', async () => {
    await postNote(cast.student, note('COURSE'))
    expect(await home(cast.other)).toMatchObject({ firstVisit: true, news: [{ type: 'note.posted' }] })
    expect((await home(cast.other)).news).toHaveLength(1)
    const { seq } = await courseFrame(cast.other, course.slug)
    await markSeen(cast.other, { courseId: course.courseId, seq })
    expect(await home(cast.other)).toMatchObject({ firstVisit: false, news: [] })
  })

  test('for staff alone stays with the staff', async () => {
    await db.$transaction((tx) =>
      recordEvent(tx, {
        courseId: course.courseId,
        type: 'critique.submitted',
        actorId: null,
        audience: 'STAFF',
        at: new Date(),
      }),
    )
    expect((await home(cast.assistant)).news).toHaveLength(1)
    expect((await home(cast.student)).news).toHaveLength(0)
  })
})

test('polls show from their opening, and say whether this member has voted', async () => {
  const { courseId } = course
  const series = await db.pollSeries.create({ data: { courseId, slug: 's', title: 'Q' } })
  const poll = (slug: string, waveIndex: number, opensAt: Date) =>
    db.poll.create({
      data: {
        ...{ courseId, seriesId: series.id, slug, waveIndex, wave: slug, question: 'Q', opensAt },
        ...{ method: 'RANKED', tagKey: Buffer.from('key') },
      },
    })
  const open = await poll('now', 1, new Date(Date.now() - 1000))
  await poll('later', 2, new Date(Date.now() + 3_600_000))
  await db.participation.create({
    data: { pollId: open.id, membershipId: cast.student.memberships[0]?.id ?? '' },
  })
  expect((await home({ ...cast.student, at: new Date() })).polls).toMatchObject([
    { slug: 'now', open: true, voted: true },
  ])
  expect((await home({ ...cast.other, at: new Date() })).polls).toMatchObject([{ slug: 'now', voted: false }])
})

test('meetings come in order; nobody outside the course gets any of it', async () => {
  const meetings = ['First', 'Second'].map((title) => ({ title, before: '', inClass: '' }))
  await planMeetings(cast.instructor, { courseId: course.courseId, meetings })
  const frame = await courseFrame(cast.student, course.slug)
  const { meetings: shown, members } = await courseHome(cast.student, frame)
  expect(shown.map((m) => m.title)).toEqual(['First', 'Second'])
  expect(members).toBe(5)
  await expect(courseHome(cast.outsider, frame)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
