'use client'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import type { TemplateDto } from '@/lib/critiques/templates/schema'
import { TemplatePreview } from '../template-choice'
import { FieldBox } from '../write/field-box'

/** A template as a student meets it: first to choose it, then to write in it. Nothing that is typed here is kept. */
export function AsStudent({ template, onBack }: { template: TemplateDto; onBack?: () => void }) {
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (onBack) top.current?.focus()
  }, [onBack])
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      {onBack ? (
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <Button onClick={onBack}>Back to the editor</Button>
          <p className="text-13 text-ink-2">As a student sees it. Nothing typed here is kept.</p>
        </div>
      ) : null}
      <TemplatePreview template={template} single />
      <Section title="The form" sub="Where they write.">
        <div className="grid gap-10 max-w-[42rem]">
          {template.fields.map((field) => (
            <FieldBox key={field.code} field={field} text="" onText={() => {}} />
          ))}
        </div>
      </Section>
    </div>
  )
}
