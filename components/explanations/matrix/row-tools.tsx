'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { send } from '@/components/debates/send'
import { toast } from '@/components/ui/toasts'
import { editEvidenceAction } from '@/lib/explanations/actions'
import { LEVEL_WORDS, LEVELS, type LevelName } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto } from '@/lib/explanations/schema'
import { useMatrix } from './context'

/** What the staff do with a row where it stands: weigh it, or go and change it. */
export function RowTools({ row }: { row: EvidenceDto }) {
  const { canEdit, base } = useMatrix()
  if (!canEdit) return null
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-13 text-ink-2 print:hidden">
      <Weight row={row} of="credibility" />
      <Weight row={row} of="relevance" />
      <Link href={`${base}/edit/${encodeURIComponent(row.code)}`} className="text-accent hover:underline">
        Edit the row
      </Link>
    </p>
  )
}

function Weight({ row, of }: { row: EvidenceDto; of: 'credibility' | 'relevance' }) {
  const router = useRouter()
  const set = async (level: LevelName) => {
    const answer = await send(editEvidenceAction({ id: row.id, [of]: level }))
    if (!answer.ok) toast(answer.message, { tone: 'bad' })
    router.refresh()
  }
  return (
    <label className="flex items-center gap-1.5">
      <span className="first-letter:uppercase">{of}</span>
      <select
        key={row[of]}
        defaultValue={row[of]}
        onChange={(event) => void set(event.target.value as LevelName)}
        className="h-7 rounded-md border border-rule-strong bg-surface px-1.5 text-13 pointer-coarse:h-11"
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {LEVEL_WORDS[level]}
          </option>
        ))}
      </select>
    </label>
  )
}
