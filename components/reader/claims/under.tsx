'use client'
import { useEffect, useState } from 'react'
import { ClaimPicker } from '@/components/debates/argument/dialogs/claim-picker'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode, claimTree } from '@/lib/debates/rules/tree'
import type { ArgumentDto, ClaimDto } from '@/lib/debates/schema'

export type Parent = { id: string; code: string; words: string }
type Claims = ClaimDto[] | 'loading' | 'failed'

/** The claims of a debate, asked for when somebody wants to hang theirs under one. */
function useClaims(debateId: string): Claims {
  const [claims, setClaims] = useState<Claims>('loading')
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        const answer = await fetch(`/api/debates/${debateId}/claims`, { signal: abort.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        const dto = (await answer.json()) as ArgumentDto
        setClaims(claimTree(dto.claims).map((claim) => ({ ...claim, parentNumber: null })))
      } catch {
        if (!abort.signal.aborted) setClaims('failed')
      }
    }
    void ask()
    return () => abort.abort()
  }, [debateId])
  return claims
}

type Choice = { debateId: string; chosen: Parent | null; onChoose: (parent: Parent) => void }

function Picker({ debateId, chosen, onChoose }: Choice) {
  const claims = useClaims(debateId)
  if (claims === 'loading') return <p className="text-13 text-ink-3">The claims are on their way.</p>
  if (claims === 'failed')
    return (
      <p role="alert" className="text-13 text-bad">
        The claims could not be loaded. It can go under the motion, and be moved later.
      </p>
    )
  if (!claims.length) return <p className="text-13 text-ink-3">There is no claim yet: this is the first.</p>
  const choose = (id: string) => {
    const claim = claims.find((c) => c.id === id)
    if (claim) onChoose({ id, code: claimCode(claim.number), words: excerptOf(claim.text) })
  }
  return (
    <ClaimPicker label="The claim it answers" claims={claims} chosen={chosen?.id ?? null} onChoose={choose} />
  )
}

const WAY = 'text-13 text-accent underline underline-offset-2 cursor-pointer pointer-coarse:py-3'

/** What the claim speaks to: the motion unless one says otherwise. */
export function Under(props: {
  debateId: string
  parent: Parent | null
  onChange: (p: Parent | null) => void
}) {
  const { debateId, parent, onChange } = props
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="grid gap-2">
      <p className="text-13 text-ink-2 flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {parent ? (
          <span className="min-w-0">
            Under <span className="num font-semibold text-ink">{parent.code}</span> {parent.words}
          </span>
        ) : (
          'Under the motion.'
        )}
        {parent || choosing ? (
          <button
            type="button"
            className={WAY}
            onClick={() => {
              onChange(null)
              setChoosing(false)
            }}
          >
            Under the motion
          </button>
        ) : (
          <button type="button" className={WAY} onClick={() => setChoosing(true)}>
            Answer a claim instead
          </button>
        )}
      </p>
      {choosing ? <Picker key={debateId} debateId={debateId} chosen={parent} onChoose={onChange} /> : null}
    </div>
  )
}
