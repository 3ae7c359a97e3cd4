'use client'
import Link from 'next/link'
import { Chip } from '@/components/ui/bits'
import { Button } from '@/components/ui/button'
import { editEvidenceAction, removeEvidenceAction } from '@/lib/explanations/actions'
import type { MatrixSource } from '@/lib/explanations/schema'
import { Move } from './move'
import { useEdits, useOrder } from './use-edits'

/** The rows as the staff arrange them: order, bench, and the way to each row's form. */
export function EditRows({
  rows,
  courseId,
  base,
}: {
  rows: MatrixSource['evidence']
  courseId: string
  base: string
}) {
  const { ordered, move } = useOrder(rows, courseId, 'evidence')
  const { busy, run } = useEdits()
  if (rows.length === 0) return <p className="text-14 text-ink-3">No observations yet.</p>
  return (
    <ol className="border-t border-rule">
      {ordered.map((row, i) => (
        <li
          key={row.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-rule py-2 max-sm:grid-cols-1"
        >
          <div className="min-w-0">
            <p className="num flex items-center gap-2 text-12 text-ink-3">
              <b className="font-semibold text-ink-2">{row.code}</b> {row.dateLabel}
              {row.benched ? <Chip>on the bench</Chip> : null}
            </p>
            <p className="line-clamp-1 font-serif text-14">{row.observation}</p>
          </div>
          <span className="flex flex-wrap items-center">
            <Move name={row.code} at={i} of={ordered.length} onMove={(to) => move(i, to)} />
            <Link
              href={`${base}/edit/${encodeURIComponent(row.code)}`}
              aria-label={`Edit ${row.code}`}
              className="inline-flex h-8 items-center rounded-md px-2 font-medium text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:h-11"
            >
              Edit
            </Link>
            <Button
              look="quiet"
              disabled={busy}
              aria-label={row.benched ? `Put ${row.code} into the table` : `Put ${row.code} on the bench`}
              onClick={() => void run(() => editEvidenceAction({ id: row.id, benched: !row.benched }))}
            >
              {row.benched ? 'Into the table' : 'Bench'}
            </Button>
            {row.removable ? (
              <Button
                look="quiet"
                disabled={busy}
                aria-label={`Remove ${row.code}`}
                onClick={() => {
                  if (confirm(`Remove ${row.code}? Nobody has rated, discussed or cited it.`))
                    void run(() => removeEvidenceAction({ id: row.id }))
                }}
              >
                Remove
              </Button>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
