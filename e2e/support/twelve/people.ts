import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { inSeminar } from '../database'

/** They were all born here, each class with an ending of its own: wherever these names appear, it is spoken of. */
const STUDENTS = [
  ...['Alarice Brindlewood', 'Benedetta Cawthorpe', 'Casimir Dunmallow', 'Delphine Eskridge'],
  ...['Evander Fallowmere', 'Florimond Gatherell', 'Guinevra Hathermoss', 'Horatia Ingleside'],
  ...['Isambard Jessamyn', 'Jocasta Kettlebeck', 'Konstanze Lathbury', 'Lysander Mirkwell'],
]
const ZONE = 'Asia/Seoul'
const HOUR = 3_600_000

export type Person = { name: string; email: string; userId: string; memberId: string; cookie: string }
export type Class = {
  slug: string
  courseId: string
  teacher: Person
  assistant: Person
  students: Person[]
}

async function person(name: string, courseId: string, role: string): Promise<Person> {
  const [userId, memberId, session] = [randomUUID(), randomUUID(), randomUUID()]
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${userId.slice(0, 8)}@twelve.example`
  await inSeminar(
    `WITH person AS (INSERT INTO "User" ("id", "name", "email") VALUES ($1, $2, $3)),
          member AS (INSERT INTO "Membership" ("id", "courseId", "userId", "role") VALUES ($4, $5, $1, $6::"Role"))
     INSERT INTO "UserSession" ("id", "userId", "expiresAt") VALUES ($7, $1, now() + interval '1 day')`,
    [userId, name, email, memberId, courseId, role, session],
  )
  const { NEXTAUTH_SECRET = '' } = process.env
  const cookie = await encode({ token: { sub: userId, sid: session }, secret: NEXTAUTH_SECRET })
  return { name, email, userId, memberId, cookie }
}

/** A course in which nothing is yet but its people, each signed in. */
export async function classOfTwelve(): Promise<Class> {
  const token = randomUUID().slice(0, 6)
  const [courseId, slug] = [randomUUID(), `twelve-${token}`]
  await inSeminar(
    `INSERT INTO "Course" ("id", "slug", "title", "timeZone") VALUES ($1, $2, 'A class of twelve', $3)`,
    [courseId, slug, ZONE],
  )
  const teacher = await person(`Theodora Underhay-${token}`, courseId, 'INSTRUCTOR')
  const assistant = await person(`Percival Vossbrook-${token}`, courseId, 'ASSISTANT')
  const students: Person[] = []
  for (const name of STUDENTS) students.push(await person(`${name}-${token}`, courseId, 'STUDENT'))
  return { slug, courseId, teacher, assistant, students }
}

/** "2026-12-24T17:00": so many hours from now by the course's clocks, as its forms take it. */
export const onClocks = (hours: number): string =>
  new Date(Date.now() + hours * HOUR)
    .toLocaleString('sv-SE', { timeZone: ZONE })
    .replace(' ', 'T')
    .slice(0, 16)

/** The hours go by: whatever the assignment has that bears a time was so much longer ago. */
export async function hoursPass(courseId: string, hours: number): Promise<void> {
  const earlier = (...columns: string[]) =>
    columns.map((column) => `"${column}" = "${column}" - make_interval(hours => $2)`).join(', ')
  const ours = `(SELECT "id" FROM "Assignment" WHERE "courseId" = $1)`
  const critiques = `(SELECT "id" FROM "Critique" WHERE "assignmentId" IN ${ours})`
  for (const statement of [
    `UPDATE "Assignment" SET ${earlier('createdAt', 'dueAt', 'reviewsDueAt')} WHERE "courseId" = $1`,
    `UPDATE "Extension" SET ${earlier('createdAt', 'dueAt')} WHERE "assignmentId" IN ${ours}`,
    `UPDATE "Critique" SET ${earlier('createdAt', 'savedAt', 'submittedAt')} WHERE "assignmentId" IN ${ours}`,
    `UPDATE "Submission" SET ${earlier('submittedAt', 'withdrawnAt')} WHERE "critiqueId" IN ${critiques}`,
  ])
    await inSeminar(statement, [courseId, hours])
}

/** The ids that are the addresses of critiques, by author: no other student may ever be sent one. */
export async function critiqueIds(courseId: string): Promise<Map<string, string>> {
  const rows = await inSeminar<{ id: string; authorId: string }>(
    `SELECT c."id", c."authorId" FROM "Critique" c JOIN "Membership" m ON m."id" = c."authorId" WHERE m."courseId" = $1`,
    [courseId],
  )
  return new Map(rows.map((row) => [row.authorId, row.id]))
}
