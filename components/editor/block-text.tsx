import type { DraftBlock } from '@/lib/readings/draft-schema'

const MOST_SHOWN = 6000

/** A block about as the reader will show it. A very long one is cut here, not in the draft. */
export function BlockText({ block: { kind, text } }: { block: DraftBlock }) {
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text
  if (kind === 'table') return <TableText text={shown} />
  if (kind === 'equation' || kind === 'code')
    return <pre className="overflow-x-auto whitespace-pre-wrap font-mono text-13">{shown}</pre>
  if (kind === 'quote') return <p className="whitespace-pre-line pl-5 text-ink-2">{shown}</p>
  if (kind === 'list') return <p className="whitespace-pre-wrap pl-3">{shown}</p>
  if (kind === 'note') return <p className="text-14 text-ink-2">{shown}</p>
  if (kind === 'figure')
    return <p className="border-y border-rule py-2 font-sans text-14 text-ink-2">{shown}</p>
  if (kind === 'heading') return <p className="font-semibold">{shown}</p>
  return <p>{shown}</p>
}

function TableText({ text }: { text: string }) {
  const gap = text.indexOf('\n\n')
  const caption = gap > 0 ? text.slice(0, gap) : null
  const rows = (gap > 0 ? text.slice(gap + 2) : text).split('\n')
  return (
    <div className="overflow-x-auto">
      {caption ? <p className="font-sans text-13 text-ink-2 pb-1">{caption}</p> : null}
      <table className="font-sans text-13">
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name
            <tr key={r} className="border-b border-rule">
              {row.split('\t').map((cell, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name
                <td key={c} className="pr-4 py-1 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
