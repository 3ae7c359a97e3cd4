import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { ComparePage } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'

/** Which two versions: an ordinary form, which needs no script. */
export function VersionChoice({ page, timeZone }: { page: ComparePage; timeZone: string }) {
  const options = page.versions.map(({ key, label, at }) => (
    <option key={key} value={key}>
      {at ? `${label}, ${shortDate(at, timeZone)}` : label}
    </option>
  ))
  return (
    <form method="get" className="mt-6 flex flex-wrap items-end gap-3 print:hidden">
      <Select key={`from ${page.from}`} label="Earlier" name="from" defaultValue={page.from}>
        {options}
      </Select>
      <Select key={`to ${page.to}`} label="Later" name="to" defaultValue={page.to}>
        {options}
      </Select>
      <Button type="submit" className="h-9">
        Compare
      </Button>
    </form>
  )
}
