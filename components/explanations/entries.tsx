import Link from 'next/link'
import { Dot } from '@/components/polls/option'
import { SafeHtml } from '@/components/ui/bits'
import type { ExplanationDto } from '@/lib/explanations/schema'

/** The explanations as short entries; each leads to its own page. */
export function Entries({ explanations, base }: { explanations: ExplanationDto[]; base: string }) {
  return (
    <ol className="grid gap-x-12 md:grid-cols-2">
      {explanations.map((e) => (
        <li key={e.code} className="border-t border-rule py-4">
          <h3 className="text-19 leading-snug">
            <Link href={`${base}/explanations/${e.code}`} className="hover:text-accent">
              {e.name}
            </Link>
          </h3>
          <p className="mt-0.5 mb-2 flex items-center gap-2 text-12 text-ink-3">
            <Dot hue={`h${e.hue}`} />
            {e.code}
          </p>
          <SafeHtml html={e.statementHtml} className="line-clamp-3 font-serif text-16 text-ink-2" />
        </li>
      ))}
    </ol>
  )
}
