import type { FieldChange } from '@/lib/critiques/rules/compare'
import { ChangeText } from './change-text'

const STATES = { same: 'No change', changed: null, added: 'New field', removed: 'No longer asked' }

/** Every field, in order; one without a change is a line. */
export function FieldChanges({ fields }: { fields: FieldChange[] }) {
  return (
    <div className="mt-8 grid gap-7">
      {fields.map(({ code, title, state, pieces }) => (
        <section key={code}>
          <h2 className="text-16">
            <span className="num font-sans text-13 font-normal text-ink-3 mr-2.5 lg:inline-block lg:w-10 lg:-ml-12.5 lg:text-right">
              {code}
            </span>
            {title}
            {STATES[state] ? (
              <span className="font-sans text-13 font-normal text-ink-3"> · {STATES[state]}</span>
            ) : null}
          </h2>
          {pieces.length > 0 ? (
            <div className="mt-1">
              <ChangeText pieces={pieces} />
            </div>
          ) : null}
        </section>
      ))}
    </div>
  )
}
