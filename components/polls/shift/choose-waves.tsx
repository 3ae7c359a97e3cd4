import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { ShiftPage, ShiftSeries, ShiftWave } from '@/lib/polls/shift/schema'

const name = ({ wave, slug }: ShiftWave): string => wave || slug

/** Which two neighbouring votes: a plain form, so that it works without scripts and its address can be kept. */
export function ChooseWaves({ shift }: { shift: ShiftPage }) {
  const { chosen, series } = shift
  if (!chosen) return null
  const waves = series.find((s) => s.id === chosen.series)?.waves ?? []
  return (
    <div className="mt-6 flex flex-wrap items-end gap-x-8 gap-y-4 print:hidden">
      {series.length > 1 ? <Questions series={series} chosen={chosen.series} /> : null}
      {waves.length > 2 ? (
        <form className="flex max-w-full flex-wrap items-end gap-3">
          <Select
            label="Between"
            hint="Votes that follow each other are compared, and no others: from three comparisons together, single voters could be worked out."
            name="to"
            defaultValue={chosen.to.slug}
            key={chosen.to.slug}
          >
            {waves.slice(1).map((wave, i) => (
              <option key={wave.slug} value={wave.slug}>
                {waves[i] ? name(waves[i]) : ''} → {name(wave)}
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
              <a href={`?to=${s.waves.at(-1)?.slug}`} className="text-accent hover:underline">
                {s.title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
