'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { saveReadingAction } from '@/lib/readings/actions'
import type { ReadingSettings } from '@/lib/readings/settings-schema'
import { type SectionDraft, SectionFields } from './section-fields'

type Refusal = { message: string; fields: Record<string, string> }
const OFFLINE = {
  ok: false as const,
  message: 'There is no connection. What you typed is kept; try again.',
  fields: {},
}

/** Everything about a reading but its text, saved together. */
export function SettingsForm({ reading, clocks }: { reading: ReadingSettings; clocks: string }) {
  const router = useRouter()
  const [title, setTitle] = useState(reading.title)
  const [byline, setByline] = useState(reading.byline)
  const [sections, setSections] = useState<SectionDraft[]>(reading.sections)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const errors = refusal?.fields ?? {}
  const change = (i: number, part: Partial<SectionDraft>) =>
    setSections((all) => all.map((section, k) => (k === i ? { ...section, ...part } : section)))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const sent = sections.map(({ id, due, prompts }) => ({
      id,
      due,
      prompts: prompts.map((p) => ({ ...(p.id ? { id: p.id } : {}), text: p.text })),
    }))
    const result = await saveReadingAction({ id: reading.id, title, byline, sections: sent }).catch(
      () => OFFLINE,
    )
    setBusy(false)
    if (!result.ok) return setRefusal({ message: result.message, fields: result.fields ?? {} })
    setRefusal(null)
    toast('Saved.')
    router.refresh()
  }
  return (
    <form onSubmit={save} noValidate className="mt-8 grid gap-8 max-w-[760px]">
      <div className="grid items-start gap-4 sm:grid-cols-[3fr_2fr]">
        <Field label="Title" value={title} error={errors.title} onChange={(e) => setTitle(e.target.value)} />
        <Field
          label="Byline"
          value={byline}
          error={errors.byline}
          onChange={(e) => setByline(e.target.value)}
        />
      </div>
      <ol className="border-t border-rule">
        {sections.map((section, i) => (
          <SectionFields
            key={section.id}
            {...{ section, clocks, errors }}
            place={i}
            onChange={(part) => change(i, part)}
          />
        ))}
      </ol>
      {refusal ? <Notice tone="bad">{refusal.message}</Notice> : null}
      <div className="sticky bottom-0 py-3 bg-paper border-t border-rule">
        <Button look="main" type="submit" busy={busy}>
          Save
        </Button>
      </div>
    </form>
  )
}
