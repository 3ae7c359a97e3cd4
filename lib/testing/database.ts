import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDb, db } from '@/lib/db'
import type { Role } from '@/lib/generated/prisma/enums'
import type { Actor, Member } from '@/lib/policy'

async function admin(sql: string): Promise<void> {
  const url = new URL(inject('templateUrl'))
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** Gives the test file a database of its own. Call it once, at the top of a `*.db.test.ts` file. */
export function useDatabase(): void {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  beforeAll(async () => {
    // A template can only be copied while nobody is connected to it, one copy at a time.
    for (let tries = 0; ; tries++)
      try {
        await admin(`CREATE DATABASE "${name}" TEMPLATE template`)
        break
      } catch (error) {
        if (tries > 50) throw error
        await new Promise((done) => setTimeout(done, 100))
      }
    const url = new URL(inject('templateUrl'))
    url.pathname = `/${name}`
    Object.assign(process.env, {
      DATABASE_URL: url.href,
      NEXTAUTH_SECRET: 'a secret for tests alone',
      LOG_LEVEL: 'silent',
    })
  })
  afterAll(async () => {
    await closeDb()
    await admin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  })
}

let serial = 0

/** A person without any course. */
export async function makePerson(over: { name?: string; siteOwner?: boolean } = {}): Promise<Actor> {
  const n = ++serial
  const { name = `Person ${n}`, siteOwner = false } = over
  const { id } = await db.user.create({ data: { name, email: `person${n}@example.org`, siteOwner } })
  return { userId: id, name, siteOwner, at: new Date(), memberships: [] }
}

/** The person with one more membership, as sessions would load them next time. */
export async function enrol(
  actor: Actor,
  courseId: string,
  role: Role,
  groupId: string | null = null,
): Promise<Actor> {
  const { id } = await db.membership.create({ data: { courseId, userId: actor.userId, role, groupId } })
  const member: Member = { id, courseId, role, groupId }
  return { ...actor, memberships: [...actor.memberships, member] }
}

export type Cast = {
  instructor: Actor
  assistant: Actor
  student: Actor
  other: Actor
  observer: Actor
  outsider: Actor
}

/** A course with one person in each role (two students, in two groups), and somebody from another course. */
export async function makeCourse(): Promise<{
  courseId: string
  slug: string
  groups: [string, string]
  cast: Cast
}> {
  const slug = `course-${++serial}`
  const { id: courseId } = await db.course.create({ data: { slug, title: `Course ${serial}` } })
  const away = await db.course.create({ data: { slug: `${slug}-away`, title: 'Another course' } })
  const [a, b] = await Promise.all(['A', 'B'].map((name) => db.group.create({ data: { courseId, name } })))
  const groups: [string, string] = [a?.id ?? '', b?.id ?? '']
  const join = async (role: Role, group: string | null = null) =>
    enrol(await makePerson(), courseId, role, group)
  return {
    courseId,
    slug,
    groups,
    cast: {
      instructor: await join('INSTRUCTOR'),
      assistant: await join('ASSISTANT'),
      student: await join('STUDENT', groups[0]),
      other: await join('STUDENT', groups[1]),
      observer: await join('OBSERVER'),
      outsider: await enrol(await makePerson(), away.id, 'STUDENT'),
    },
  }
}

/** A published reading of one section with the given paragraphs; answers its section's id and text. */
export async function makeSection(
  courseId: string,
  paragraphs = ['The first paragraph.', 'The second paragraph.'],
) {
  const position = (await db.reading.count({ where: { courseId } })) + 1
  const text = paragraphs.join('\n\n')
  const reading = await db.reading.create({
    data: {
      courseId,
      slug: `reading-${position}`,
      position,
      title: `Reading ${position}`,
      publishedAt: new Date(),
      sections: {
        create: {
          position: 1,
          heading: 'Introduction',
          text,
          blocks: paragraphs.map((t, i) => ({ kind: 'paragraph', label: `1.${i + 1}`, text: t })),
        },
      },
    },
    include: { sections: true },
  })
  return { readingId: reading.id, slug: reading.slug, sectionId: reading.sections[0]?.id ?? '', text }
}
