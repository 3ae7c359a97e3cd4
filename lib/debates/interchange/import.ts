import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, type Member } from '@/lib/policy'
import { readAif } from '../rules/interchange/aif-read'
import { readArgdown } from '../rules/interchange/argdown-read'
import { signed } from '../rules/interchange/author'
import type { ReadMap } from '../rules/interchange/map'
import { CreateDebate } from '../schema'
import { debateFor, lockDebate, recordDebate } from '../set-up/base'
import { insertDebate } from '../set-up/create-debate'
import { holdPassages } from '../sources'
import { importedSources, type SourceRows } from './import-sources'
import type { ImportDebate, Imported, ImportMap, MapFormat } from './schema'

/** Errors: INVALID with the reader's sentence. */
function read(format: MapFormat, text: string): ReadMap {
  try {
    return format === 'argdown' ? readArgdown(text) : readAif(text)
  } catch (error) {
    if (error instanceof RangeError)
      throw new AppError('INVALID', error.message, { fields: { text: error.message } })
    throw error
  }
}

type Into = { actor: Actor; member: Member; debateId: string }

/** All claims in two statements, every parent before its children; numbers go on after those that there were. */
async function insertClaims(
  tx: Tx,
  { actor, member, debateId }: Into,
  map: ReadMap,
  sources: SourceRows[],
): Promise<void> {
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { number: true } })
  const after = _max.number ?? 0
  const ids = new Map(map.claims.map((c) => [c.number, uuidv7()]))
  await holdPassages(tx, sources.flat())
  await tx.claim.createMany({
    data: map.claims.map(({ number, parent, relation, toulmin, linkGroup, text, author }) => ({
      ...{ id: ids.get(number), debateId, number: number + after, relation, toulmin, linkGroup },
      parentId: parent === null ? null : ids.get(parent),
      authorId: member.id,
      text: signed(text, author === actor.name ? '' : author),
      createdAt: actor.at,
    })),
  })
  await tx.claimSource.createMany({
    data: map.claims.flatMap(({ number }, i) =>
      (sources[i] ?? []).map((row) => ({ ...row, claimId: ids.get(number) ?? '' })),
    ),
  })
}

/**
 * Puts the argument of a file into a debate that has no claims. They are the importer's; whoever the file names as the
 * writer of one is named below its words. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID (the file), CONFLICT (claims).
 */
export async function importMap(actor: Actor, { debateId, format, text }: ImportMap): Promise<Imported> {
  const { courseId, slug, closedAt } = await debateFor(actor, debateId)
  const member = authoriseMember(actor, 'debate.manage', courseId)
  if (closedAt) throw new AppError('CLOSED')
  const map = read(format, text)
  const sources = await importedSources(actor, courseId, map.claims)
  return transaction(async (tx) => {
    await lockDebate(tx, debateId)
    if (await tx.claim.count({ where: { debateId, deletedAt: null } }))
      throw new AppError('CONFLICT', 'This debate has claims already. Import the map as a new debate.')
    await insertClaims(tx, { actor, member, debateId }, map, sources)
    const payload = { imported: map.claims.length }
    await recordDebate(tx, 'debate.changed', { actor, member, debateId, payload })
    return { id: debateId, slug, claims: map.claims.length, remarks: map.remarks }
  })
}

/** The same as a debate of its own. Errors: NOT_FOUND, FORBIDDEN, INVALID. */
export async function importDebate(actor: Actor, input: ImportDebate): Promise<Imported> {
  const { courseId, format, text } = input
  const member = authoriseMember(actor, 'debate.manage', courseId)
  const map = read(format, text)
  const motion = (input.motion || map.motion).replace(/\s+/g, ' ').trim()
  if (!motion || motion.length > 600) {
    const message = motion
      ? 'The motion of the file is longer than 600 characters. Write a shorter one.'
      : 'The file names no motion. Write one.'
    throw new AppError('INVALID', message, { fields: { motion: message } })
  }
  const sources = await importedSources(actor, courseId, map.claims)
  return transaction(async (tx) => {
    const debate = await insertDebate(tx, actor, CreateDebate.parse({ courseId, motion }))
    await insertClaims(tx, { actor, member, debateId: debate.id }, map, sources)
    const payload = { imported: map.claims.length }
    await recordDebate(tx, 'debate.created', { actor, member, debateId: debate.id, payload })
    return { ...debate, claims: map.claims.length, remarks: map.remarks }
  })
}
