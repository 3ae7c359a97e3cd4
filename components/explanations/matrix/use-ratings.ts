'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { send } from '@/components/debates/send'
import { toast } from '@/components/ui/toasts'
import { rateCellsAction } from '@/lib/explanations/actions'
import type { Counts } from '@/lib/explanations/rules/class'
import { nextRating, type OwnRating } from '@/lib/explanations/rules/rate'
import type { EvidenceDto, ExplanationHead, RateCell } from '@/lib/explanations/schema'
import { type CellKey, cellKey, laidOver, ownIn } from './overlay'

type Change = Pick<RateCell, 'value' | 'reason' | 'likelihood'>
type Done = { row: string; column: string; before: OwnRating | null }

export type Ratings = {
  rows: EvidenceDto[]
  /** Shows at once, is sent in the background, and is taken back if it could not be saved. */
  rate: (row: string, column: string, change: Change) => void
  /** Takes the last change back; answers the cell. */
  undo: () => { row: string; column: string } | null
  canUndo: boolean
  saving: boolean
  setCounts: (counts: ReadonlyMap<CellKey, Counts | null>) => void
  /** Whether an event about one's own ratings is only the echo of what this window sent. */
  isEcho: () => boolean
}

/**
 * One's own ratings as the window has them, over those the page came with. One request is under way at a time; what is
 * rated meanwhile goes with the next, each cell as it was last: a held key makes no heap of requests.
 */
export function useRatings(page: EvidenceDto[], explanations: ExplanationHead[]): Ratings {
  const [local, setLocal] = useState<ReadonlyMap<CellKey, OwnRating | null>>(new Map())
  const [counts, setCountsMap] = useState<ReadonlyMap<CellKey, Counts | null>>(new Map())
  const [history, setHistory] = useState<Done[]>([])
  const [saving, setSaving] = useState(false)
  const waiting = useRef(new Map<CellKey, { cell: RateCell; saved: OwnRating | null }>())
  const sending = useRef(new Map<CellKey, OwnRating | null>())
  const echoes = useRef(0)
  const rows = useMemo(() => laidOver(page, local, counts), [page, local, counts])
  const latest = useRef(rows)
  latest.current = rows

  // The page came anew: it knows all that was saved; only what is on its way stays over it.
  const first = useRef(page)
  useEffect(() => {
    if (first.current === page) return
    first.current = page
    const underWay = (key: CellKey) => waiting.current.has(key) || sending.current.has(key)
    setLocal((old) => new Map([...old].filter(([key]) => underWay(key))))
    setCountsMap(new Map())
  }, [page])

  const put = useCallback((entries: Iterable<[CellKey, OwnRating | null]>) => {
    setLocal((old) => new Map([...old, ...entries]))
  }, [])

  const flush = useCallback(async () => {
    if (sending.current.size > 0 || waiting.current.size === 0) return
    const batch = new Map([...waiting.current].slice(0, 100))
    for (const key of batch.keys()) waiting.current.delete(key)
    sending.current = new Map([...batch].map(([key, { saved }]) => [key, saved]))
    setSaving(true)
    echoes.current += 1
    const answer = await send(rateCellsAction({ ratings: [...batch.values()].map(({ cell }) => cell) }))
    if (!answer.ok || answer.value.changed === 0) echoes.current -= 1
    if (!answer.ok) {
      toast(answer.message, { tone: 'bad' })
      put([...sending.current].filter(([key]) => !waiting.current.has(key)))
    }
    sending.current = new Map()
    setSaving(waiting.current.size > 0)
    void flush()
  }, [put])

  /** What the server has of a cell, as far as this window knows. */
  const savedOf = useCallback((key: CellKey, shown: OwnRating | null): OwnRating | null => {
    const queued = waiting.current.get(key)
    if (queued) return queued.saved
    return sending.current.has(key) ? (sending.current.get(key) ?? null) : shown
  }, [])

  const apply = useCallback(
    (rowCode: string, columnCode: string, change: Change): OwnRating | null | undefined => {
      const row = latest.current.find((r) => r.code === rowCode)
      const column = explanations.find((e) => e.code === columnCode)
      if (!row || !column) return undefined
      const key = cellKey(rowCode, columnCode)
      const before = ownIn(row, columnCode)
      const after = nextRating(before, change)
      latest.current = laidOver(latest.current, new Map([[key, after]]), new Map())
      put([[key, after]])
      const saved = savedOf(key, before)
      const value = after?.value ?? null
      const whole = after ? { reason: after.reason, likelihood: after.likelihood } : {}
      const cell = { evidenceId: row.id, explanationId: column.id, value, ...whole }
      waiting.current.set(key, { cell, saved })
      void flush()
      return before
    },
    [explanations, put, flush, savedOf],
  )

  const rate = useCallback(
    (row: string, column: string, change: Change) => {
      const before = apply(row, column, change)
      if (before !== undefined) setHistory((old) => [...old.slice(-99), { row, column, before }])
    },
    [apply],
  )

  const undo = useCallback(() => {
    const last = history.at(-1)
    if (!last) return null
    setHistory((old) => old.slice(0, -1))
    apply(last.row, last.column, last.before ?? { value: null })
    return { row: last.row, column: last.column }
  }, [history, apply])

  const setCounts = useCallback((next: ReadonlyMap<CellKey, Counts | null>) => {
    setCountsMap((old) => new Map([...old, ...next]))
  }, [])

  const isEcho = useCallback(() => {
    if (echoes.current === 0) return false
    echoes.current -= 1
    return true
  }, [])

  return { rows, rate, undo, canUndo: history.length > 0, saving, setCounts, isEcho }
}
