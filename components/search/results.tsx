import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { Found, Hit, HitGroup, HitKind, Piece } from '@/lib/search/schema'
import { ago } from '@/lib/time'

type When = { now: number; timeZone: string }

const TITLES: Record<HitKind, string> = {
  passage: 'In the readings',
  note: 'Notes',
  claim: 'Claims',
  evidence: 'Evidence',
  explanation: 'Explanations',
  critique: 'Critiques',
}

/** Text and marked text: React escapes both. */
function Words({ pieces }: { pieces: Piece[] }) {
  let at = 0
  return pieces.map(({ text, marked }) => {
    const key = at
    at += text.length
    return marked ? (
      <mark key={key} className="bg-mark text-ink rounded-sm">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}

function Place({ found: { href, pieces } }: { found: Found }) {
  return (
    <Link href={href} className="block py-1 text-14 text-ink-2 hover:text-ink measure wrap-anywhere">
      <Words pieces={pieces} />
    </Link>
  )
}

function HitView({ hit, when }: { hit: Hit; when: When }) {
  return (
    <li className="border-t border-rule pt-3 pb-2.5">
      <h3 className="text-14 font-semibold">
        <Link href={hit.found[0]?.href ?? ''} className="hover:text-accent">
          {hit.title}
        </Link>
      </h3>
      <p className="text-13 text-ink-3">
        {hit.where}
        {hit.at ? ` · ${ago(hit.at, when.now, when.timeZone)}` : ''}
      </p>
      {hit.found.map((found) => (
        <Place key={found.href} found={found} />
      ))}
    </li>
  )
}

/** What was found, a group for each kind. `more` leads to one kind alone. */
export function Results({ groups, moreHref, when }: { groups: HitGroup[]; moreHref: string; when: When }) {
  return groups.map(({ kind, hits, more }) => (
    <Section
      key={kind}
      title={TITLES[kind]}
      actions={
        more && groups.length > 0 && moreHref ? (
          <Link href={`${moreHref}&kind=${kind}`} className="text-13 text-accent hover:underline">
            More of these
          </Link>
        ) : null
      }
    >
      <ul>
        {hits.map((hit) => (
          <HitView key={hit.key} hit={hit} when={when} />
        ))}
      </ul>
      {more && !moreHref ? (
        <p className="mt-3 text-13 text-ink-3">
          These are the first {hits.length}. Another word narrows the search.
        </p>
      ) : null}
    </Section>
  ))
}
