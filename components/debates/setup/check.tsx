import { useId } from 'react'

type Props = { label: string; hint: string; on: boolean; onChange: (on: boolean) => void }

/** Something that is so or not, with what it means below. */
export function Check({ label, hint, on, onChange }: Props) {
  const id = useId()
  return (
    <div className="grid gap-0.5">
      <label className="flex items-center gap-2.5 text-14 min-h-6 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="accent-accent"
          aria-describedby={id}
          checked={on}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className="pl-6 text-13 text-ink-3">
        {hint}
      </p>
    </div>
  )
}
