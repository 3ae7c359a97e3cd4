import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** Finds rows by name, a hundred at a time; it needs no script. */
export function RowFilter({ q, at, pages }: { q: string; at: number; pages: number }) {
  const to = (page: number) => `?${new URLSearchParams({ ...(q ? { q } : {}), page: String(page) })}`
  const link = 'underline underline-offset-3'
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3 print:hidden" action="">
      <Field name="q" label="Find an author or a reviewer" defaultValue={q} className="w-64" />
      <Button type="submit">Find</Button>
      {pages > 1 ? (
        <nav aria-label="Pages" className="num flex gap-3 text-13 pb-2">
          {at > 1 ? (
            <Link href={to(at - 1)} className={link}>
              Previous
            </Link>
          ) : null}
          <span>
            {at} of {pages}
          </span>
          {at < pages ? (
            <Link href={to(at + 1)} className={link}>
              Next
            </Link>
          ) : null}
        </nav>
      ) : null}
    </form>
  )
}
