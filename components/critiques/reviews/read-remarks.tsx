'use client'
import { useMemo, useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import type { ShownRemark } from '@/lib/critiques/reviews/dto'
import { type Card, type Field, RemarkedText } from './remarked-text'

export type Said = ShownRemark & { id: string; by: string; hidden: boolean }

/** A critique with its reviewers' remarks beside the words. */
export function ReadRemarks({ fields, said }: { fields: Field[]; said: Said[] }) {
  const [active, setActive] = useState<string | null>(null)
  const cards = useMemo(
    (): Card[] =>
      said.map(({ by, html, hidden, ...remark }) => ({
        ...remark,
        body: (
          <>
            <p className="text-13 font-medium text-ink-2">
              {by}
              {hidden ? <span className="text-bad"> · hidden</span> : null}
            </p>
            <SafeHtml html={html} className="mt-0.5" />
          </>
        ),
      })),
    [said],
  )
  return <RemarkedText fields={fields} cards={cards} active={active} onActive={setActive} />
}
