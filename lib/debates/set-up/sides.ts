import 'server-only'
import { randomInt } from 'node:crypto'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, type Member } from '@/lib/policy'
import { seatsOf } from '../rules/formats'
import { drawLots } from '../rules/lots'
import { partOf, type Seats, seatLabel, whyNotRoles, whyNotTake } from '../rules/seats'
import type { AssignRoles, DebateRef, Lot, TakeSide } from '../schema'
import { debateFor, lockDebate, recordDebate } from './base'

type Draw = { debateId: string; seed?: string; everybody: boolean; byGroup: boolean }

async function seatsIn(tx: Tx, debateId: string): Promise<Seats> {
  const phases = await tx.phase.findMany({ where: { debateId }, select: { speakers: true } })
  return seatsOf(
    phases.map(({ speakers }) => ({ speakers: Array.isArray(speakers) ? speakers.map(String) : [] })),
  )
}

async function requireSideChoice(tx: Tx, debateId: string, wanted: 'CHOSEN' | 'LOT'): Promise<void> {
  const { sideChoice } = await tx.debate.findUniqueOrThrow({
    where: { id: debateId },
    select: { sideChoice: true },
  })
  if (sideChoice === wanted) return
  const how = wanted === 'CHOSEN' ? 'chosen' : 'drawn by lot'
  throw new AppError('CONFLICT', `Sides are not ${how} in this debate.`)
}

/** Staff say who does what: all roles at once. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID. */
export async function assignRoles(actor: Actor, { debateId, roles }: AssignRoles): Promise<DebateRef> {
  const { courseId, slug, closedAt } = await debateFor(actor, debateId)
  const member = authoriseMember(actor, 'debate.manage', courseId)
  if (closedAt) throw new AppError('CLOSED')
  const rows = roles.map(({ part, ...role }) => ({ ...role, debateId, part: part ?? partOf(role.label) }))
  const problem = whyNotRoles(rows)
  if (problem) throw new AppError('INVALID', problem)
  const known = await db.membership.count({
    where: { courseId, removedAt: null, id: { in: rows.map((r) => r.membershipId) } },
  })
  if (known !== rows.length) throw new AppError('INVALID', 'A role names somebody who is not in this course.')
  return transaction(async (tx) => {
    await lockDebate(tx, debateId)
    await tx.debateRole.deleteMany({ where: { debateId } })
    await tx.debateRole.createMany({ data: rows })
    await recordDebate(tx, 'debate.sides', { actor, member, debateId, payload: { by: 'staff' } })
    return { id: debateId, slug }
  })
}

/**
 * A student takes a side, changes it or gives it up, as long as the sides then differ by one at most and the session
 * has not begun. Errors: NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT.
 */
export async function takeSide(actor: Actor, { debateId, side }: TakeSide): Promise<DebateRef> {
  const { courseId, slug, closedAt } = await debateFor(actor, debateId)
  const member = authoriseMember(actor, 'side.take', courseId, { open: !closedAt })
  return transaction(async (tx) => {
    const { begun } = await lockDebate(tx, debateId)
    await requireSideChoice(tx, debateId, 'CHOSEN')
    if (begun) throw new AppError('CONFLICT', 'The debate has begun, so sides stay as they are.')
    if (await moveTo(tx, debateId, member, side))
      await recordDebate(tx, 'debate.sides', { actor, member, debateId, payload: { by: 'student', side } })
    return { id: debateId, slug }
  })
}

/** Answers whether anything changed. */
async function moveTo(tx: Tx, debateId: string, { id }: Member, side: TakeSide['side']): Promise<boolean> {
  const roles = await tx.debateRole.findMany({ where: { debateId } })
  const own = roles.find((r) => r.membershipId === id)
  if (own && own.part !== 'SPEAKER' && own.part !== 'JUROR')
    throw new AppError('CONFLICT', 'You have another part in this debate. The staff can change it.')
  const from = own?.part === 'SPEAKER' ? own.side : null
  if (from === side) return false
  const problem = whyNotTake(roles, from, side)
  if (problem) throw new AppError('CONFLICT', problem)
  await tx.debateRole.deleteMany({ where: { debateId, membershipId: id } })
  if (!side) return true
  const seats = (await seatsIn(tx, debateId))[side]
  const taken = new Set(roles.filter((r) => r.membershipId !== id).map((r) => r.label.toLowerCase()))
  let n = 0
  while (taken.has(seatLabel(seats, n, side === 'FOR' ? 'P' : 'O').toLowerCase())) n++
  const label = seatLabel(seats, n, side === 'FOR' ? 'P' : 'O')
  await tx.debateRole.create({ data: { debateId, membershipId: id, side, label, part: 'SPEAKER' } })
  return true
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
/** "k7fm-2wq9": short enough to be read out in class, and nobody's choice. */
const freshSeed = (): string =>
  Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join('')
    .replace(/^(.{4})/, '$1-')

/** The students, but for those who already have the chair or the watch. */
async function poolOf(tx: Tx, courseId: string, draw: Draw): Promise<Lot> {
  const { debateId, everybody, byGroup } = draw
  const keep = { debateId, part: { in: ['CHAIR', 'TIMEKEEPER'] as ('CHAIR' | 'TIMEKEEPER')[] } }
  const members = await tx.membership.findMany({
    where: { courseId, role: 'STUDENT', removedAt: null, debateRoles: { none: keep } },
    orderBy: { id: 'asc' },
    select: { id: true, group: { select: { name: true } } },
  })
  return {
    ...{ everybody, byGroup, seats: await seatsIn(tx, debateId) },
    members: members.map(({ id, group }) => ({ id, group: group?.name ?? null })),
  }
}

/**
 * Draws the sides by lot. What it was drawn from is kept and shown, so that anybody can draw it again; that it was
 * drawn, and from which seed, is an event. Errors: NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT (begun; too few).
 */
export async function drawLot(actor: Actor, draw: Draw): Promise<DebateRef & { seed: string }> {
  const { debateId } = draw
  const { courseId, slug, closedAt } = await debateFor(actor, debateId)
  const member = authoriseMember(actor, 'debate.manage', courseId)
  if (closedAt) throw new AppError('CLOSED')
  const seed = draw.seed ?? freshSeed()
  return transaction(async (tx) => {
    const { begun } = await lockDebate(tx, debateId)
    await requireSideChoice(tx, debateId, 'LOT')
    if (begun) throw new AppError('CONFLICT', 'The debate has begun, so the lot is not drawn again.')
    const lot = await poolOf(tx, courseId, draw)
    if (lot.members.length < 2) throw new AppError('CONFLICT', 'There are not two students to draw between.')
    const drawn = drawLots(lot, seed).map(({ id, ...role }) => ({ ...role, debateId, membershipId: id }))
    await tx.debateRole.deleteMany({ where: { debateId, part: { in: ['SPEAKER', 'JUROR'] } } })
    await tx.debateRole.createMany({ data: drawn })
    await tx.debate.update({ where: { id: debateId }, data: { lotSeed: seed, lot }, select: { id: true } })
    await recordDebate(tx, 'debate.sides', { actor, member, debateId, payload: { by: 'lot', seed } })
    return { id: debateId, slug, seed }
  })
}
