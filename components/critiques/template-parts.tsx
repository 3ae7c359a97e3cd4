import type { ReactNode } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import type { TemplateDto } from '@/lib/critiques/schema'
import { RubricList } from './rubric'

type Answered = { code: string; title: string; html: string; words?: number }

/** Answers as they are read: the field's code in the margin, its title, then the words in the reading face. */
export function Answers({ fields, level = 'h2' }: { fields: Answered[]; level?: 'h2' | 'h3' }) {
  const Heading = level
  return (
    <div className="grid gap-7">
      {fields.map(({ code, title, html }) => (
        <section key={code} className="break-inside-avoid-page">
          <Heading className="text-16">
            <span className="num font-sans text-13 font-normal text-ink-3 mr-2.5 lg:inline-block lg:w-10 lg:-ml-12.5 lg:text-right">
              {code}
            </span>
            {title}
          </Heading>
          {html ? (
            <SafeHtml html={html} className="prose-serif measure mt-1" />
          ) : (
            <p className="mt-1 text-ink-3">Empty.</p>
          )}
        </section>
      ))}
    </div>
  )
}

export function WorkedExample({ example }: { example: NonNullable<TemplateDto['example']> }) {
  return (
    <>
      {example.intro ? <p className="mb-5 text-14 text-ink-2 max-w-[64ch]">{example.intro}</p> : null}
      <Answers fields={example.fields} level="h3" />
    </>
  )
}

function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group border-t border-rule last:border-b">
      <summary className="flex items-center justify-between gap-3 py-2.5 pointer-coarse:py-3.5 cursor-pointer list-none font-medium text-13 [&::-webkit-details-marker]:hidden">
        {title}
        <span aria-hidden className="text-ink-3 transition-transform duration-150 group-open:rotate-90">
          ›
        </span>
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  )
}

/** What a writer wants beside the form. */
export function WritingHelp({ template }: { template: TemplateDto }) {
  return (
    <div>
      {template.criteria.length > 0 ? (
        <Disclosure title="The rubric">
          <RubricList criteria={template.criteria} />
        </Disclosure>
      ) : null}
      {template.example ? (
        <Disclosure title={template.example.title}>
          <dl className="grid gap-4 text-13">
            {template.example.fields.map((f) => (
              <div key={f.code}>
                <dt className="font-medium">
                  <span className="num font-normal text-ink-3">{f.code}</span> {f.title}
                </dt>
                <dd className="mt-0.5 text-ink-2">
                  <SafeHtml html={f.html} className="font-serif" />
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </div>
  )
}
