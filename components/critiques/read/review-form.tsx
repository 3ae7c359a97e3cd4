'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Select, TextArea } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { submitReviewAction } from '@/lib/critiques/actions'
import { reviewTotal, showTotal } from '@/lib/critiques/rules/total'
import type { CritiquePage, TemplateDto } from '@/lib/critiques/schema'
import { useCommand } from '../use-command'

type Criterion = TemplateDto['criteria'][number]
type Levels = Record<string, number>

const LEVELS = [4, 3, 2, 1]

function LevelChoice(props: {
  of: Criterion
  level?: number
  error?: string
  choose: (level: number) => void
}) {
  const { of, level, error, choose } = props
  const described = of.levels.find((l) => l.level === level)?.descriptor
  return (
    <Select
      label={`${of.name} (${of.weight})`}
      hint={described}
      error={level === undefined ? error : undefined}
      value={level ?? ''}
      onChange={(event) => choose(Number(event.target.value))}
    >
      <option value="" disabled>
        Choose a level
      </option>
      {LEVELS.map((n) => {
        const name = of.levels.find((l) => l.level === n)?.name
        return (
          <option key={n} value={n}>
            {name ? `${n}: ${name}` : n}
          </option>
        )
      })}
    </Select>
  )
}

type Props = { critiqueId: string; template: TemplateDto; mine: CritiquePage['mine'] }

/** A level for each criterion and a comment. Until it is released it can be written anew. */
export function ReviewForm({ critiqueId, template, mine }: Props) {
  const router = useRouter()
  const [levels, setLevels] = useState<Levels>(mine?.levels ?? {})
  const { busy, error, fields, run } = useCommand()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const comment = String(new FormData(event.currentTarget).get('comment') ?? '')
    void run(
      () => submitReviewAction({ critiqueId, levels, comment }),
      () => {
        toast('The review is kept until the reviews are released.')
        router.refresh()
      },
    )
  }
  return (
    <form onSubmit={send} className="grid gap-5 max-w-[42rem]" noValidate>
      <div className="grid gap-4 sm:grid-cols-2">
        {template.criteria.map((c) => (
          <LevelChoice
            key={c.id}
            of={c}
            level={levels[c.id]}
            error={fields[c.id]}
            choose={(level) => setLevels({ ...levels, [c.id]: level })}
          />
        ))}
      </div>
      <TextArea
        name="comment"
        label="Comment"
        hint="The author reads it without your name."
        className="min-h-36"
        defaultValue={mine?.comment}
        error={fields.comment}
      />
      {error && Object.keys(fields).length === 0 ? <Notice tone="bad">{error}</Notice> : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="main" busy={busy}>
          {mine ? 'Save the review' : 'Submit the review'}
        </Button>
        <p className="num text-ink-2" aria-live="polite">
          {showTotal(reviewTotal(template.criteria, levels))} of {template.outOf}
        </p>
      </div>
    </form>
  )
}
