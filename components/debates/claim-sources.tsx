import Link from 'next/link'
import type { ReactNode } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import type { SourceDto } from '@/lib/debates/schema'

const LINK = 'text-ink underline decoration-rule-strong underline-offset-2 hover:decoration-current'

function Label({ source, tabIndex }: { source: SourceDto; tabIndex: -1 | undefined }): ReactNode {
  const { html, href, label, kind } = source
  if (html) return <SafeHtml html={html} className="[&_p]:inline inline" />
  if (!href) return <span>{label}</span>
  if (kind === 'LINK')
    return (
      <a href={href} tabIndex={tabIndex} target="_blank" rel="noopener noreferrer" className={LINK}>
        {label}
        <span aria-hidden> ↗</span>
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
    )
  return (
    <Link href={href} tabIndex={tabIndex} prefetch={false} className={LINK}>
      {label}
    </Link>
  )
}

/** What a claim rests on, each leading back to the exact words. `reachable`: Tab stops at the links. */
export function ClaimSources({ sources, reachable = true }: { sources: SourceDto[]; reachable?: boolean }) {
  if (sources.length === 0) return null
  return (
    <ul className="mt-1.5 grid gap-0.5 text-13 text-ink-2">
      {sources.map((source) => (
        <li key={source.id} className="pl-4 -indent-4">
          <span aria-hidden className="inline-block w-4 indent-0 text-ink-3">
            –
          </span>
          <span className="[&_*]:indent-0">
            <Label source={source} tabIndex={reachable ? undefined : -1} />
            {source.excerpt ? <> {source.excerpt}</> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
