'use client'
import { SafeHtml } from '@/components/ui/bits'
import type { ClaimDto } from '@/lib/debates/schema'
import { ClaimSources } from '../../claim-sources'
import { ClaimForms, ClaimTools } from '../../claim-tools'
import { ClaimHead } from '../claim-head'
import { useArgument } from '../context'
import { HiddenClaim } from '../hidden-claim'
import { RootTools } from '../root-tools'
import { useLinked } from '../use-linked'

/** The claim that is chosen on the map, with all that the outline has for it. */
export function Panel({ claim }: { claim: ClaimDto | undefined }) {
  const { viewer, motion } = useArgument()
  const linked = useLinked()
  if (!claim)
    return (
      <div>
        <p className="font-serif text-16">{motion}</p>
        <p className="mt-2 text-13 text-ink-3">
          Choose a claim to read it whole, answer it or judge it. Drag one onto another to move it there; by
          touch, hold it first, or choose it and press Move.
        </p>
        {viewer.add ? (
          <div className="mt-4 grid gap-3 justify-items-start">
            <RootTools relation="SUPPORTS" />
            <RootTools relation="OPPOSES" />
          </div>
        ) : null}
      </div>
    )
  const partners = linked(claim)
  return (
    <article aria-label="The claim that is chosen">
      <ClaimHead claim={claim} linked={partners ? partners.split(' ') : []} />
      {claim.hidden ? (
        <HiddenClaim key={claim.id} claim={claim} />
      ) : (
        <SafeHtml html={claim.html} className="mt-1 font-serif text-16 text-pretty" />
      )}
      <ClaimSources sources={claim.sources} />
      <ClaimTools claim={claim} />
      <ClaimForms claim={claim} />
    </article>
  )
}
