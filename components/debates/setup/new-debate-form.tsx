'use client'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Select } from '@/components/ui/field'
import { useDraft } from '@/components/ui/use-draft'
import { createDebateAction } from '@/lib/debates/actions'
import type { StartFrom } from '@/lib/debates/schema'
import { DebateFields, MotionFields } from './debate-fields'
import { type Draft, keyed, sentDraft } from './draft'
import { useForm } from './use-form'

/** Which of the starts the form was filled from last. */
type NewDraft = Draft & { from: string }

const fill = (
  starts: StartFrom[],
  from: string,
): Pick<NewDraft, 'from' | 'formatName' | 'rules' | 'phases'> => {
  const start = starts[Number(from)]
  return {
    from,
    formatName: start?.formatName ?? '',
    rules: start?.rules ?? '',
    phases: (start?.phases ?? []).map((phase) => keyed(phase)),
  }
}

type Props = {
  courseId: string
  memberId: string
  path: string
  timeZone: string
  /** The formats first, then debates of this course. */
  starts: StartFrom[]
  /** How many of them are formats. */
  formats: number
}

/** Where staff write a motion; a format or an earlier debate fills in the rest, and all of it can be changed. */
export function NewDebateForm(props: Props) {
  const { courseId, memberId, path, timeZone, starts } = props
  const router = useRouter()
  const { draft, change, clear } = useDraft<NewDraft>(`new-debate:${courseId}:${memberId}`, {
    ...{ motion: '', background: '', chairNote: '', sideChoice: 'ASSIGNED', ranksExplanations: false },
    ...{ startsAt: '', ...fill(starts, '0') },
  })
  const { busy, errors, message, submit } = useForm(
    () => createDebateAction({ courseId, ...sentDraft(draft, timeZone) }),
    ({ slug }) => {
      clear()
      router.push(`${path}/${slug}`)
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form onSubmit={onSubmit} className="mt-8 grid gap-6 max-w-[760px]" noValidate>
      <MotionFields draft={draft} errors={errors} change={change} />
      <StartSelect {...props} from={draft.from} onChoose={(from) => change(fill(starts, from))} />
      <DebateFields draft={draft} errors={errors} change={change} timeZone={timeZone} />
      {message ? <Notice tone="bad">{message}</Notice> : null}
      <div className="flex gap-2">
        <Button look="main" type="submit" busy={busy}>
          Open the debate
        </Button>
        <ButtonLink look="quiet" href={path}>
          Cancel
        </ButtonLink>
      </div>
    </form>
  )
}

function StartSelect({
  starts,
  formats,
  from,
  onChoose,
}: Props & { from: string; onChoose: (from: string) => void }) {
  return (
    <Select
      label="Format"
      hint="It fills in phases and rules; all of it can be changed. Choosing another fills them in anew."
      value={from}
      onChange={(event) => onChoose(event.target.value)}
    >
      {starts.slice(0, formats).map(({ name }, i) => (
        <option key={name} value={i}>
          {name}
        </option>
      ))}
      <option value="">Of our own</option>
      {starts.length > formats ? (
        <optgroup label="As in a debate of this course">
          {starts.slice(formats).map(({ name }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two debates may have one motion, and the list never changes
            <option key={i} value={i + formats}>
              {name.slice(0, 80)}
            </option>
          ))}
        </optgroup>
      ) : null}
    </Select>
  )
}
