'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Select } from '@/components/ui/field'
import { resolvePollAction } from '@/lib/polls/actions'
import type { PollOptionDto } from '@/lib/polls/schema'
import { useSend } from './use-send'

type Props = { pollId: string; options: PollOptionDto[]; resolution: string | null }

/** For staff: which option turned out to be so. It can be corrected or taken back. */
export function ResolvePoll({ pollId, options, resolution }: Props) {
  const [code, setCode] = useState(resolution ?? '')
  const { busy, problem, send } = useSend(() => {})
  return (
    <form
      className="mt-8 grid max-w-[680px] justify-items-start gap-3 border-t border-rule pt-4 print:hidden"
      onSubmit={(event) => {
        event.preventDefault()
        void send(() => resolvePollAction({ pollId, code: code || null }))
      }}
    >
      <Select
        label="What turned out to be so"
        hint="Once it is known, the credences are scored against it. Leave it open where nothing can settle the question."
        value={code}
        onChange={(event) => setCode(event.target.value)}
      >
        <option value="">Not known, or never to be known</option>
        {options.map((o) => (
          <option key={o.code} value={o.code}>
            {o.label}
          </option>
        ))}
      </Select>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <Button type="submit" busy={busy} disabled={code === (resolution ?? '')}>
        {code === '' && resolution ? 'Take it back' : 'Say that this is so'}
      </Button>
    </form>
  )
}
