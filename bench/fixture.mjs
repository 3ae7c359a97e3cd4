// A class of `members` and a section of `notes`, as large reading lists have them, and a cookie for each member.
import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'

const SENTENCES = [
  'The distribution of power sets the problem, and what happens inside the state settles how it is read.',
  'A claim about relative weight can only be tested against rivals, and the rivals must be stated fairly.',
  'Evidence that fits every explanation cannot choose between any of them, however famous the event.',
  'An analyst who moves from one measure to another as the case requires will never be wrong.',
]
const paragraph = (i) => Array.from({ length: 5 }, (_, k) => SENTENCES[(i + k) % SENTENCES.length]).join(' ')

export async function fixture({ databaseUrl, secret, members = 32, notes = 200 }) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const ids = { course: randomUUID(), reading: randomUUID(), section: randomUUID() }
  const slug = `bench-${ids.course.slice(0, 8)}`
  await client.query(`INSERT INTO "Course" ("id", "slug", "title") VALUES ($1, $2, 'Bench')`, [
    ids.course,
    slug,
  ])
  const people = await enrol(client, ids.course, members, secret)
  const section = await addSection(client, ids)
  await addNotes(client, ids, people, section.text, notes)
  await client.query('ANALYZE')
  await client.end()
  return { ...ids, slug, path: `/courses/${slug}/readings/bench/1`, people, text: section.text }
}

async function enrol(client, course, count, secret) {
  const people = []
  for (let i = 0; i < count; i++) {
    const person = {
      user: randomUUID(),
      member: randomUUID(),
      session: randomUUID(),
      name: `Member ${i + 1}`,
    }
    await client.query(`INSERT INTO "User" ("id", "name", "email") VALUES ($1, $2, $3)`, [
      person.user,
      person.name,
      `${person.user}@bench.example`,
    ])
    await client.query(
      `INSERT INTO "Membership" ("id", "courseId", "userId", "role") VALUES ($1, $2, $3, 'STUDENT')`,
      [person.member, course, person.user],
    )
    await client.query(
      `INSERT INTO "UserSession" ("id", "userId", "expiresAt") VALUES ($1, $2, now() + interval '1 day')`,
      [person.session, person.user],
    )
    const token = await encode({ token: { sub: person.user, sid: person.session }, secret })
    people.push({ ...person, token, cookie: `next-auth.session-token=${token}` })
  }
  return people
}

async function addSection(client, { course, reading, section }) {
  const blocks = Array.from({ length: 8 }, (_, i) => ({
    kind: 'paragraph',
    label: `1.${i + 1}`,
    text: paragraph(i),
  }))
  const text = blocks.map((block) => block.text).join('\n\n')
  await client.query(
    `INSERT INTO "Reading" ("id", "courseId", "slug", "position", "title", "publishedAt") VALUES ($1, $2, 'bench', 1, 'Bench', now())`,
    [reading, course],
  )
  await client.query(
    `INSERT INTO "Section" ("id", "readingId", "position", "heading", "text", "blocks") VALUES ($1, $2, 1, 'A section', $3, $4)`,
    [section, reading, text, JSON.stringify(blocks)],
  )
  return { text }
}

async function addNotes(client, ids, people, text, count) {
  for (let i = 0; i < count; i++) {
    const start = Math.floor((i / count) * (text.length - 80))
    const body = SENTENCES[i % SENTENCES.length]
    await client.query(
      `INSERT INTO "Note" ("id", "courseId", "sectionId", "authorId", "kind", "body", "bodyHtml", "exact", "prefix", "suffix", "start", "end", "createdAt")
       VALUES ($1, $2, $3, $4, 'COMMENT', $5, $6, $7, '', '', $8, $9, now() - interval '1 minute' * $10)`,
      [
        randomUUID(),
        ids.course,
        ids.section,
        people[i % people.length].member,
        body,
        `<p>${body}</p>`,
        text.slice(start, start + 40),
        start,
        start + 40,
        count - i,
      ],
    )
  }
}
