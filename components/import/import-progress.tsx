'use client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import type { ImportDto } from '@/lib/readings/draft-schema'

/** "Reading page 12 of 40": what the process does now, in words. */
function stageWords({ state, stage, done, total }: ImportDto): string {
  if (state === 'QUEUED') return 'Waiting for its turn'
  if (stage === 'reading' && total > 1) return `Reading part ${done} of ${total}`
  if (stage === 'reading') return 'Finding the sections'
  return 'Opening the file'
}

type Props = { job: ImportDto; away: string | null; onCancel: () => void; onAgain: () => void }

export function ImportProgress({ job, away, onCancel, onAgain }: Props) {
  if (job.state === 'FAILED' || job.state === 'CANCELLED')
    return (
      <div className="grid gap-3 justify-items-start">
        <Notice tone={job.state === 'FAILED' ? 'bad' : 'plain'}>
          <strong className="font-medium text-ink">{job.fileName}</strong>{' '}
          {job.state === 'FAILED' ? job.message : 'was not imported: you cancelled it.'}
        </Notice>
        <Button onClick={onAgain}>Import something else</Button>
      </div>
    )
  const words = job.state === 'DONE' ? 'Opening the draft' : stageWords(job)
  return (
    <div className="grid gap-2 max-w-[560px]">
      <p className="text-16">
        <strong className="font-medium">{job.fileName}</strong>
      </p>
      <progress
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-accent indeterminate:[&::-moz-progress-bar]:bg-sunk"
        aria-label="Import"
        {...(job.total > 1 ? { max: job.total, value: job.done } : {})}
      />
      <div className="flex items-center justify-between gap-4">
        <p role="status" className="text-13 text-ink-2 num">
          {away ?? words}
        </p>
        {job.state === 'DONE' ? null : <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </div>
  )
}
