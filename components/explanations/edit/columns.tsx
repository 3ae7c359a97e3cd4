'use client'
import { useState } from 'react'
import { Dot } from '@/components/polls/option'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { removeExplanationAction } from '@/lib/explanations/actions'
import type { ExplanationSource } from '@/lib/explanations/schema'
import { ExplanationForm } from './explanation-form'
import { Move } from './move'
import { useEdits, useOrder } from './use-edits'

/** The explanations as the staff arrange them; each is written in a dialog. */
export function EditColumns({
  explanations,
  courseId,
  member,
}: {
  explanations: ExplanationSource[]
  courseId: string
  member: string
}) {
  const { ordered, move } = useOrder(explanations, courseId, 'explanations')
  const { busy, run } = useEdits()
  const [open, setOpen] = useState<string | null>(null)
  const edited = explanations.find((e) => e.id === open) ?? null
  return (
    <>
      {explanations.length === 0 ? (
        <p className="mb-3 text-14 text-ink-3">
          No explanations yet. Two at least are needed before evidence can tell them apart.
        </p>
      ) : (
        <ol className="mb-4 border-t border-rule">
          {ordered.map((e, i) => (
            <li
              key={e.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2 text-14"
            >
              <Dot hue={`h${e.hue}`} />
              <span className="text-12 text-ink-3">{e.code}</span>
              <span className="mr-auto">{e.name}</span>
              <span className="flex items-center">
                <Move name={e.code} at={i} of={ordered.length} onMove={(to) => move(i, to)} />
                <Button look="quiet" aria-label={`Edit ${e.code}`} onClick={() => setOpen(e.id)}>
                  Edit
                </Button>
                {e.removable ? (
                  <Button
                    look="quiet"
                    disabled={busy}
                    aria-label={`Remove ${e.code}`}
                    onClick={() => {
                      if (confirm(`Remove ${e.code}? Nobody has rated, discussed or voted on it.`))
                        void run(() => removeExplanationAction({ id: e.id }))
                    }}
                  >
                    Remove
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      )}
      <Button onClick={() => setOpen('new')}>Add an explanation</Button>
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={edited ? `Edit ${edited.code}` : 'A new explanation'}
      >
        <ExplanationForm
          explanation={edited}
          courseId={courseId}
          member={member}
          onDone={() => setOpen(null)}
        />
      </Dialog>
    </>
  )
}
