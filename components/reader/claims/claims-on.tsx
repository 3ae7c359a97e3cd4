'use client'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimInSection } from '@/lib/debates/schema'
import { useReader } from '../context'

function Codes({ claims }: { claims: readonly ClaimInSection[] }) {
  const { claims: here } = useReader()
  return claims.map((claim, i) => {
    const href = here.hrefOf(claim)
    return (
      <span key={claim.id}>
        {i > 0 ? ', ' : null}
        {href ? (
          <a href={href} title={claim.excerpt} className="num underline underline-offset-2 hover:text-ink">
            {claimCode(claim.number)}
          </a>
        ) : (
          claimCode(claim.number)
        )}
      </span>
    )
  })
}

/** Under a note: which claims rest on it. */
export function ClaimsOnNote({ noteId }: { noteId: string }) {
  const { claims: here } = useReader()
  const on = here.claims.filter((c) => c.refs.some((ref) => ref.noteId === noteId))
  if (!on.length) return null
  return (
    <p className="mt-1 text-12 text-ink-2">
      {on.length === 1 ? 'A claim rests on this: ' : 'Claims rest on this: '}
      <Codes claims={on} />
    </p>
  )
}

/** Under the text: the claims that rest on its words, each leading to the words and to the claim. */
export function ClaimsOnWords({ base }: { base: string }) {
  const { claims: here, page } = useReader()
  const on = here.claims.flatMap((claim) => {
    const ref = claim.refs.find((r) => r.start !== null)
    return ref ? [{ claim, at: `${ref.start}-${ref.end}` }] : []
  })
  if (!on.length) return null
  return (
    <details className="mt-8 measure text-13 text-ink-2">
      <summary className="cursor-pointer py-1">
        {on.length === 1 ? 'A claim in the debate rests' : `${on.length} claims in the debate rest`} on words
        of this section
      </summary>
      <ul className="mt-1 grid gap-1.5">
        {on.map(({ claim, at }) => (
          <li key={claim.id}>
            <Codes claims={[claim]} /> {claim.excerpt}{' '}
            <a
              className="underline underline-offset-2 hover:text-ink"
              href={`${base}/${page.section.position}?at=${at}`}
            >
              Show the words<span className="sr-only"> of {claimCode(claim.number)}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
