'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '@/components/debates/send'
import { CredenceChoice } from '@/components/polls/credence-choice'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toasts'
import { setPriorAction } from '@/lib/explanations/actions'
import type { ExplanationHead, MatrixPage, PriorDto } from '@/lib/explanations/schema'

type Props = {
  page: MatrixPage
  prior: PriorDto
  courseId: string
  points: Record<string, number>
  onChange: (points: Record<string, number>) => void
}

const optionOf = ({ code, shortName, hue }: ExplanationHead) => ({
  ...{ code, label: `${code} ${shortName}`, shortLabel: shortName, hue: `h${hue}`, explanation: code },
})

/** What one believed before: sliders by which a hundred points are shared out, kept when they are saved. */
export function Before({ page, prior, courseId, points, onChange }: Props) {
  const { explanations, can } = page
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const changed = !prior.given || explanations.some(({ code }) => prior.points[code] !== points[code])
  const save = async () => {
    setBusy(true)
    const byId = Object.fromEntries(explanations.map(({ id, code }) => [id, points[code] ?? 0]))
    const answer = await send(setPriorAction({ courseId, points: byId }))
    setBusy(false)
    if (!answer.ok) return toast(answer.message, { tone: 'bad' })
    toast('Your credence before the evidence is saved.')
    router.refresh()
  }
  return (
    <div className="grid max-w-[820px] gap-4">
      <CredenceChoice options={explanations.map(optionOf)} scores={points} onChange={onChange} />
      <Impossible codes={explanations.flatMap(({ code }) => (points[code] === 0 ? code : []))} />
      {can.rate ? (
        <span className="flex flex-wrap items-center gap-3 print:hidden">
          <Button look="main" busy={busy} disabled={!changed} onClick={() => void save()}>
            Save my points
          </Button>
          {prior.given ? null : (
            <span className="text-12 text-ink-3">You have not said yet; even points are counted.</span>
          )}
        </span>
      ) : null}
    </div>
  )
}

/** Cromwell's rule, for whoever gives nothing at all (D. V. Lindley, Making Decisions, 1985, 104). */
function Impossible({ codes }: { codes: string[] }) {
  if (codes.length === 0) return null
  return (
    <p className="border-l-2 border-warn pl-3 text-13 text-ink-2">
      {codes.join(', ')} {codes.length === 1 ? 'has' : 'have'} no points. What is thought impossible before
      the evidence stays so whatever the evidence: nothing times anything is nothing. Leave a point where you
      could be brought to change your mind.
    </p>
  )
}
