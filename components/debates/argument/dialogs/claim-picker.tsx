'use client'
import { useId, useState } from 'react'
import { Field } from '@/components/ui/field'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { Mark } from '../mark'
import { POINTING } from '../words'

const MOST = 40
const plain = (text: string): string => text.toLowerCase().normalize('NFC')

/** Claims by their code, their number, their author or words in them. */
export function found(claims: readonly ClaimDto[], q: string): ClaimDto[] {
  const words = plain(q).split(/\s+/).filter(Boolean)
  return claims.filter((c) => {
    const text = plain(`${claimCode(c.number)} ${c.text} ${c.author}`)
    return words.every((word) => text.includes(word) || Number(word) === c.number)
  })
}

type Props = {
  label: string
  claims: readonly ClaimDto[]
  chosen: string | null
  onChoose: (id: string) => void
}

/** Finds a claim by words and lets one choose it. */
export function ClaimPicker({ label, claims, chosen, onChoose }: Props) {
  const [q, setQ] = useState('')
  const name = useId()
  const hits = found(claims, q)
  return (
    <div className="grid gap-2">
      <Field
        type="search"
        label={label}
        hint="By its number or words in it."
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p role="status" className="text-13 text-ink-3 empty:hidden">
        {hits.length === 0
          ? 'No claim that it could be has these words.'
          : hits.length > MOST
            ? `The first ${MOST} of ${hits.length}. Write more of the words to find the one you mean.`
            : ''}
      </p>
      <fieldset className="max-h-64 overflow-y-auto border-y border-rule empty:hidden">
        <legend className="sr-only">{label}</legend>
        {hits.slice(0, MOST).map((claim) => (
          <label
            key={claim.id}
            className="flex items-baseline gap-2.5 px-2 py-1.5 pointer-coarse:py-3 border-b border-rule last:border-b-0 text-13 cursor-pointer hover:bg-sunk has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              className="accent-accent self-center"
              name={name}
              checked={chosen === claim.id}
              onChange={() => onChoose(claim.id)}
            />
            <span className={`num font-semibold whitespace-nowrap ${POINTING[claim.relation].text}`}>
              <Mark relation={claim.relation} className="mr-1" />
              {claimCode(claim.number)}
            </span>
            <span className="min-w-0">{excerptOf(claim.text, 140)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
