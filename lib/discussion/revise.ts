import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import type { Reading } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember } from '@/lib/policy'
import { type Revision, writeRevision } from '@/lib/readings/revise'
import { carryNotes, carryPassages, type Tally } from './carry'
import type { RevisedTexts } from './rules/carry-anchors'
import type { PublishRevision } from './schema'

export type Published = Tally & { id: string; slug: string }

/** The draft of a revision, locked; CONFLICT when somebody published or changed it since it was looked at. */
async function lockedDraft(tx: Tx, id: string, revision: number | undefined) {
  await tx.$queryRaw`SELECT 1 FROM "ReadingDraft" WHERE "id" = ${id}::uuid FOR UPDATE`
  const draft = await tx.readingDraft.findUnique({ where: { id }, include: { reading: true } })
  if (!draft?.reading || !draft.readingId) throw new AppError('CONFLICT')
  if (revision !== undefined && revision !== draft.revision) throw new AppError('CONFLICT')
  const { reading, readingId, ...rest } = draft
  return { draft: { ...rest, readingId }, reading }
}

const changedIn = ({ kept }: Revision) => kept.filter((section) => section.textChanged)

/** The texts that are other than before, gone, or new, both sides in the order of the reading. */
function textsOf(revision: Revision): RevisedTexts {
  const gone = new Set(revision.retired.map((section) => section.id))
  const changed = new Set(changedIn(revision).map((section) => section.id))
  const before = [...revision.before.values()].filter(({ id }) => gone.has(id) || changed.has(id))
  const after = [...changedIn(revision), ...revision.added].sort((a, b) => a.position - b.position)
  return { before, after }
}

/** Every reader of a section that is other now loads it; `position` is where it stands from now on. */
async function tell(tx: Tx, actor: Actor, actorId: string, reading: Reading, revision: Revision) {
  const { courseId, slug, title, publishedAt } = reading
  const touched = [
    ...revision.kept.filter((section) => section.touched),
    ...revision.added,
    ...revision.retired,
  ]
  for (const { id, version } of touched)
    await recordEvent(tx, {
      courseId,
      type: 'reading.revised',
      actorId,
      audience: publishedAt ? 'EVERYONE' : 'STAFF',
      subjectId: id,
      scopeId: id,
      payload: { slug, title, version, position: revision.addresses.get(id) },
      at: actor.at,
    })
}

/**
 * Publishes a draft over the reading that it revises, in one transaction: the earlier texts are kept as versions, and
 * every note and every passage that a claim or an observation rests on follows its words into the new text or says that it could not. Errors:
 * NOT_FOUND, FORBIDDEN, INVALID (the draft), CONFLICT (published or changed by somebody else).
 */
export async function publishRevision(actor: Actor, input: PublishRevision): Promise<Published> {
  const found = await db.readingDraft.findFirst({
    where: { id: input.draftId, readingId: { not: null } },
    select: { courseId: true },
  })
  if (!found) throw new AppError('NOT_FOUND')
  const { courseId } = found
  const member = authoriseMember(actor, 'reading.edit', courseId)
  return transaction(async (tx) => {
    const { draft, reading } = await lockedDraft(tx, input.draftId, input.revision)
    const revision = await writeRevision(tx, draft, actor.at)
    const texts = textsOf(revision)
    const tally = await carryNotes(tx, texts, actor.at)
    await carryPassages(tx, texts)
    await tx.readingDraft.delete({ where: { id: draft.id }, select: { id: true } })
    await tell(tx, actor, member.id, { ...reading, title: draft.title }, revision)
    return { id: reading.id, slug: reading.slug, ...tally }
  })
}
