import 'server-only'
import { lookups } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, courseIds, memberIn } from '@/lib/policy'
import type { CourseFrame } from './schema'

type Row = Omit<CourseFrame, 'viewer' | 'seq'> & { seq: string }

/** The course by its slug, if the actor is a member of it. One statement. Throws NOT_FOUND. */
export async function courseFrame(actor: Actor, slug: string, demo = false): Promise<CourseFrame> {
  const { rows } = await lookups().query<Row>({
    name: 'course-frame',
    text: `SELECT "id", "slug", "title", "term", "timeZone", "archivedAt" IS NOT NULL AS archived, "eventSeq" AS seq
           FROM "Course" WHERE "slug" = $1 AND "id" = ANY($2::uuid[])`,
    values: [slug, courseIds(actor)],
  })
  const row = rows[0]
  const member = row && memberIn(actor, row.id)
  if (!row || !member) throw new AppError('NOT_FOUND')
  const { userId, name } = actor
  return {
    ...row,
    seq: Number(row.seq),
    viewer: { memberId: member.id, userId, name, role: member.role, groupId: member.groupId, demo },
  }
}
