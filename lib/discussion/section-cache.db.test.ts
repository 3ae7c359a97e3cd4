import { expect, test } from 'vitest'
import { makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import { postNote } from './commands'
import { sectionNotes } from './queries'

useDatabase()

test('what is kept for one course is never given to another, whichever asks first', async () => {
  const ours = await makeCourse()
  const theirs = await makeCourse()
  const { sectionId } = await makeSection(ours.courseId, ['Power among states.'])
  const note = await postNote(ours.cast.student, {
    sectionId,
    kind: 'COMMENT',
    body: 'For our class.',
    visibility: 'COURSE',
    anchor: { start: 0, end: 5, exact: 'Power' },
  })
  const ask = async (actor: typeof ours.cast.student, courseId: string) =>
    JSON.parse((await sectionNotes(actor, courseId, sectionId, 1)).course).map((n: { id: string }) => n.id)
  const stranger = () => ask(theirs.cast.student, theirs.courseId).catch(() => [])
  expect(await stranger()).toEqual([])
  expect(await ask(ours.cast.student, ours.courseId)).toEqual([note.id])
  expect(await stranger()).toEqual([])
})
