import Link from 'next/link'
import { LEVEL_WORDS } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto } from '@/lib/explanations/schema'
import { Emphasis } from './emphasis'
import { TestChips } from './test-chips'

const LINK = 'text-accent underline decoration-1 underline-offset-2 hover:decoration-2'

/** The way back to the exact words, in a reading of the course or elsewhere. */
export function SourceLinks({ row }: { row: Pick<EvidenceDto, 'passage' | 'url'> }) {
  const { passage, url } = row
  return (
    <>
      {passage ? (
        <span className="block">
          <q className="font-serif text-14">{passage.exact}</q>{' '}
          {passage.href ? (
            <Link href={passage.href} prefetch={false} className={LINK}>
              {passage.label}
            </Link>
          ) : (
            passage.label
          )}
        </span>
      ) : null}
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer" className={`${LINK} block break-all`}>
          {url.replace(/^https?:\/\/(www\.)?/, '')}
          <span aria-hidden> ↗</span>
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : null}
    </>
  )
}

/** What is known of a row beside what was observed. */
export function EvidenceFacts({ row }: { row: EvidenceDto }) {
  return (
    <dl className="mt-2 mb-1 grid gap-x-3 gap-y-1.5 text-13 text-ink-2 sm:grid-cols-[92px_1fr] *:[dt]:text-ink-3">
      <dt>Source</dt>
      <dd>{row.source ? <Emphasis>{row.source}</Emphasis> : 'none given'}</dd>
      {row.passage || row.url ? (
        <>
          <dt>In the words of</dt>
          <dd>
            <SourceLinks row={row} />
          </dd>
        </>
      ) : null}
      {row.testType ? (
        <>
          <dt>Test</dt>
          <dd>
            <TestChips tests={row.tests} text={row.testType} />
          </dd>
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
  )
}

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
      <EvidenceFacts row={row} />
    </details>
  )
}
