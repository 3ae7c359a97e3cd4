import type { Part } from '@/lib/polls/schema'

/** Running words with names in bold. */
export function Words({ parts }: { parts: Part[] }) {
  return parts.map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never changes its order
      <b key={i} className="font-semibold text-ink">
        {part.name}
      </b>
    ),
  )
}
