import 'server-only'
import { lookups, pool } from '@/lib/db'
import { renderMarkdown } from '@/lib/markdown'
import { CLAIMS, CLAIMS_BY_ID, OWN_JUDGEMENTS } from '../claims-sql'
import { distribution, type Judgement } from '../rules/judgements'
import { type Reader, type SourceRow, showSource, stands } from '../rules/source-label'
import { claimTree } from '../rules/tree'
import type { ClaimDto, ClaimFact, GoneClaim, OwnJudgements, SourceDto } from './schema'

type Plain = Omit<ClaimFact, 'html' | 'at' | 'sourced' | 'sources' | 'judges' | 'judged'>
export type StoredClaim = Plain & {
  debateId: string
  at: Date
  gone: boolean
  mergedIntoId: string | null
  sources: SourceRow[]
  judgements: Judgement[]
}

const sourceDto = (row: SourceRow, reader: Reader): SourceDto => ({
  id: row.id,
  kind: row.kind,
  html: row.kind === 'REFERENCE' ? renderMarkdown(row.text) : null,
  ...showSource(row, reader),
})

/** What stands where the staff have hidden a claim, on pages, in the record and in files alike. */
export const HIDDEN_WORDS = 'This claim was hidden by the staff.'

/** Its place in the argument, without what it says, who said so, and what it rests on. */
const veiled = (row: StoredClaim): StoredClaim => ({
  ...row,
  ...{ text: HIDDEN_WORDS, author: 'A member', staff: false, edited: false, toulmin: null },
  ...{ sources: [], judgements: [] },
})

/** Leaves the single judgements behind: nobody else's leave the server. */
export function claimFact(stored: StoredClaim, reader: Reader): ClaimFact {
  const row = stored.hidden ? veiled(stored) : stored
  const { judgements, sources, debateId: _d, gone: _g, mergedIntoId: _m, at, ...plain } = row
  return {
    ...plain,
    html: renderMarkdown(row.text),
    at: at.toISOString(),
    sourced: row.hidden || sources.some(stands),
    sources: sources.map((source) => sourceDto(source, reader)),
    judges: judgements.length,
    judged: distribution(judgements),
  }
}

const goneClaim = ({ id, number, mergedIntoId }: StoredClaim): GoneClaim => ({
  id,
  number,
  intoId: mergedIntoId,
})

export type DebateClaims = { claims: ClaimFact[]; merged: GoneClaim[] }

/** Divides rows into what is there and what is gone. */
export function divided(rows: StoredClaim[], reader: Reader): DebateClaims {
  return {
    claims: rows.filter((row) => !row.gone).map((row) => claimFact(row, reader)),
    merged: rows.filter((row) => row.gone).map(goneClaim),
  }
}

/** The claims of one debate: one statement, however many there are. */
export async function claimsOf(debateId: string, reader: Reader): Promise<DebateClaims> {
  const { rows } = await pool().query<StoredClaim>({
    name: 'debate-claims',
    text: CLAIMS,
    values: [debateId],
  })
  return divided(rows, reader)
}

/** Claims by id as they are now, those that are gone too; for what is pushed. */
export async function claimsById(ids: string[]): Promise<StoredClaim[]> {
  const { rows } = await lookups().query<StoredClaim>({
    name: 'claims-by-id',
    text: CLAIMS_BY_ID,
    values: [ids],
  })
  return rows
}

export async function ownJudgements(debateId: string, memberId: string): Promise<OwnJudgements> {
  const { rows } = await pool().query<Judgement & { id: string }>({
    name: 'own-judgements',
    text: OWN_JUDGEMENTS,
    values: [debateId, memberId],
  })
  return Object.fromEntries(rows.map(({ id, ...judgement }) => [id, judgement]))
}

/** In reading order, each with where it stands in the tree. */
export function placedClaims(claims: ClaimFact[]): ClaimDto[] {
  const numbers = new Map(claims.map((c) => [c.id, c.number]))
  return claimTree(claims).map((c) => ({
    ...c,
    parentNumber: c.parentId ? (numbers.get(c.parentId) ?? null) : null,
  }))
}
