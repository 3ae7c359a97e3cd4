import { Chip } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import type { Own } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'

const NAMES = { DRAFT: 'Draft', SUBMITTED: 'Submitted', CHANGED: 'Submitted, changed since' }
const TONES = { DRAFT: 'plain', SUBMITTED: 'accent', CHANGED: 'warn' } as const

const reviews = (n: number): string => (n === 1 ? 'One review' : `${n} reviews`)

/** Where the viewer's critique stands, and the one next step. */
export function OwnState({
  own,
  open,
  base,
  timeZone,
}: {
  own: Own
  open: boolean
  base: string
  timeZone: string
}) {
  const read = `${base}/${own.id}`
  const draft = own.state !== 'SUBMITTED'
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Chip tone={TONES[own.state]}>{NAMES[own.state]}</Chip>
      <p className="text-13 text-ink-2">
        {own.template} · {own.words} of {own.wordLimit} words ·{' '}
        {own.state === 'SUBMITTED' && own.submittedAt
          ? shortDate(own.submittedAt, timeZone)
          : `saved ${shortDate(own.savedAt, timeZone)}`}
        {own.reviews > 0 ? ` · ${reviews(own.reviews)}` : null}
      </p>
      <div className="flex flex-wrap gap-2">
        {draft && (open || own.state === 'DRAFT') ? (
          <ButtonLink look={own.reviews > 0 ? 'plain' : 'main'} href={`${base}/write`}>
            Continue writing
          </ButtonLink>
        ) : null}
        {own.submittedAt || own.reviews > 0 ? (
          <ButtonLink look={own.reviews > 0 ? 'main' : 'plain'} href={read}>
            {own.reviews > 0 ? 'Read the reviews' : 'Read it'}
          </ButtonLink>
        ) : null}
        {own.state === 'SUBMITTED' && open ? <ButtonLink href={`${base}/write`}>Revise</ButtonLink> : null}
      </div>
    </div>
  )
}
