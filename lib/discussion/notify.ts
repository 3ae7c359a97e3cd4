import 'server-only'
import type { Tx } from '@/lib/db'
import { type Note, type NotificationKind, Prisma } from '@/lib/generated/prisma/client'
import { unwritten } from '@/lib/policy'

export type Notice = {
  kind: Exclude<NotificationKind, 'PLACEMENT'>
  note: Pick<Note, 'id' | 'courseId' | 'sectionId' | 'threadId' | 'visibility' | 'groupId'>
  /** Membership of whoever did it; nobody hears of their own doing. */
  actorId: string
  /** For MENTION: whom. For REPLY: who hears of it by MENTION already. */
  mentioned?: readonly string[]
  at: Date
}

/** Whether member `m` may see a note of section `s`: its group's or the course's, and not held back by "post first". */
function maySee({ courseId, visibility, groupId }: Notice['note']): Prisma.Sql {
  const shared = {
    COURSE: Prisma.sql`true`,
    GROUP: Prisma.sql`(m."groupId" = ${groupId}::uuid OR m."role" IN ('INSTRUCTOR', 'ASSISTANT'))`,
    PRIVATE: Prisma.sql`false`,
  }[visibility]
  const heldBack = Prisma.raw(`m."role" = 'STUDENT' AND s."postFirst" AND ${unwritten('m."id"', 's."id"')}`)
  return Prisma.sql`m."courseId" = ${courseId}::uuid AND m."removedAt" IS NULL AND ${shared} AND NOT (${heldBack})`
}

/** Whom the notice is for: those named, or those who follow the thread. */
function meant({ kind, note, mentioned = [] }: Notice): Prisma.Sql {
  const named = Prisma.sql`m."id" = ANY(${mentioned}::uuid[])`
  if (kind === 'MENTION') return named
  return Prisma.sql`NOT ${named} AND EXISTS (SELECT 1 FROM "Follow" f
    WHERE f."threadId" = ${note.threadId ?? note.id}::uuid AND f."membershipId" = m."id" AND f."on")`
}

/** The statement that writes a notice for each member it is for; told once, whatever happens twice. */
export function noticeSql(notice: Notice, onlyIf: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  const { kind, note, actorId, at } = notice
  return Prisma.sql`
    INSERT INTO "Notification" ("id", "membershipId", "kind", "noteId", "createdAt")
    SELECT gen_random_uuid(), m."id", ${kind}::"NotificationKind", ${note.id}::uuid, ${at}
    FROM "Membership" m JOIN "Section" s ON s."id" = ${note.sectionId}::uuid
    WHERE ${onlyIf} AND m."id" <> ${actorId}::uuid AND ${meant(notice)} AND ${maySee(note)}
    ON CONFLICT DO NOTHING`
}

/** Writes the notices in the caller's transaction: never for somebody who may not see the note. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  await tx.$executeRaw(noticeSql(notice))
}
