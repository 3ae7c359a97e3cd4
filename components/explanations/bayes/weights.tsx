'use client'
import { useState } from 'react'
import { hueOf } from '@/components/polls/option'
import { TableFrame } from '@/components/ui/bits'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { type Row, weightOf } from '@/lib/explanations/rules/likelihood'
import type { ExplanationHead, MatrixPage } from '@/lib/explanations/schema'
import { decibelWords, oddsWords, percent } from './words'

type Props = {
  page: MatrixPage
  rows: Row[]
  /** Codes of rows that are left out. */
  left: ReadonlySet<string>
  toggle: (code: string) => void
  /** How much of the credence each row moves, from 0 to 1. */
  moves: ReadonlyMap<string, number>
}

/** Rows as weights for one explanation over another, with what each moves in all; any row can be left out. */
export function Weights({ page, rows, left, toggle, moves }: Props) {
  const { explanations } = page
  const [a, setA] = useState(explanations[0]?.code ?? '')
  const [b, setB] = useState(explanations[1]?.code ?? '')
  const [byMoves, setByMoves] = useState(false)
  const hueFor = (code: string) => hueOf(`h${explanations.find((e) => e.code === code)?.hue ?? 1}`)
  const words = new Map(page.rows.map((row) => [row.code, row]))
  const weights = rows.map((row) => ({ ...row, db: weightOf(row, a, b), moves: moves.get(row.code) ?? null }))
  const shown = byMoves ? [...weights].sort((x, y) => (y.moves ?? -1) - (x.moves ?? -1)) : weights
  const counted = weights.flatMap((w) => (w.db === null || left.has(w.code) ? [] : w.db))
  const total = counted.reduce((sum, db) => sum + db, 0)
  const reach = Math.max(10, ...weights.map((w) => (Number.isFinite(w.db) ? Math.abs(w.db ?? 0) : 0)))
  const top = [...weights].sort((x, y) => (y.moves ?? 0) - (x.moves ?? 0))[0]
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Pick label="For" value={a} onChange={setA} {...{ explanations }} />
        <Pick label="over" value={b} onChange={setB} {...{ explanations }} />
        <Button look="quiet" aria-pressed={byMoves} onClick={() => setByMoves(!byMoves)}>
          {byMoves ? 'In the table’s order' : 'What moves most first'}
        </Button>
      </div>
      <p className="max-w-[78ch] text-14 text-ink-2">
        {Number.isNaN(total)
          ? 'The rows rule out both.'
          : `${decibelWords(total)} dB in all for ${a} over ${b}. ${oddsWords(total, a, b)}`}
        {top?.moves
          ? ` ${top.code} moves most: without it, ${percent(top.moves)} of the credence would lie elsewhere.`
          : ''}
      </p>
      <p className="max-w-[78ch] border-l-2 border-warn pl-3 text-13 text-ink-2">
        Adding weights up takes the rows as independent of each other under every explanation. Rows about one
        episode are not: counted in full, one episode counts several times. Leave out what repeats another row
        and see whether the answer stands.
      </p>
      <TableFrame label="What each row weighs">
        <table className="num w-full table-fixed text-14 sm:min-w-[560px] sm:table-auto">
          <thead>
            <tr className="text-12 text-ink-3">
              <th scope="col" className="w-12 pb-2 text-left font-medium">
                Counts
              </th>
              <th scope="col" className="pb-2 text-left font-medium">
                Observation
              </th>
              <th
                scope="col"
                className="w-[136px] pb-2 text-center font-medium whitespace-nowrap sm:w-[200px]"
              >
                {b} ← dB → {a}
              </th>
              <th scope="col" className="w-14 pb-2 text-right font-medium sm:w-20">
                Moves
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ code, db, moves: part }) => (
              <tr key={code} className="border-t border-rule">
                <td className="py-1.5">
                  <input
                    type="checkbox"
                    aria-label={`Count ${code}`}
                    checked={!left.has(code)}
                    onChange={() => toggle(code)}
                    className="size-4 accent-accent pointer-coarse:size-6"
                  />
                </td>
                <th scope="row" className="pr-3 text-left font-normal sm:max-w-0 sm:truncate">
                  <b className="font-semibold text-ink-2">{code}</b>{' '}
                  <span className="text-12 text-ink-3 max-sm:block">{words.get(code)?.dateLabel}</span>{' '}
                  <span className="font-serif max-sm:hidden">{words.get(code)?.observation}</span>
                </th>
                <td>
                  <Weight db={db} reach={reach} off={left.has(code)} hues={[hueFor(b), hueFor(a)]} />
                </td>
                <td className="text-right text-ink-2">{part === null ? '–' : percent(part)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-rule-strong font-medium">
              <td />
              <th scope="row" className="py-2 text-left">
                Sum of the rows that count
              </th>
              <td className="text-center">{Number.isNaN(total) ? '–' : decibelWords(total)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </div>
  )
}

function Pick({
  label,
  value,
  onChange,
  explanations,
}: {
  label: string
  value: string
  onChange: (code: string) => void
  explanations: ExplanationHead[]
}) {
  return (
    <div className="w-56">
      <Select label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {explanations.map((e) => (
          <option key={e.code} value={e.code}>
            {e.code} {e.shortName}
          </option>
        ))}
      </Select>
    </div>
  )
}

/** A bar to the side that the row speaks for, and its number. */
function Weight({
  db,
  reach,
  off,
  hues,
}: {
  db: number | null
  reach: number
  off: boolean
  hues: [string, string]
}) {
  const part = db === null ? 0 : Math.min(1, Math.abs(db) / reach)
  const forFirst = (db ?? 0) > 0
  return (
    <span className={off ? 'opacity-45' : undefined}>
      <span className="grid grid-cols-[1fr_44px_1fr] items-center gap-1">
        <Side on={!forFirst} part={part} hue={hues[0]} end />
        <span className="text-center text-13">{decibelWords(db)}</span>
        <Side on={forFirst} part={part} hue={hues[1]} />
      </span>
    </span>
  )
}

function Side({ on, part, hue, end }: { on: boolean; part: number; hue: string; end?: boolean }) {
  return (
    <span aria-hidden className={end ? 'flex justify-end' : 'flex'}>
      {on && part > 0 ? (
        <span
          className="h-3 rounded-[1px] print:border print:border-ink"
          style={{ width: `${part * 100}%`, background: hue }}
        />
      ) : null}
    </span>
  )
}
