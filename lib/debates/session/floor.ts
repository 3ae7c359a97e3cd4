import 'server-only'
import { lookups } from '@/lib/db'
import { inOrder, timesSpoken } from '../rules/queue'
import type { Side } from '../rules/seats'
import type { FloorDto, HandDto } from './schema'

type HandRow = {
  id: string
  memberId: string
  name: string
  side: Side | null
  raisedAt: number
  calledAt: number | null
  done: boolean
  place: number | null
}
type Rows = {
  hands: HandRow[]
  /** How many phases were held in the member's name ("P1"). */
  named: { memberId: string; n: number }[]
  stated: string[]
}

/** Milliseconds of a column of time. */
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`

const FLOOR = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', h."id", 'memberId', h."membershipId", 'name', u."name",
       'side', r."side", 'raisedAt', ${ms('h."raisedAt"')}, 'calledAt', ${ms('h."calledAt"')},
       'done', h."doneAt" IS NOT NULL, 'place', h."place")), '[]'::json)
     FROM "Hand" h JOIN "Membership" m ON m."id" = h."membershipId" JOIN "User" u ON u."id" = m."userId"
     LEFT JOIN "DebateRole" r ON r."debateId" = h."debateId" AND r."membershipId" = h."membershipId"
     WHERE h."debateId" = $1 AND h."loweredAt" IS NULL) AS hands,
    (SELECT coalesce(json_agg(json_build_object('memberId', n."membershipId", 'n', n."n")), '[]'::json)
     FROM (SELECT r."membershipId", count(DISTINCT p."id")::int AS n
       FROM "PhaseRun" pr JOIN "Phase" p ON p."id" = pr."phaseId" JOIN "DebateRole" r ON r."debateId" = pr."debateId"
       WHERE pr."debateId" = $1 AND EXISTS (
         SELECT 1 FROM jsonb_array_elements_text(p."speakers") s WHERE lower(s) = lower(r."label"))
       GROUP BY 1) n) AS named,
    (SELECT coalesce(json_agg(DISTINCT s."speakerId"), '[]'::json)
     FROM "Statement" s WHERE s."debateId" = $1 AND s."deletedAt" IS NULL) AS stated`

function timesOf({ hands, named, stated }: Rows): Record<string, number> {
  const called = new Map<string, number>()
  for (const h of hands) if (h.calledAt !== null) called.set(h.memberId, (called.get(h.memberId) ?? 0) + 1)
  const inName = new Map(named.map((row) => [row.memberId, row.n]))
  const said = new Set(stated)
  const times = [...new Set([...called.keys(), ...inName.keys(), ...said])].map((id) => [
    id,
    timesSpoken({ called: called.get(id) ?? 0, named: inName.get(id) ?? 0, stated: said.has(id) }),
  ])
  return Object.fromEntries(times)
}

/** Who speaks, who waits in which order, and who has been heard. One statement. */
export async function floorOf(debateId: string): Promise<FloorDto> {
  const { rows } = await lookups().query<Rows>({ name: 'debate-floor', text: FLOOR, values: [debateId] })
  const found = rows[0] ?? { hands: [], named: [], stated: [] }
  const spoken = timesOf(found)
  const dto = ({ done: _, place, ...hand }: HandRow): HandDto => ({
    ...hand,
    times: spoken[hand.memberId] ?? 0,
    placed: place !== null,
  })
  const speaking = found.hands.find((h) => h.calledAt !== null && !h.done)
  const waiting = found.hands
    .filter((h) => h.calledAt === null)
    .map((h) => ({ ...h, times: spoken[h.memberId] ?? 0 }))
  return { speaking: speaking ? dto(speaking) : null, waiting: inOrder(waiting).map(dto), spoken }
}
