import { test } from './support/test'
import { absorbLate, allocate, checkScores, replace } from './support/twelve/allocating'
import { checkGradebook, expectNoMark, grade, releaseMarks } from './support/twelve/marking'
import { hoursPass } from './support/twelve/people'
import {
  answer,
  beginReviews,
  expectHeld,
  readAnswer,
  release,
  writeReviews,
} from './support/twelve/reviewing'
import { enter, expectBlind, leave } from './support/twelve/room'
import { giveExtension, makeTemplate, setAssignment } from './support/twelve/set-up'
import {
  withdrawAndSubmitAgain,
  writeByKeys,
  writeByTouch,
  writeInTime,
  writeWithinExtension,
} from './support/twelve/writing'

// fourteen windows at once: every step is kept, but no picture of it
test.use({ trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false } })

test('a class of twelve goes from the template to released marks, double-blind', async ({
  browser,
  faults,
}) => {
  test.setTimeout(240_000)
  const room = await enter(browser, faults)

  await test.step('the instructor makes a template and an assignment, and gives an extension', async () => {
    await makeTemplate(room)
    await setAssignment(room)
    await giveExtension(room)
  })

  await test.step('ten write: by touch, by keyboard alone, and one twice', async () => {
    await writeByTouch(room)
    await writeByKeys(room)
    await writeInTime(room)
    await withdrawAndSubmitAgain(room)
    await expectBlind(room)
  })

  await test.step('44 hours later, within the extension nothing is lost', async () => {
    await hoursPass(room.cls.courseId, 44)
    await writeWithinExtension(room)
  })

  await test.step('reviews are allocated, a conflict heeded; they begin', async () => {
    await allocate(room)
    await beginReviews(room)
    await expectBlind(room)
  })

  await test.step('the late one is absorbed, and who fails is replaced', async () => {
    await absorbLate(room)
    await replace(room)
    await expectBlind(room)
  })

  await test.step('all reviews are written, and held', async () => {
    await writeReviews(room)
    await checkScores(room)
    await expectHeld(room)
    await expectBlind(room)
  })

  await test.step('they are released, answered and rated, still without a name', async () => {
    await release(room)
    await answer(room)
    await readAnswer(room)
    await expectBlind(room)
  })

  await test.step('the assistant grades; marks are released, and the files say the same', async () => {
    await grade(room)
    await expectNoMark(room)
    await releaseMarks(room)
    await checkGradebook(room)
    await expectBlind(room)
  })
  await leave(room)
})
