type Props = { label: string; on: boolean; set: (on: boolean) => void }

/** A box to tick, its words beside it. */
export const Tick = ({ label, on, set }: Props) => (
  <label className="flex w-fit items-center gap-2 text-13 pointer-coarse:min-h-11 cursor-pointer">
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => set(event.target.checked)}
      className="size-4 accent-accent"
    />
    {label}
  </label>
)
