import 'server-only'
import { pool, type Tx } from '@/lib/db'
import type { Note } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import type { Member } from '@/lib/policy'
import { markPointers } from './rules/pointers'
import type { Mentionable } from './schema'

export type Seen = Pick<Note, 'visibility' | 'groupId'>
export type Body = { body: string; bodyHtml: string; tags: string[]; mentioned: string[] }

/** A body as it is kept: rendered, with the tags in it and the members that it names. */
export async function bodyFor(member: Member, body: string, seen: Seen): Promise<Body> {
  const people = body.includes('@') ? await mentionable(member, seen, '', 1000) : []
  const { html, tags, mentioned } = markPointers(renderMarkdown(body), people)
  return { body, bodyHtml: html, tags, mentioned }
}

/** The other members who may see such a note, by name; `begins` is how the name or a later part of it begins. */
export async function mentionable(
  { id, courseId }: Member,
  { visibility, groupId }: Seen,
  begins: string,
  limit: number,
): Promise<Mentionable[]> {
  if (visibility === 'PRIVATE') return []
  const { rows } = await pool().query<Mentionable>({
    name: 'mentionable',
    text: `SELECT m."id", u."name" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
           WHERE m."courseId" = $1 AND m."removedAt" IS NULL AND m."id" <> $2
             AND ($3::uuid IS NULL OR m."groupId" = $3 OR m."role" IN ('INSTRUCTOR', 'ASSISTANT'))
             AND ($4 = '' OR starts_with(lower(u."name"), lower($4)) OR strpos(lower(u."name"), ' ' || lower($4)) > 0)
           ORDER BY NOT starts_with(lower(u."name"), lower($4)), u."name", m."id" LIMIT $5`,
    values: [courseId, id, visibility === 'GROUP' ? groupId : null, begins, limit],
  })
  return rows
}

/** Puts an edited note's tags and names in the place of the former ones. */
export async function writeTagsAndMentions(
  tx: Tx,
  noteId: string,
  tags: string[],
  mentioned: string[],
): Promise<void> {
  await tx.noteTag.deleteMany({ where: { noteId } })
  await tx.noteTag.createMany({ data: tags.map((tag) => ({ noteId, tag })) })
  await tx.mention.deleteMany({ where: { noteId } })
  await tx.mention.createMany({ data: mentioned.map((membershipId) => ({ noteId, membershipId })) })
}
