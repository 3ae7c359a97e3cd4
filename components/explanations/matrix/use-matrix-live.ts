'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type StreamEvent, type StreamState, useEvents } from '@/components/live/use-events'
import type { Counts } from '@/lib/explanations/rules/class'
import type { PushedCell } from '@/lib/explanations/rules/pushed'
import type { EvidenceDto, ExplanationHead } from '@/lib/explanations/schema'
import { type CellKey, cellKey } from './overlay'
import type { Ratings } from './use-ratings'

const TYPES = ['matrix.changed', 'matrix.rated', 'matrix.counted', 'cell.commented', 'cell.deleted']
const PAUSE_MS = 1500

/** Asks for the page anew, at most once in a while: a class does things all at once. */
export function useRefreshSoon(): () => void {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined
        router.refresh()
      },
      PAUSE_MS * (0.3 + Math.random()),
    )
  }, [router])
}

type Ids = { rows: ReadonlyMap<string, EvidenceDto>; columns: ReadonlyMap<string, string> }

/** The counts that came, by the page's own codes; `ask` where whether they may be seen depends on who looks. */
function heard(cells: readonly PushedCell[], { rows, columns }: Ids) {
  const counts = new Map<CellKey, Counts | null>()
  let ask = false
  for (const cell of cells) {
    const row = rows.get(cell.evidence)
    const column = columns.get(cell.explanation)
    if (!row || !column) continue
    if (cell.ask && !row.own[column]) ask = true
    else counts.set(cellKey(row.code, column), cell.counts)
  }
  return { counts, ask }
}

/** Follows the class's ratings as they come: each cell's counts are put in place without asking for the page. */
export function useMatrixLive(
  course: { slug: string; seq: number },
  explanations: ExplanationHead[],
  ratings: Ratings,
): StreamState {
  const refresh = useRefreshSoon()
  // the page's number rises with every refresh; the stream goes on from where it began
  const [after] = useState(course.seq)
  const { rows } = ratings
  const ids = useMemo(
    () => ({
      rows: new Map(rows.map((row) => [row.id, row])),
      columns: new Map(explanations.map((e) => [e.id, e.code])),
    }),
    [rows, explanations],
  )
  const onEvent = ({ type, data }: StreamEvent) => {
    if (type === 'matrix.counted') {
      const { counts, ask } = heard((data.cells as PushedCell[] | undefined) ?? [], ids)
      if (counts.size) ratings.setCounts(counts)
      if (ask) refresh()
    } else if (type !== 'matrix.rated' || !ratings.isEcho()) refresh()
  }
  return useEvents(course.slug, after, TYPES, onEvent, refresh)
}
