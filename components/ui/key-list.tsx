/** Keys and what they do, for a dialog behind `?`. */
export function KeyList({ keys }: { keys: readonly (readonly [names: readonly string[], what: string])[] }) {
  return (
    <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5 text-14">
      {keys.map(([names, what]) => (
        <div key={what} className="contents">
          <dt className="flex gap-1">
            {names.map((name) => (
              <kbd
                key={name}
                className="rounded-sm border border-rule-strong bg-sunk px-1.5 font-sans text-12"
              >
                {name}
              </kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
