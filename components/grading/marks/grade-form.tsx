'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { giveGradeAction } from '@/lib/grading/actions'
import type { GradingSheet } from '@/lib/grading/schema'
import { CriterionChoice } from './criterion-choice'
import { OverrideGrade } from './override-grade'

type Row = GradingSheet['rows'][number]
type Props = { row: Row; outOf: number; href: string }

function standing({ grade: { mark, override, factor, daysLate, releasedAt } }: Row, outOf: number): string {
  const late = factor < 1 ? `, ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late` : ''
  if (mark === null) return `To grade${late}`
  const by = override === null ? '' : ', set by hand'
  return `${mark} of ${outOf}${by}${late}${releasedAt ? ', released' : ''}`
}

/** What the reviewers gave; it sets no mark by itself. */
function Peers({ peers, outOf }: { peers: NonNullable<Row['peers']>; outOf: number }) {
  const { raw, calibrated, reviews } = peers
  return (
    <p className="num text-14 text-ink-2">
      {reviews === 1 ? 'One review gives' : `${reviews} reviews give`} {raw} of {outOf}
      {calibrated === raw ? '' : `; calibrated ${calibrated}`}.
    </p>
  )
}

/** One critique: folded it says where it stands, open it is graded by its rubric. */
export function GradeForm({ row, outOf, href }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [levels, setLevels] = useState(row.grade.levels)
  const [comment, setComment] = useState(row.grade.comment)
  const { submit, busy, problem, wrong } = useSubmit(giveGradeAction, ({ mark }) => {
    toast(`Saved: ${mark} of ${outOf}.`)
    router.refresh()
  })
  const { critiqueId, author, group, template, criteria } = row
  return (
    <li className="border-b border-rule py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <button
          type="button"
          aria-expanded={open}
          className="text-left cursor-pointer font-medium hover:text-accent pointer-coarse:py-2"
          onClick={() => setOpen(!open)}
        >
          {author}
          <span className="text-13 font-normal text-ink-3">
            {' '}
            · {group ? `${group} · ` : ''}
            {template}
          </span>
        </button>
        <span className="num text-14 text-ink-2">{standing(row, outOf)}</span>
      </div>
      {open ? (
        <form
          noValidate
          className="mt-4 grid gap-5 pb-4"
          onSubmit={(event) => {
            event.preventDefault()
            void submit({ critiqueId, levels, comment })
          }}
        >
          <p className="text-14">
            <Link href={href} className="text-accent" target="_blank">
              Read the critique and its reviews
            </Link>{' '}
            <span className="text-ink-3">(in another tab)</span>
          </p>
          {row.peers ? <Peers peers={row.peers} outOf={outOf} /> : null}
          {criteria.map((criterion) => (
            <CriterionChoice
              key={criterion.id}
              criterion={criterion}
              value={levels[criterion.id]}
              onChange={(level) => setLevels({ ...levels, [criterion.id]: level })}
            />
          ))}
          <TextArea
            label="Comment to the author"
            hint="Markdown. The author reads it with the mark."
            value={comment}
            error={wrong('comment')}
            onChange={(event) => setComment(event.target.value)}
          />
          {problem ? (
            <p role="alert" className="text-13 text-bad">
              {problem.message}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="main" busy={busy}>
              Save the grade
            </Button>
            <OverrideGrade critiqueId={critiqueId} author={author} grade={row.grade} outOf={outOf} />
          </div>
        </form>
      ) : null}
    </li>
  )
}
