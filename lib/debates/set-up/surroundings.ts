import 'server-only'
import { pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { PhaseDto, RoleDto, TurnDto } from '../schema'

const TURN_JSON = `json_build_object('speaker', u."name", 'role', t."role", 'words', t."words", 'side', dr."side")`

export const PHASE_JSON = `json_build_object('id', p."id", 'name', p."name", 'minutes', p."minutes", 'who', p."who",
  'purpose', p."purpose", 'kind', p."kind", 'speakers', p."speakers", 'asks', p."asks")`

/** Phases, roles and exchanges of one debate ($1), each as a JSON array; and its course's slug. */
const SURROUNDINGS = `
  SELECT co."slug" AS "courseSlug", EXISTS (SELECT 1 FROM "DebateSession" ds WHERE ds."debateId" = d."id") AS begun,
    (SELECT coalesce(json_agg(${PHASE_JSON} ORDER BY p."position"), '[]'::json)
     FROM "Phase" p WHERE p."debateId" = d."id") AS phases,
    (SELECT coalesce(json_agg(json_build_object('memberId', m."id", 'name', u."name", 'side', dr."side", 'label', dr."label",
       'part', dr."part") ORDER BY dr."side" NULLS LAST, dr."part", length(dr."label"), dr."label", u."name", m."id"), '[]'::json)
     FROM "DebateRole" dr JOIN "Membership" m ON m."id" = dr."membershipId" JOIN "User" u ON u."id" = m."userId"
     WHERE dr."debateId" = d."id") AS roles,
    (SELECT coalesce(json_agg(json_build_object('title', x."title", 'turns', (
       SELECT coalesce(json_agg(${TURN_JSON} ORDER BY t."position"), '[]'::json)
       FROM "Turn" t JOIN "Membership" m ON m."id" = t."speakerId" JOIN "User" u ON u."id" = m."userId"
       LEFT JOIN "DebateRole" dr ON dr."debateId" = d."id" AND dr."membershipId" = t."speakerId"
       WHERE t."exchangeId" = x."id")) ORDER BY x."position"), '[]'::json)
     FROM "Exchange" x WHERE x."debateId" = d."id") AS exchanges
  FROM "Debate" d JOIN "Course" co ON co."id" = d."courseId" WHERE d."id" = $1`

export type Surroundings = {
  courseSlug: string
  /** Its session has begun. */
  begun: boolean
  phases: PhaseDto[]
  roles: (Omit<RoleDto, 'mine'> & { memberId: string })[]
  exchanges: { title: string; turns: (Omit<TurnDto, 'html'> & { words: string })[] }[]
}

/** What stands round the argument. Throws NOT_FOUND. */
export async function surroundings(debateId: string): Promise<Surroundings> {
  const { rows } = await pool().query<Surroundings>({
    name: 'debate-surroundings',
    text: SURROUNDINGS,
    values: [debateId],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0]
}
