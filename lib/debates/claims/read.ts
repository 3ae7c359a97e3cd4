import 'server-only'
import { pool } from '@/lib/db'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, may } from '@/lib/policy'
import { CLAIMS } from '../claims-sql'
import { type Reader, type SourceRow, showSource, stands } from '../rules/source-label'
import { claimTree, type Node } from '../rules/tree'
import type { ClaimDto, SourceDto } from './schema'

const sourceDto = (row: SourceRow, reader: Reader): SourceDto => ({
  id: row.id,
  kind: row.kind,
  html: row.kind === 'REFERENCE' ? renderMarkdown(row.text) : null,
  ...showSource(row, reader),
})

type ClaimRow = Node & Pick<ClaimDto, 'text' | 'authorId' | 'author' | 'staff' | 'edited'>
type StoredClaim = ClaimRow & { at: Date; sources: SourceRow[] }
type InDebate = { courseId: string; open: boolean; reader: Reader }

export function claimDtos(
  actor: Actor,
  rows: StoredClaim[],
  { courseId, open, reader }: InDebate,
): ClaimDto[] {
  const numbers = new Map(rows.map((row) => [row.id, row.number]))
  return claimTree(rows).map((row) => {
    const facts = { authorId: row.authorId, open }
    return {
      ...row,
      parentNumber: row.parentId ? (numbers.get(row.parentId) ?? null) : null,
      html: renderMarkdown(row.text),
      at: row.at.toISOString(),
      sourced: row.sources.some(stands),
      sources: row.sources.map((source) => sourceDto(source, reader)),
      can: {
        edit: may(actor, 'claim.edit', courseId, facts),
        delete: may(actor, 'claim.delete', courseId, facts),
      },
    }
  })
}

export async function claimRows(debateId: string): Promise<StoredClaim[]> {
  const { rows } = await pool().query<StoredClaim>({
    name: 'debate-claims',
    text: CLAIMS,
    values: [debateId],
  })
  return rows
}
