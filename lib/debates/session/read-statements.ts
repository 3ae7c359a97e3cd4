import 'server-only'
import { lookups } from '@/lib/db'
import type { StatementDto } from './schema'

type Row = Omit<StatementDto, 'at'> & { at: Date }

const SELECT = `SELECT s."id", s."number", s."speakerId", u."name" AS speaker, s."byId", s."side"::text, pr."phaseId",
    s."text", c."number" AS claim, s."createdAt" AS at, s."editedAt" IS NOT NULL AS edited
  FROM "Statement" s JOIN "Membership" m ON m."id" = s."speakerId" JOIN "User" u ON u."id" = m."userId"
  LEFT JOIN "PhaseRun" pr ON pr."id" = s."runId"
  LEFT JOIN "Claim" c ON c."id" = s."claimId" AND c."deletedAt" IS NULL`

const dto = (row: Row): StatementDto => ({ ...row, at: row.at.toISOString() })

/** What was said, in its order. */
export async function statementsOf(debateId: string): Promise<StatementDto[]> {
  const { rows } = await lookups().query<Row>({
    name: 'statements-of',
    text: `${SELECT} WHERE s."debateId" = $1 AND s."deletedAt" IS NULL ORDER BY s."number"`,
    values: [debateId],
  })
  return rows.map(dto)
}

/** Those of the statements that are still there. */
export async function statementsById(ids: string[]): Promise<StatementDto[]> {
  const { rows } = await lookups().query<Row>({
    name: 'statements-by-id',
    text: `${SELECT} WHERE s."id" = ANY($1::uuid[]) AND s."deletedAt" IS NULL`,
    values: [ids],
  })
  return rows.map(dto)
}
