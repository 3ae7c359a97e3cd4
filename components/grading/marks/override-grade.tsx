'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { overrideGradeAction } from '@/lib/grading/actions'
import type { GradeDto } from '@/lib/grading/schema'

type Props = { critiqueId: string; author: string; grade: GradeDto; outOf: number }

/** Sets a mark in place of what rubric and lateness give, with a reason that the author reads. */
export function OverrideGrade({ critiqueId, author, grade, outOf }: Props) {
  const router = useRouter()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [mark, setMark] = useState(String(grade.override ?? ''))
  const [reason, setReason] = useState(grade.overrideReason)
  const { submit, busy, problem, wrong } = useSubmit(overrideGradeAction, ({ override }) => {
    toast(override === null ? 'The mark from the rubric holds again.' : 'The mark is set.')
    setOpen(false)
    router.refresh()
  })
  const set = () => submit({ critiqueId, mark: Number(mark.replace(',', '.') || Number.NaN), reason })
  return (
    <>
      <Button onClick={() => setOpen(true)}>Set a mark by hand</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`The mark of ${author}`}>
        <div className="grid gap-4">
          <Field
            id={`${id}-mark`}
            label={`Mark, out of ${outOf}`}
            inputMode="decimal"
            value={mark}
            error={wrong('mark')}
            onChange={(event) => setMark(event.target.value)}
          />
          <Field
            id={`${id}-reason`}
            label="Reason"
            hint="The author reads it with the mark."
            value={reason}
            error={wrong('reason') ?? (problem?.fields ? undefined : problem?.message)}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="flex flex-wrap justify-end gap-2">
            {grade.override === null ? null : (
              <Button busy={busy} onClick={() => submit({ critiqueId, mark: null, reason: '' })}>
                Use the rubric’s mark
              </Button>
            )}
            <Button look="main" busy={busy} onClick={set}>
              Set the mark
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
