import Link from 'next/link'
import type { AssignmentSetUp } from '@/lib/critiques/assignments/schema'

type Props = {
  templates: AssignmentSetUp['templates']
  chosen: string[]
  error?: string
  /** Where templates are made. */
  make: string
}

/** The templates to choose from. None ticked means all, also those to come. */
export function TemplateBoxes({ templates, chosen, error, make }: Props) {
  const shown = templates.filter((t) => !t.archived || chosen.includes(t.id))
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? 'templates-error' : 'templates-hint'}>
      <legend className="mb-1.5 text-13 font-medium text-ink-2">Templates to choose from</legend>
      {shown.map((t) => (
        <label key={t.id} className="flex items-start gap-2.5 text-14 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            name="templateIds"
            value={t.id}
            defaultChecked={chosen.includes(t.id)}
            className="mt-1 size-4 accent-accent"
          />
          <span>
            {t.title}
            {t.archived ? <span className="text-ink-3"> (archived)</span> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p id="templates-error" role="alert" className="text-13 text-bad">
          {error}
        </p>
      ) : (
        <p id="templates-hint" className="text-13 text-ink-3">
          {shown.length > 0 ? (
            'Without a tick, all of the course’s.'
          ) : (
            <>
              The course has no template yet.{' '}
              <Link href={make} className="text-accent underline underline-offset-2">
                Make one first
              </Link>
              .
            </>
          )}
        </p>
      )}
    </fieldset>
  )
}
