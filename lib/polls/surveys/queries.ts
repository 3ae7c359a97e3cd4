import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, type Member, may, memberIn, visibleSurveys } from '@/lib/policy'
import { seeded } from '@/lib/random/seeded'
import { resultOf } from './result'
import type { VoteValue } from './rules/grid'
import type { HiddenStatement, StatementDto, SurveyListItem, SurveyPage } from './schema'

function requireMember(actor: Actor, courseId: string): Member {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  return member
}

type Turnout = { id: string; voters: number; votes: number; mine: number }

/** People and votes by survey, and how many of the votes are the viewer's own. */
async function turnoutOf(surveyIds: string[], memberId: string): Promise<(id: string) => Turnout> {
  const { rows } = await pool().query<Turnout>({
    name: 'survey-turnout',
    text: `SELECT s."surveyId" AS id, count(DISTINCT v."membershipId")::int AS voters, count(*)::int AS votes,
             (count(*) FILTER (WHERE v."membershipId" = $2 AND s."hiddenAt" IS NULL))::int AS mine
           FROM "OpinionVote" v JOIN "OpinionStatement" s ON s."id" = v."statementId"
           WHERE s."surveyId" = ANY($1::uuid[]) GROUP BY 1`,
    values: [surveyIds, memberId],
  })
  return (id) => rows.find((row) => row.id === id) ?? { id, voters: 0, votes: 0, mine: 0 }
}

/** The course's surveys, newest first. */
export async function listSurveys(actor: Actor, courseId: string): Promise<SurveyListItem[]> {
  const member = requireMember(actor, courseId)
  const surveys = await db.opinionSurvey.findMany({
    where: { AND: [{ courseId }, visibleSurveys(actor)] },
    select: {
      ...{ id: true, slug: true, title: true, createdAt: true, closedAt: true },
      _count: { select: { statements: { where: { hiddenAt: null } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const turnout = await turnoutOf(
    surveys.map((s) => s.id),
    member.id,
  )
  return surveys.map(({ _count, createdAt, closedAt, ...survey }) => ({
    ...survey,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    statements: _count.statements,
    voters: turnout(survey.id).voters,
    left: Math.max(0, _count.statements - turnout(survey.id).mine),
    mayVote: may(actor, 'survey.vote', courseId, { open: closedAt === null }),
  }))
}

const ofSurvey = (memberId: string) => ({
  ...{ id: true, slug: true, title: true, intro: true, open: true, createdAt: true, closedAt: true },
  statements: {
    orderBy: { number: 'asc' as const },
    select: {
      ...{ id: true, number: true, text: true, hiddenAt: true, hiddenReason: true },
      votes: { where: { membershipId: memberId }, select: { value: true } },
    },
  },
})

const surveyRow = (actor: Actor, courseId: string, slug: string, memberId: string) =>
  db.opinionSurvey.findFirst({
    where: { AND: [{ courseId, slug }, visibleSurveys(actor)] },
    select: ofSurvey(memberId),
  })

type Row = NonNullable<Awaited<ReturnType<typeof surveyRow>>>

/** In an order that is each member's own and stays as statements come: what comes first gets the most votes. */
const inOwnOrder = (statements: StatementDto[], memberId: string): StatementDto[] =>
  statements
    .map((statement) => ({ statement, place: seeded(`${memberId} ${statement.id}`)() }))
    .sort((a, b) => a.place - b.place)
    .map(({ statement }) => statement)

function statementsOf(row: Row, staff: boolean): { shown: StatementDto[]; hidden: HiddenStatement[] } {
  const shown = row.statements
    .filter((s) => !s.hiddenAt)
    .map(({ id, number, text, votes }) => ({
      id,
      number,
      text,
      mine: (votes[0]?.value ?? null) as VoteValue | null,
    }))
  const hidden = row.statements
    .filter((s) => s.hiddenAt)
    .map(({ id, number, text, hiddenAt, hiddenReason }) => ({
      ...{ id, number, reason: hiddenReason, text: staff ? text : null },
      final: row.closedAt !== null && hiddenAt !== null && hiddenAt <= row.closedAt,
    }))
  return { shown, hidden }
}

/** One survey: to vote while it is open, with its groups once it is closed. Errors: NOT_FOUND. */
export async function surveyPage(actor: Actor, courseId: string, slug: string): Promise<SurveyPage> {
  const member = requireMember(actor, courseId)
  const row = await surveyRow(actor, courseId, slug, member.id)
  if (!row) throw new AppError('NOT_FOUND')
  const { id, title, intro, open, createdAt, closedAt } = row
  const manage = may(actor, 'survey.manage', courseId)
  const vote = may(actor, 'survey.vote', courseId, { open: closedAt === null })
  const { shown, hidden } = statementsOf(row, manage)
  const { voters, votes } = (await turnoutOf([id], member.id))(id)
  const words = new Map(shown.map((s) => [s.id, s.text]))
  return {
    ...{ id, slug, title, intro, open, voters, votes, hidden },
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    statements: closedAt ? shown : inOwnOrder(shown, member.id),
    result: closedAt
      ? await resultOf(id, member.id, (s) => words.get(s) ?? 'a statement that was taken out')
      : null,
    can: { vote, add: vote && (open || manage), manage },
  }
}
