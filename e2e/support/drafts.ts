import { randomUUID } from 'node:crypto'
import { oneOf } from './database'

const STAFF = `"Membership" m JOIN "Course" c ON c."id" = m."courseId"
  WHERE c."slug" = 'north-korean-foreign-policy' AND m."role" = 'INSTRUCTOR' LIMIT 1`

/** A file of the seminar's that was read already. */
export const importJob = (): Promise<string> =>
  oneOf(
    `INSERT INTO "ImportJob" ("id", "courseId", "membershipId", "fileName", "size", "state")
     SELECT $1, m."courseId", m."id", 'read.txt', 5, 'CANCELLED' FROM ${STAFF} RETURNING "id"`,
    [randomUUID()],
  )

/** A reading that staff are preparing: two pages, a heading inside the second, a table. */
export const readingDraft = (): Promise<string> =>
  oneOf(
    `INSERT INTO "ReadingDraft" ("id", "courseId", "title", "sections", "warnings")
     SELECT $1, m."courseId", 'A draft', $2, $3 FROM ${STAFF} RETURNING "id"`,
    [
      randomUUID(),
      JSON.stringify([
        { heading: 'One', level: 1, blocks: [{ kind: 'paragraph', text: 'Some words that were read.' }] },
        { heading: 'Two', level: 1, blocks: [{ kind: 'table', text: 'Table 1\n\nYear\tTests\n2016\t2' }] },
        { heading: 'Within', level: 2, blocks: [{ kind: 'note', text: '1 See there.', out: true }] },
      ]),
      JSON.stringify(['A picture was left out.']),
    ],
  )
