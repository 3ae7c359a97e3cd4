import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, type Member, may } from '@/lib/policy'
import { placesAfterMove } from '../rules/queue'
import { recordSession, type SessionDebate, sessionDebate } from './base'
import { floorOf } from './floor'
import type { ChangeHand, FloorDto } from './schema'

type Change = { tx: Tx; debateId: string; member: Member; input: ChangeHand }

async function requireLive(tx: Tx, debateId: string): Promise<void> {
  const live = await tx.debateSession.count({ where: { debateId, endedAt: null } })
  if (live === 0) throw new AppError('CLOSED', 'The session is not on. Hands go up while it is.')
}

const raise = ({ tx, debateId, member }: Change): Promise<number> => tx.$executeRaw`
  INSERT INTO "Hand" ("id", "debateId", "membershipId", "raisedAt")
  VALUES (${uuidv7()}::uuid, ${debateId}::uuid, ${member.id}::uuid, clock_timestamp()) ON CONFLICT DO NOTHING`

const lowerOwn = ({ tx, debateId, member }: Change): Promise<number> => tx.$executeRaw`
  UPDATE "Hand" SET "loweredAt" = clock_timestamp() WHERE "debateId" = ${debateId}::uuid
    AND "membershipId" = ${member.id}::uuid AND "loweredAt" IS NULL AND "calledAt" IS NULL`

const lower = ({ tx, debateId }: Change, hand: string): Promise<number> => tx.$executeRaw`
  UPDATE "Hand" SET "loweredAt" = clock_timestamp()
  WHERE "id" = ${hand}::uuid AND "debateId" = ${debateId}::uuid AND "loweredAt" IS NULL AND "calledAt" IS NULL`

const done = ({ tx, debateId }: Change, hand: string | null): Promise<number> => tx.$executeRaw`
  UPDATE "Hand" SET "doneAt" = clock_timestamp() WHERE "debateId" = ${debateId}::uuid
    AND (${hand}::uuid IS NULL OR "id" = ${hand}::uuid)
    AND "calledAt" IS NOT NULL AND "doneAt" IS NULL AND "loweredAt" IS NULL`

/** Whoever speaks has finished then. Called twice, it is one call. */
async function call(change: Change, hand: string): Promise<number> {
  const { tx, debateId } = change
  const [waiting] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Hand" WHERE "id" = ${hand}::uuid AND "debateId" = ${debateId}::uuid
      AND "calledAt" IS NULL AND "loweredAt" IS NULL FOR UPDATE`
  if (!waiting) return 0
  await done(change, null)
  return tx.$executeRaw`UPDATE "Hand" SET "calledAt" = clock_timestamp() WHERE "id" = ${hand}::uuid`
}

/** Calls on a member of the class whether or not their hand is up. */
async function invite(change: Change, membershipId: string): Promise<number> {
  const { tx, debateId, member } = change
  const known = await tx.membership.findFirst({
    where: { id: membershipId, courseId: member.courseId, removedAt: null, role: { not: 'OBSERVER' } },
    select: { id: true },
  })
  if (!known) throw new AppError('NOT_FOUND')
  await raise({ ...change, member: { ...member, id: membershipId } })
  const hand = await tx.hand.findFirst({
    where: { debateId, membershipId, loweredAt: null, calledAt: null },
    select: { id: true },
  })
  return hand ? call(change, hand.id) : 0
}

/** Back into the queue, unless the same person waits there already. */
const putBack = ({ tx, debateId }: Change, hand: string): Promise<number> => tx.$executeRaw`
  UPDATE "Hand" h SET "loweredAt" = NULL, "calledAt" = NULL, "doneAt" = NULL
  WHERE h."id" = ${hand}::uuid AND h."debateId" = ${debateId}::uuid AND h."doneAt" IS NULL
    AND (h."loweredAt" IS NOT NULL OR h."calledAt" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "Hand" o WHERE o."debateId" = h."debateId" AND o."membershipId" = h."membershipId"
      AND o."loweredAt" IS NULL AND o."calledAt" IS NULL)`

/** Two statements, however long the queue is. The debate is held by then, so two who reorder do so in turn. */
async function move({ tx, debateId }: Change, hand: string, to: number): Promise<number> {
  const { waiting } = await floorOf(debateId)
  const kept = await tx.hand.findMany({
    where: { debateId, loweredAt: null, calledAt: null },
    select: { id: true, place: true },
  })
  const placeOf = new Map(kept.map((h) => [h.id, h.place]))
  const hands = waiting.map((h) => ({ ...h, place: placeOf.get(h.id) ?? null }))
  const places = [...placesAfterMove(hands, hand, to)].map(([id, place]) => ({ id, place }))
  return tx.$executeRaw`
    UPDATE "Hand" h SET "place" = w."place"
    FROM "Hand" x LEFT JOIN jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS w("id" uuid, "place" float8)
      ON w."id" = x."id"
    WHERE h."id" = x."id" AND h."debateId" = ${debateId}::uuid AND h."loweredAt" IS NULL AND h."calledAt" IS NULL`
}

async function apply(change: Change): Promise<number> {
  const { input } = change
  switch (input.act) {
    case 'raise':
      return raise(change)
    case 'lower':
      return input.hand ? lower(change, input.hand) : lowerOwn(change)
    case 'call':
      return call(change, input.hand)
    case 'invite':
      return invite(change, input.member)
    case 'done':
      return done(change, input.hand)
    case 'wait':
      return putBack(change, input.hand)
    case 'move':
      return move(change, input.hand, input.to)
  }
}

/** A hand of one's own, and the end of one's own turn, are everybody's; the queue is whoever's runs the session. */
async function authorise(actor: Actor, debate: SessionDebate, input: ChangeHand): Promise<Member> {
  const { courseId } = debate
  const open = debate.closedAt === null
  const own = input.act === 'raise' || (input.act === 'lower' && !input.hand)
  if (own) return authoriseMember(actor, 'hand.raise', courseId, { open })
  const turn = input.act === 'done' && !may(actor, 'session.control', courseId)
  if (!turn) return authoriseMember(actor, 'session.control', courseId)
  const { speaking } = await floorOf(debate.id)
  const member = authoriseMember(actor, 'hand.raise', courseId, { open })
  if (speaking?.id !== input.hand || speaking.memberId !== member.id) throw new AppError('FORBIDDEN')
  return member
}

/**
 * Changes the queue of a session that is on. Sent twice it does one thing. Times are the database's.
 * Errors: NOT_FOUND, FORBIDDEN, CLOSED (no session is on).
 */
export async function changeHand(actor: Actor, input: ChangeHand): Promise<FloorDto> {
  const debate = await sessionDebate(actor, input.debate)
  const member = await authorise(actor, debate, input)
  const own = input.act === 'raise' || (input.act === 'lower' && !input.hand)
  await transaction(async (tx) => {
    if (!own) await tx.$queryRaw`SELECT 1 FROM "Debate" WHERE "id" = ${debate.id}::uuid FOR NO KEY UPDATE`
    await requireLive(tx, debate.id)
    if ((await apply({ tx, debateId: debate.id, member, input })) === 0) return
    await recordSession(tx, 'hand.changed', { actor, member, debateId: debate.id })
  })
  return floorOf(debate.id)
}
