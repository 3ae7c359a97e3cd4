import Link from 'next/link'
import { Chip } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import type { TemplateHead } from '@/lib/critiques/templates/schema'
import { ArchiveButton } from './archive-button'

const used = (n: number): string =>
  n === 0 ? 'Nobody has begun with it' : n === 1 ? 'One critique begun' : `${n} critiques begun`

/** The course's templates with what can be done to each. */
export function TemplateRows({ templates, base }: { templates: TemplateHead[]; base: string }) {
  return (
    <ul className="grid">
      {templates.map((t) => (
        <li
          key={t.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-4 first:border-t"
        >
          <div className="min-w-0 grow basis-72">
            <Link
              href={`${base}/${t.id}`}
              className="font-serif text-16 font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-current"
            >
              {t.title}
            </Link>{' '}
            {t.archived ? <Chip>Archived</Chip> : null}
            <p className="num mt-0.5 text-13 text-ink-2">
              {t.code} · {t.fields} {t.fields === 1 ? 'field' : 'fields'}, up to {t.wordLimit} words ·{' '}
              {used(t.critiques)}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${base}/new?from=${t.id}`} aria-label={`Copy ${t.title}`}>
              Copy
            </ButtonLink>
            <ArchiveButton id={t.id} title={t.title} archived={t.archived} />
          </div>
        </li>
      ))}
    </ul>
  )
}
