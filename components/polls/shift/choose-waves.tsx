import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { ShiftPage, ShiftSeries } from '@/lib/polls/shift/schema'

const name = (wave: string, slug: string) => wave || slug

/** Which two votes: a plain form, so that it works without scripts and its address can be kept. */
export function ChooseWaves({ shift }: { shift: ShiftPage }) {
  const { chosen, series } = shift
  if (!chosen) return null
  const current = series.find((s) => s.id === chosen.series)
  return (
    <div className="mt-6 flex flex-wrap items-end gap-x-8 gap-y-4 print:hidden">
      {series.length > 1 ? <Questions series={series} chosen={chosen.series} /> : null}
      {current && current.waves.length > 2 ? (
        <form className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="series" value={chosen.series} />
          <Select label="From" name="from" defaultValue={chosen.from.slug} key={`from ${chosen.from.slug}`}>
            {current.waves.map((w) => (
              <option key={w.slug} value={w.slug}>
                {name(w.wave, w.slug)}
              </option>
            ))}
          </Select>
          <Select label="To" name="to" defaultValue={chosen.to.slug} key={`to ${chosen.to.slug}`}>
            {current.waves.map((w) => (
              <option key={w.slug} value={w.slug}>
                {name(w.wave, w.slug)}
              </option>
            ))}
          </Select>
          <Button type="submit" className="h-9">
            Compare
          </Button>
        </form>
      ) : null}
    </div>
  )
}

function Questions({ series, chosen }: { series: ShiftSeries[]; chosen: string }) {
  return (
    <nav aria-label="Questions" className="text-14">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {series.map((s) => (
          <li key={s.id}>
            {s.id === chosen ? (
              <span aria-current="true" className="border-b-2 border-accent pb-0.5 font-medium">
                {s.title}
              </span>
            ) : (
              <a href={`?series=${s.id}`} className="text-accent hover:underline">
                {s.title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
