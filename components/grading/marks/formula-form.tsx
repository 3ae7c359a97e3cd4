'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { toast } from '@/components/ui/toasts'
import { setSchemeAction } from '@/lib/grading/actions'
import { firstFormula } from '@/lib/grading/rules/first-formula'
import type { Component, Part, Scheme } from '@/lib/grading/schema'
import { FormulaPart } from './formula-part'

type Props = { courseId: string; scheme: Scheme | null; sections: number; back: string }
type Row = { component: Component; on: boolean; weight: string; target: string }

function rowsOf(scheme: Scheme | null, sections: number): Row[] {
  return firstFormula(sections).map(({ component, weight, target }) => {
    const kept = scheme?.formula.find((part) => part.component === component)
    const { weight: w, target: t } = kept ?? { weight, target }
    return { component, on: scheme === null || kept !== undefined, weight: String(w), target: String(t) }
  })
}

const partOf = ({ component, weight, target }: Row): Part => ({
  component,
  weight: Number(weight || Number.NaN),
  target: Number(target || Number.NaN),
})

/** The formula as a list of parts that can be switched on and off; the sum is shown while it is changed. */
export function FormulaForm({ courseId, scheme, sections, back }: Props) {
  const router = useRouter()
  const [rows, setRows] = useState(() => rowsOf(scheme, sections))
  const [publish, setPublish] = useState(scheme?.published ?? true)
  const { submit, busy, problem, wrong } = useSubmit(setSchemeAction, () => {
    toast('The formula is saved.')
    router.push(back)
    router.refresh()
  })
  const change = (component: Component, change: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.component === component ? { ...row, ...change } : row)))
  const used = rows.filter((row) => row.on)
  const sum = used.reduce((total, row) => total + (Number(row.weight) || 0), 0)
  return (
    <form
      noValidate
      className="mt-8"
      onSubmit={(event) => {
        event.preventDefault()
        void submit({ courseId, formula: used.map(partOf), publish, revision: scheme?.revision ?? 0 })
      }}
    >
      <ul className="border-t border-rule">
        {rows.map((row) => {
          const at = used.indexOf(row)
          return (
            <FormulaPart
              key={row.component}
              {...row}
              errors={{ weight: wrong(`formula.${at}.weight`), target: wrong(`formula.${at}.target`) }}
              onChange={(part) => change(row.component, part)}
            />
          )
        })}
      </ul>
      <p className={sum === 100 ? 'mt-4 text-14' : 'mt-4 text-14 text-warn'} aria-live="polite">
        All parts together: <b className="num">{sum}</b> of 100 points.
      </p>
      <label className="mt-4 flex items-start gap-2.5 text-14">
        <input
          type="checkbox"
          className="mt-1"
          checked={publish}
          onChange={(event) => setPublish(event.target.checked)}
        />
        <span>
          Publish the formula
          <span className="block text-13 text-ink-3">
            Students see it, and every part of their own with the events behind it. Marks are told when you
            release them.
          </span>
        </span>
      </label>
      {problem ? (
        <div className="mt-4">
          <Notice tone="bad">{wrong('formula') ?? problem.message}</Notice>
        </div>
      ) : null}
      <div className="mt-6 flex gap-2">
        <Button type="submit" look="main" busy={busy}>
          Save the formula
        </Button>
        <ButtonLink href={back}>Cancel</ButtonLink>
      </div>
    </form>
  )
}
