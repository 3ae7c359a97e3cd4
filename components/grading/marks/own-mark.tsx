import Link from 'next/link'
import type { MyGrade } from '@/lib/grading/schema'

type Props = { grades: readonly MyGrade[]; critiqueId: string; href: string }

/** On a critique's own page: its author's mark once it is released, with the way to what it was made of. */
export function OwnMark({ grades, critiqueId, href }: Props) {
  const own = grades.find((g) => g.critiqueId === critiqueId)
  if (!own) return null
  return (
    <p className="mt-4 text-14 print:hidden">
      Your mark: <b className="num">{own.grade.mark}</b> of <span className="num">{own.outOf}</span>.{' '}
      <Link href={href} className="text-accent underline underline-offset-2">
        How it was made
      </Link>
    </p>
  )
}
