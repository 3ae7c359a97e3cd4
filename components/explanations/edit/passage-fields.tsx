'use client'
import { Button } from '@/components/ui/button'
import { Select, TextArea } from '@/components/ui/field'
import type { EvidenceForm } from '@/lib/explanations/schema'
import type { EvidenceDraft } from './evidence-form'

type Props = {
  form: EvidenceForm
  draft: EvidenceDraft
  change: (part: Partial<EvidenceDraft>) => void
  error: string | undefined
}

/** The words of a reading that the observation rests on: chosen in the reading room, or copied from a section. */
export function PassageFields({ form, draft, change, error }: Props) {
  const { passage, chosen, sections } = form
  const shown = draft.words === 'keep' ? passage : draft.words === 'chosen' ? chosen : null
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-13 font-medium text-ink-2">Words of a reading</legend>
      {shown ? (
        <div className="flex items-start gap-3">
          <p className="min-w-0 flex-1 border-l-2 border-accent pl-3 text-14">
            <q className="font-serif">{shown.exact}</q>{' '}
            <span className="text-13 text-ink-3">{shown.label}</span>
          </p>
          <Button look="quiet" onClick={() => change({ words: 'none' })}>
            Take away
          </Button>
        </div>
      ) : (
        <>
          <Select
            label="Section"
            value={draft.sectionId}
            onChange={(event) => change({ sectionId: event.target.value, words: 'copied' })}
          >
            <option value="">No section</option>
            {sections.map((section) => (
              <option key={section.id} value={section.id}>
                {section.label}
              </option>
            ))}
          </Select>
          {draft.sectionId ? (
            <TextArea
              label="The words, copied from it"
              hint="Or select them in the reading room and choose “Into the matrix”."
              rows={2}
              maxLength={5000}
              value={draft.copied}
              onChange={(event) => change({ copied: event.target.value, words: 'copied' })}
            />
          ) : null}
          {passage || chosen ? (
            <Button
              look="quiet"
              className="justify-self-start"
              onClick={() => change({ words: chosen ? 'chosen' : 'keep', sectionId: '', copied: '' })}
            >
              Back to the words there were
            </Button>
          ) : null}
        </>
      )}
      {error ? (
        <p role="alert" className="text-13 text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
