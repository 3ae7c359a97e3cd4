import { ButtonLink } from '@/components/ui/button'
import type { Reviewing } from '@/lib/critiques/reviews/dto'

const count = (n: number): string => (n === 1 ? 'One critique' : `${n} critiques`)

/** What a student has to review in an assignment, as a line with the one next step; nothing where there is nothing. */
export function ReviewLine({ reviewing, base }: { reviewing: Reviewing | null; base: string }) {
  if (!reviewing) return null
  const { given, done, open } = reviewing
  const left = given - done
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-14 text-ink-2">
        {left > 0 && open ? `${count(left)} to review` : `${count(done)} reviewed`}
        {left > 0 && open && done > 0 ? `, ${done} done` : ''}
      </p>
      <ButtonLink look={left > 0 && open ? 'main' : 'plain'} href={`${base}/reviews`}>
        {left > 0 && open ? 'Review' : 'Your reviews'}
      </ButtonLink>
    </div>
  )
}
