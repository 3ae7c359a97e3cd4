import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, visibleSurveys } from '@/lib/policy'
import { freeSlug, slugOf } from '../rules/slug'
import {
  type AddStatement,
  type ChangeSurvey,
  type CloseSurvey,
  MOST_STATEMENTS,
  type ModerateStatement,
  type OpenSurvey,
  type VoteOn,
} from './schema'

/** So that nobody's statements crowd out the others'. */
const MOST_BY_ONE = 10

type Survey = { id: string; courseId: string; slug: string; open: boolean; closedAt: Date | null }

const SURVEY = { id: true, courseId: true, slug: true, open: true, closedAt: true } as const

/** `actorId` is null where it would tell who wrote a statement or who votes. */
const record = (
  tx: Tx,
  actor: Actor,
  actorId: string | null,
  type: EventType,
  survey: { id: string; courseId: string },
  payload?: Record<string, unknown>,
): Promise<number> =>
  recordEvent(tx, {
    audience: 'EVERYONE',
    courseId: survey.courseId,
    type,
    actorId,
    subjectId: survey.id,
    scopeId: survey.id,
    payload,
    at: actor.at,
  })

/** Opens a survey at once, with the statements that it begins with. Errors: NOT_FOUND, FORBIDDEN. */
export async function openSurvey(actor: Actor, input: OpenSurvey): Promise<{ id: string; slug: string }> {
  const { courseId, title, intro, open } = input
  const member = authoriseMember(actor, 'survey.manage', courseId)
  return transaction(async (tx) => {
    const taken = await tx.opinionSurvey.findMany({ where: { courseId }, select: { slug: true } })
    const slug = freeSlug(
      input.slug ?? slugOf(title),
      // The page that opens a survey stands beside them.
      ['new', ...taken.map((s) => s.slug)],
    )
    const id = uuidv7()
    const statements = input.statements.map((text, i) => ({
      ...{ id: uuidv7(), number: i + 1, text, authorId: member.id, createdAt: actor.at },
    }))
    await tx.opinionSurvey.create({
      data: {
        id,
        courseId,
        slug,
        title,
        intro,
        open,
        createdAt: actor.at,
        statements: { create: statements },
      },
      select: { id: true },
    })
    await record(tx, actor, member.id, 'survey.opened', { id, courseId })
    return { id, slug }
  })
}

async function surveyFor(actor: Actor, id: string): Promise<Survey> {
  const survey = await db.opinionSurvey.findFirst({
    where: { AND: [{ id }, visibleSurveys(actor)] },
    select: SURVEY,
  })
  if (!survey) throw new AppError('NOT_FOUND')
  return survey
}

/** Holds the survey as it is until the commit: whoever comes after its close is refused. `alone`: one at a time. */
async function hold(tx: Tx, { id }: Survey, alone: boolean): Promise<void> {
  const lock = alone ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR SHARE`
  const held = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT "id" FROM "OpinionSurvey" WHERE "id" = ${id}::uuid AND "closedAt" IS NULL ${lock}`,
  )
  if (held.length === 0) throw new AppError('CLOSED', 'This survey is closed.')
}

/** Whether members may add statements. Errors: NOT_FOUND, FORBIDDEN, CLOSED. */
export async function changeSurvey(
  actor: Actor,
  { surveyId, open }: ChangeSurvey,
): Promise<{ open: boolean }> {
  const survey = await surveyFor(actor, surveyId)
  const member = authoriseMember(actor, 'survey.manage', survey.courseId)
  await transaction(async (tx) => {
    await hold(tx, survey, true)
    await tx.opinionSurvey.update({ where: { id: survey.id }, data: { open }, select: { id: true } })
    await record(tx, actor, member.id, 'survey.changed', survey, { open })
  })
  return { open }
}

/** For good: only then are results shown, so that no running count tells how somebody has just voted. */
export async function closeSurvey(actor: Actor, { surveyId }: CloseSurvey): Promise<{ slug: string }> {
  const survey = await surveyFor(actor, surveyId)
  const member = authoriseMember(actor, 'survey.manage', survey.courseId)
  await transaction(async (tx) => {
    await hold(tx, survey, true)
    await tx.opinionSurvey.update({
      where: { id: survey.id },
      data: { closedAt: actor.at },
      select: { id: true },
    })
    await record(tx, actor, member.id, 'survey.closed', survey)
  })
  return { slug: survey.slug }
}

/** What stands in the way of one more statement, in a sentence. */
async function crowded(tx: Tx, { id }: Survey, authorId: string, text: string): Promise<string | null> {
  const all = await tx.opinionStatement.findMany({
    where: { surveyId: id },
    select: { text: true, authorId: true },
  })
  if (all.some((s) => s.text.toLowerCase() === text.toLowerCase())) return 'This statement is there already.'
  if (all.length >= MOST_STATEMENTS) return `A survey has at most ${MOST_STATEMENTS} statements.`
  if (all.filter((s) => s.authorId === authorId).length >= MOST_BY_ONE)
    return `You have added ${MOST_BY_ONE} statements, as many as one member may.`
  return null
}

