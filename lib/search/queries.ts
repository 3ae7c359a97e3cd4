import 'server-only'
import { pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, memberIn } from '@/lib/policy'
import { hitOf, type Row } from './rules/hits'
import { termsOf } from './rules/terms'
import { HIT_KINDS, type HitGroup, type HitKind, type SearchFor, type SearchPage } from './schema'
import { nearStatement, type Statement, searchStatement } from './sql'

/** Of every kind at first; of one kind when that is asked for. */
const FEW = 6
const MANY = 50

async function rowsOf(statement: Statement): Promise<Row[]> {
  const { rows } = await pool().query<Row>(statement)
  return rows
}

/** Once each: what has the words as words before what has the characters somewhere, else in the order they came. */
function ranked(rows: readonly Row[]): Row[] {
  const best = new Map<string, Row>()
  for (const row of rows) if (!best.get(row.id)?.whole) best.set(row.id, row)
  const all = [...best.values()]
  return [...all.filter((row) => row.whole), ...all.filter((row) => !row.whole)]
}

function grouped(rows: Row[], at: { base: string; terms: string[] }, kind: HitKind | undefined): HitGroup[] {
  const most = kind ? MANY : FEW
  return HIT_KINDS.flatMap((name) => {
    const found = kind && kind !== name ? [] : ranked(rows.filter((row) => row.kind === name))
    if (found.length === 0) return []
    const hits = found.slice(0, most).map((row) => hitOf(row, at))
    return [{ kind: name, hits, more: found.length > most }]
  })
}

/**
 * Looks through all that the actor may see in the course. One statement, and a second when nothing was found, for what
 * is spelled nearly so. Throws NOT_FOUND outside the course.
 */
export async function searchCourse(
  actor: Actor,
  course: { id: string; slug: string },
  { q, kind }: SearchFor,
): Promise<SearchPage> {
  const member = memberIn(actor, course.id)
  if (!member) throw new AppError('NOT_FOUND')
  const terms = termsOf(q)
  const page = { q, kind: kind ?? null }
  if (terms.wanted.length === 0) return { ...page, state: 'SHORT', groups: [] }
  const at = { base: `/courses/${course.slug}`, terms: terms.wanted }
  const rows = await rowsOf(searchStatement(member, q, terms, (kind ? MANY : FEW) + 1))
  if (rows.length > 0) return { ...page, state: 'FOUND', groups: grouped(rows, at, kind) }
  const near = await rowsOf(nearStatement(member, terms.wanted.join(' '), FEW))
  return { ...page, state: near.length ? 'NEAR' : 'NOTHING', groups: grouped(near, at, kind) }
}
