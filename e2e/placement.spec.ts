import { inSeminar, oneOf } from './support/database'
import { COURSE, expect, expectAccessible, PEOPLE, test } from './support/test'

const READING = `${COURSE}/readings/companion`
const QUOTE = 'is the predominant determinant'

/** Makes a note as a revision leaves it that could not place it; the course's counter says that something happened. */
async function doubtful(placement: 'UNCERTAIN' | 'ORPHANED', exact: string): Promise<string> {
  const id = await oneOf(
    `INSERT INTO "Note" ("id", "courseId", "sectionId", "authorId", "kind", "body", "bodyHtml", "exact", "prefix", "suffix",
       "start", "end", "placement", "version")
     SELECT gen_random_uuid(), r."courseId", s."id", m."id", 'COMMENT', 'x', '<p>A note in doubt.</p>', $2, '', '', 0, 20,
       $3::"Placement", s."version"
     FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
     JOIN "Membership" m ON m."courseId" = r."courseId" JOIN "User" u ON u."id" = m."userId" AND u."name" = $1
     WHERE r."slug" = 'companion' AND s."position" = 6 RETURNING "id"`,
    [PEOPLE.student, exact, placement],
  )
  await inSeminar(
    `UPDATE "Course" SET "eventSeq" = "eventSeq" + 1 WHERE "slug" = 'north-korean-foreign-policy'`,
  )
  return id
}

test.afterEach(async () => {
  await inSeminar(`DELETE FROM "Note" WHERE "bodyHtml" = '<p>A note in doubt.</p>'`)
  await inSeminar(
    `UPDATE "Course" SET "eventSeq" = "eventSeq" + 1 WHERE "slug" = 'north-korean-foreign-policy'`,
  )
})

test('a doubtful note asks its author and the staff, and nobody else, where it belongs', async ({ as }) => {
  const id = await doubtful('UNCERTAIN', QUOTE)
  const author = await as(PEOPLE.student)
  await author.goto(`${READING}/6?note=${id}`)
  const other = await as(PEOPLE.other)
  await other.goto(`${READING}/6?note=${id}`)
  await expect(other.getByText('this note may belong elsewhere')).toBeVisible()
  await expect(other.getByRole('group', { name: 'Where this note belongs' })).toHaveCount(0)
  const ask = author.getByRole('group', { name: 'Where this note belongs' })
  await expect(ask).toContainText('Is this note still about these words?')
  await expectAccessible(author)
  await ask.getByRole('button', { name: 'Choose other words' }).click()
  await author.evaluate(() => {
    const words = document.querySelector('article.reading [data-at]')
    const text = words && document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode()
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 8)
  })
  await author.getByRole('button', { name: 'Use these words' }).click()
  await expect(ask).toHaveCount(0)
  await expect(other.getByText('this note may belong elsewhere')).toHaveCount(0)
})

test('the staff find every doubtful note of a reading in one list', async ({ as }) => {
  await doubtful('UNCERTAIN', QUOTE)
  const page = await as(PEOPLE.instructor, { width: 390 })
  await page.goto(`${COURSE}/readings`)
  await page.getByRole('link', { name: 'One note asks where it belongs' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where notes belong')
  await page.getByRole('button', { name: 'It is not about anything here any more' }).click()
  await expect(page.getByRole('heading', { name: 'Notes whose words are gone' })).toBeVisible()
  await expectAccessible(page)
})

test('a note whose words are gone stands below the text and can be answered', async ({ as }) => {
  await doubtful('ORPHANED', 'words that nobody finds any more')
  const page = await as(PEOPLE.other)
  await page.goto(`${READING}/6`)
  const lost = page.getByRole('region', { name: 'Notes whose words are gone' })
  await expect(lost).toContainText('words that nobody finds any more')
  await lost.getByRole('button', { name: 'Reply' }).click()
  await lost.getByRole('textbox', { name: 'Your reply' }).fill('It still matters.')
  await lost.getByRole('button', { name: 'Reply' }).last().click()
  await expect(lost).toContainText('It still matters.')
})