/**
 * Adds a statement. Nobody is told whose it is, nor does the event say. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID
 * (twice the same, or too many).
 */
export async function addStatement(
  actor: Actor,
  { surveyId, text }: AddStatement,
): Promise<{ number: number }> {
  const survey = await surveyFor(actor, surveyId)
  const { courseId } = survey
  const member = authoriseMember(actor, 'survey.vote', courseId, { open: survey.closedAt === null })
  if (!survey.open) authoriseMember(actor, 'survey.manage', courseId)
  return transaction(async (tx) => {
    await hold(tx, survey, true)
    const fault = await crowded(tx, survey, member.id, text)
    if (fault) throw new AppError('INVALID', fault, { fields: { text: fault } })
    const number = (await tx.opinionStatement.count({ where: { surveyId } })) + 1
    const written = { id: uuidv7(), surveyId, number, text, authorId: member.id, createdAt: actor.at }
    await tx.opinionStatement.create({ data: written, select: { id: true } })
    await record(tx, actor, null, 'survey.changed', survey)
    return { number }
  })
}

/** When the survey was closed, if it was; held as it is until the commit. */
async function closing(tx: Tx, surveyId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ closedAt: Date | null }[]>(
    Prisma.sql`SELECT "closedAt" FROM "OpinionSurvey" WHERE "id" = ${surveyId}::uuid FOR SHARE`,
  )
  return row?.closedAt ?? null
}

async function statementFor(actor: Actor, id: string) {
  const statement = await db.opinionStatement.findFirst({
    where: { id, survey: visibleSurveys(actor) },
    select: { id: true, hiddenAt: true, survey: { select: SURVEY } },
  })
  if (!statement) throw new AppError('NOT_FOUND')
  return statement
}

/** First, second and later votes of one member are one row each; only the very first in a survey is an event. */
async function write(
  tx: Tx,
  surveyId: string,
  membershipId: string,
  { statementId, value }: VoteOn,
): Promise<boolean> {
  const earlier = await tx.opinionVote.count({ where: { membershipId, statement: { surveyId } } })
  if (value === null) await tx.opinionVote.deleteMany({ where: { statementId, membershipId } })
  else
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO "OpinionVote" ("statementId", "membershipId", "value")
      VALUES (${statementId}::uuid, ${membershipId}::uuid, ${value})
      ON CONFLICT ("statementId", "membershipId") DO UPDATE SET "value" = EXCLUDED."value"`)
  return earlier === 0 && value !== null
}

/**
 * Agrees, passes, disagrees, or takes that back, until the close. The event of somebody's first vote tells that one
 * more takes part; who and how, nobody. Errors: NOT_FOUND (also what staff took out), FORBIDDEN, CLOSED.
 */
export async function voteOn(actor: Actor, input: VoteOn): Promise<{ value: VoteOn['value'] }> {
  const { survey, hiddenAt } = await statementFor(actor, input.statementId)
  const open = survey.closedAt === null
  const member = authoriseMember(actor, 'survey.vote', survey.courseId, { open })
  if (hiddenAt) throw new AppError('NOT_FOUND', 'This statement has been taken out.')
  await transaction(async (tx) => {
    await hold(tx, survey, false)
    const first = await write(tx, survey.id, member.id, input)
    if (first) await record(tx, actor, null, 'survey.changed', survey)
  })
  return { value: input.value }
}

/**
 * Takes a statement out, with a reason that the class sees, or puts it back. After the close the groups stay as they
 * were found: only its words go, and what was taken out before cannot come back, since counts that change tell whose
 * votes changed them. Errors: NOT_FOUND, FORBIDDEN, CLOSED.
 */
export async function moderateStatement(actor: Actor, input: ModerateStatement): Promise<{ id: string }> {
  const { survey, hiddenAt, id } = await statementFor(actor, input.statementId)
  const member = authoriseMember(actor, 'survey.manage', survey.courseId)
  const { act, reason } = input
  await transaction(async (tx) => {
    const closedAt = await closing(tx, survey.id)
    if (closedAt && hiddenAt && hiddenAt <= closedAt)
      throw new AppError('CLOSED', 'It was taken out before the close, and the groups were found without it.')
    const at = new Date(Math.max(actor.at.getTime(), (closedAt?.getTime() ?? 0) + 1))
    const data =
      act === 'HIDE' ? { hiddenAt: at, hiddenReason: reason } : { hiddenAt: null, hiddenReason: '' }
    await tx.opinionStatement.update({ where: { id }, data, select: { id: true } })
    await record(tx, actor, member.id, 'survey.changed', survey, { act, statementId: id, reason })
  })
  return { id }
}
