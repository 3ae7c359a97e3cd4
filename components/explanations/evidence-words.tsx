import type { EvidenceDto } from '@/lib/explanations/schema'

const LEVEL_WORDS = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' }

/** The head of a row: its code and date, the first lines of what was observed, and the rest one click away. */
export function EvidenceWords({ row }: { row: EvidenceDto }) {
  return (
    <details className="group text-left font-normal">
      <summary className="cursor-pointer list-none [&::-webkit-details-marker]:hidden">
        <span className="num text-12 text-ink-3">
          <span aria-hidden className="mr-1 inline-block transition-transform group-open:rotate-90">
            ›
          </span>
          <b className="font-semibold text-ink-2">{row.code}</b> · {row.dateLabel}
        </span>
        <span className="line-clamp-2 font-serif text-14 leading-snug text-ink group-open:line-clamp-none">
          {row.observation}
        </span>
      </summary>
      <dl className="mt-2 mb-1 grid gap-x-3 gap-y-1.5 text-13 text-ink-2 sm:grid-cols-[92px_1fr] *:[dt]:text-ink-3">
        <dt>Source</dt>
        <dd>{row.source || 'none given'}</dd>
        {row.testType ? (
          <>
            <dt>Test</dt>
            <dd>{row.testType}</dd>
          </>
        ) : null}
        {row.argument ? (
          <>
            <dt>The argument</dt>
            <dd className="font-serif text-14">{row.argument}</dd>
          </>
        ) : null}
        <dt>Weight</dt>
        <dd>
          credibility {LEVEL_WORDS[row.credibility]}, relevance {LEVEL_WORDS[row.relevance]}
        </dd>
      </dl>
    </details>
  )
}
