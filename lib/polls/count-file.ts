import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember } from '@/lib/policy'
import type { Election } from './formats/election'
import { methodsFor, readElection } from './formats/read'
import { freePollSlug, insertSeries, type Opened } from './open'
import { shorten } from './options'
import { recordPoll } from './record'
import { type Kind, sizeOf } from './rules/kinds'
import { slugOf } from './rules/slug'
import type { CountFile, FilePreview, PreviewFile } from './schema'

/** What a file of ballots holds, and which of its lines cannot be counted; nothing is kept. Errors: NOT_FOUND, FORBIDDEN. */
export async function previewFile(actor: Actor, input: PreviewFile): Promise<FilePreview> {
  authoriseMember(actor, 'poll.manage', input.courseId)
  const read = readElection(input.name, input.text, input.method)
  const { title, method, options, ballots } = read.election
  return { title, method, options, methods: methodsFor(read), ballots: sizeOf(ballots), faults: read.faults }
}

/**
 * Counts the ballots of a file: they become a poll that is closed already. Nobody is said to have voted, and nothing
 * links it to other polls. Errors: NOT_FOUND, FORBIDDEN, INVALID (what is wrong with the file, by line).
 */
export async function countFile(actor: Actor, input: CountFile): Promise<Opened> {
  const { courseId, question, name } = input
  const member = authoriseMember(actor, 'poll.manage', courseId)
  const { election, faults } = readElection(name, input.text, input.method)
  const [first] = faults
  if (first) {
    const sentence = first.line > 0 ? `Line ${first.line}: ${first.fault}` : first.fault
    throw new AppError('INVALID', sentence, { fields: { text: sentence } })
  }
  return transaction(async (tx) => {
    const seriesId = await insertSeries(tx, actor, { courseId, title: question, over: true })
    const slug = await freePollSlug(tx, courseId, slugOf(question))
    const id = uuidv7()
    await createClosed(tx, actor, { id, slug, seriesId, ...input }, election)
    await insertBallots(tx, id, election.ballots)
    await recordPoll(tx, actor, member, 'poll.closed', { id, courseId })
    return { id, slug, seriesId }
  })
}

async function createClosed(
  tx: Tx,
  { at }: Actor,
  poll: CountFile & { id: string; slug: string; seriesId: string },
  { options }: Election,
): Promise<void> {
  const { id, courseId, seriesId, slug, question, method, rule, name } = poll
  const rows = options.map(({ code, label }, i) => ({
    ...{ position: i + 1, code, label: label.slice(0, 200), shortLabel: shorten(label) },
  }))
  await tx.poll.create({
    data: {
      ...{ id, courseId, seriesId, slug, question, method, rule, wave: '', waveIndex: 1, importedFrom: name },
      ...{ opensAt: at, closedAt: at, hiddenUntilClose: true, options: { create: rows } },
    },
    select: { id: true },
  })
}

/** One row a ballot, as if cast; tags are of nobody. */
async function insertBallots(tx: Tx, id: string, ballots: Kind[]): Promise<void> {
  await tx.$queryRaw`SELECT set_config('colloquy.sealing', ${id}, true)`
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Ballot" ("pollId", "tag", "linkTag", "receipt", "ranking", "scores")
    SELECT ${id}::uuid, uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()),
      lpad(row_number() OVER ()::text, 6, '0'), k."ranking", k."scores"
    FROM jsonb_to_recordset(${JSON.stringify(ballots)}::jsonb) AS k("ranking" jsonb, "scores" jsonb, "count" int),
      generate_series(1, k."count")`)
}
