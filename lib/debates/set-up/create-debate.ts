import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember } from '@/lib/policy'
import { orderProblem } from '../rules/order'
import { partOf } from '../rules/seats'
import { freeSlug, slugOf } from '../rules/slug'
import type { CreateDebate, DebateRef, RoleInput } from '../schema'
import { recordDebate } from './base'

/** Roles and turns name people of this course; one query tells. */
async function requireMembers(courseId: string, input: CreateDebate): Promise<void> {
  const named = new Set([
    ...input.roles.map((r) => r.membershipId),
    ...input.exchanges.flatMap((e) => e.turns.map((t) => t.speakerId)),
  ])
  if (named.size === 0) return
  const known = await db.membership.count({ where: { courseId, id: { in: [...named] } } })
  if (known !== named.size)
    throw new AppError('INVALID', 'A role or a turn names somebody who is not in this course.')
}

/** The address and the place in the course's list, taken while nobody else can take them. */
async function place(tx: Tx, { courseId, slug, motion }: CreateDebate) {
  await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR NO KEY UPDATE`
  const others = await tx.debate.findMany({ where: { courseId }, select: { slug: true, position: true } })
  const taken = others.map((d) => d.slug)
  if (slug && taken.includes(slug))
    throw new AppError('CONFLICT', 'Another debate has this address.', {
      fields: { slug: 'Another debate has this address.' },
    })
  const position = Math.max(0, ...others.map((d) => d.position)) + 1
  return { slug: slug ?? freeSlug(slugOf(motion), taken), position }
}

const numbered = <T extends object>(rows: readonly T[]) =>
  rows.map((row, index) => ({ ...row, position: index + 1 }))

async function writeExchanges(tx: Tx, debateId: string, exchanges: CreateDebate['exchanges']): Promise<void> {
  const rows = numbered(exchanges).map(({ title, turns, position }) => ({
    exchange: { id: uuidv7(), debateId, title, position },
    turns: numbered(turns),
  }))
  await tx.exchange.createMany({ data: rows.map((r) => r.exchange) })
  await tx.turn.createMany({
    data: rows.flatMap((r) => r.turns.map((turn) => ({ ...turn, exchangeId: r.exchange.id }))),
  })
}

const roleRows = (roles: readonly RoleInput[]) =>
  roles.map(({ part, ...role }) => ({ ...role, part: part ?? partOf(role.label) }))

/** The votes of a format in their order, or INVALID beside the phase that is out of it. */
export function requireOrder(phases: CreateDebate['phases']): void {
  const problem = orderProblem(phases)
  if (!problem) return
  const { index, message } = problem
  throw new AppError('INVALID', message, { fields: { [`phases.${index}.kind`]: message } })
}

/** Writes the debate and all that it starts with inside a transaction of the caller's, who has authorised. */
export async function insertDebate(tx: Tx, actor: Actor, input: CreateDebate): Promise<DebateRef> {
  const { courseId, phases, roles, exchanges, slug: _, ...settings } = input
  const id = uuidv7()
  const { slug, position } = await place(tx, input)
  await tx.debate.create({
    data: {
      ...{ ...settings, id, courseId, slug, position, createdAt: actor.at },
      phases: { createMany: { data: numbered(phases) } },
      roles: { createMany: { data: roleRows(roles) } },
    },
    select: { id: true },
  })
  await writeExchanges(tx, id, exchanges)
  return { id, slug }
}

/** Opens a debate with all that it starts with. Errors: NOT_FOUND, FORBIDDEN, INVALID, CONFLICT (the address). */
export async function createDebate(actor: Actor, input: CreateDebate): Promise<DebateRef> {
  const { courseId } = input
  const member = authoriseMember(actor, 'debate.manage', courseId)
  requireOrder(input.phases)
  await requireMembers(courseId, input)
  return transaction(async (tx) => {
    const debate = await insertDebate(tx, actor, input)
    await recordDebate(tx, 'debate.created', { actor, member, debateId: debate.id })
    return debate
  })
}
