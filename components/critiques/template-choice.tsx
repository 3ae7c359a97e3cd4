import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { Section } from '@/components/ui/page'
import type { TemplateDto } from '@/lib/critiques/schema'
import { Rubric } from './rubric'
import { WorkedExample } from './template-parts'

/** The templates as a list of links: choosing one shows it, and needs no script. */
export function TemplateList({
  templates,
  chosen,
  base,
}: {
  templates: TemplateDto[]
  chosen: string
  base: string
}) {
  if (templates.length < 2) return null
  return (
    <nav aria-label="Templates" className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {templates.map((t) => {
        const here = t.code === chosen
        return (
          <Link
            key={t.code}
            href={`${base}?template=${t.code}`}
            scroll={false}
            aria-current={here ? 'true' : undefined}
            className={cx(
              'block border-t-2 py-3',
              here ? 'border-accent' : 'border-rule hover:border-rule-strong',
            )}
          >
            <span className={cx('block font-serif text-16 font-semibold', here ? 'text-ink' : 'text-ink-2')}>
              {t.title}
            </span>
            <span className="num block text-13 text-ink-3">
              {t.fields.length} {t.fields.length === 1 ? 'field' : 'fields'}, up to {t.wordLimit} words
            </span>
          </Link>
        )
      })}
    </nav>
  )
}

/** A template as the writer will meet it. */
export function TemplatePreview({ template, single }: { template: TemplateDto; single: boolean }) {
  const { fields, criteria, example } = template
  return (
    <>
      <Section title={single ? template.title : 'The fields'} sub={template.intro || undefined}>
        <ol className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
          {fields.map((f) => (
            <li key={f.code} className="grid grid-cols-[2.25rem_1fr] gap-x-1">
              <span className="num pt-0.5 text-13 text-ink-3">{f.code}</span>
              <div>
                <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <span className="font-serif text-16 font-semibold">{f.title}</span>
                  <span className="num text-13 text-ink-3 whitespace-nowrap">up to {f.wordLimit} words</span>
                </p>
                <p className="mt-0.5 text-14 text-ink-2">{f.prompt}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      {criteria.length > 0 ? (
        <Section title="How it is read">
          <Rubric criteria={criteria} outOf={template.outOf} />
        </Section>
      ) : null}
      {example ? (
        <Section title={example.title}>
          <WorkedExample example={example} />
        </Section>
      ) : null}
    </>
  )
}
