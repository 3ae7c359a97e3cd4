'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { scoreExampleAction } from '@/lib/critiques/reviews/actions'
import type { ExamplePage } from '@/lib/critiques/reviews/dto'
import { useCommand } from '../use-command'
import { CriterionBox } from './rubric-boxes'

/** A student's levels for an example, given once. */
export function ScoreForm({ id, criteria }: { id: string; criteria: ExamplePage['template']['criteria'] }) {
  const router = useRouter()
  const [levels, setLevels] = useState<Record<string, number>>({})
  const { busy, error, fields, run } = useCommand()
  const send = () =>
    run(
      () => scoreExampleAction({ id, levels }),
      () => router.refresh(),
    )
  return (
    <div className="grid gap-5 max-w-[46rem]">
      {criteria.map((c) => (
        <CriterionBox
          key={c.id}
          criterion={c}
          level={levels[c.id]}
          error={fields[c.id]}
          onLevel={(level) => setLevels({ ...levels, [c.id]: level })}
        />
      ))}
      {error ? <Notice tone="bad">{error}</Notice> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="main" busy={busy} onClick={send}>
          Give these scores
        </Button>
        <p className="text-13 text-ink-3">Once: then you see the instructor’s.</p>
      </div>
    </div>
  )
}
