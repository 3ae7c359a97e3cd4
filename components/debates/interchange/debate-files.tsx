import Link from 'next/link'

const FILES = [
  ['argument.argdown', 'Argdown'],
  ['argument.aif.json', 'AIF (JSON)'],
  ['argument.md', 'Markdown'],
] as const

const LINK = 'inline-flex items-center min-h-7 pointer-coarse:min-h-11 hover:text-accent'

/** The result, the record, and the argument as files. */
export function DebateFiles({ path, claims }: { path: string; claims: number }) {
  return (
    <nav aria-label="Result, record and files" className="print:hidden">
      <h2 className="font-sans text-13 font-medium tracking-normal text-ink-3">After the debate</h2>
      <ul className="mt-1">
        <li>
          <Link href={`${path}/result`} className={LINK}>
            Result
          </Link>
        </li>
        <li>
          <Link href={`${path}/record`} className={LINK}>
            Record
          </Link>
        </li>
      </ul>
      {claims > 0 ? (
        <details className="mt-1">
          <summary className="cursor-pointer min-h-7 pointer-coarse:min-h-11 content-center">
            Export the argument
          </summary>
          <ul className="pl-4">
            {FILES.map(([file, name]) => (
              <li key={file}>
                <a href={`/api${path}/${file}`} download className={LINK}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  )
}
