import { Notice } from '@/components/ui/feedback'
import type { FilePreview } from '@/lib/polls/schema'

/** What was found in a file: its options, how many ballots, and each line that cannot be counted. */
export function FilePreviewed({ name, preview }: { name: string; preview: FilePreview }) {
  const { faults, options, ballots } = preview
  return (
    <div className="grid gap-3">
      <p role="status" className="text-14 text-ink-2">
        <b className="font-semibold text-ink">{name}</b>: {ballots} {ballots === 1 ? 'ballot' : 'ballots'},{' '}
        {options.length} options.
      </p>
      {options.length > 0 ? (
        <ul aria-label="Options in the file" className="grid gap-x-6 border-t border-rule sm:grid-cols-2">
          {options.map((o) => (
            <li key={o.code} className="flex gap-3 border-b border-rule py-1.5">
              <span className="num w-12 shrink-0 text-13 text-ink-3">{o.code}</span>
              <span className="min-w-0 break-words font-serif text-14">{o.label}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {faults.length > 0 ? (
        <Notice tone="bad">
          <p className="mb-1 font-medium text-ink">
            {faults.length === 1 ? 'One thing' : `${faults.length} things`} in this file cannot be counted.
            Mend the file and choose it again.
          </p>
          <ul className="grid gap-0.5">
            {faults.map(({ line, fault }) => (
              <li key={`${line} ${fault}`}>
                {line > 0 ? <span className="num text-ink">Line {line}: </span> : null}
                {fault}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  )
}
