import { Field, Select, TextArea } from '@/components/ui/field'

type Values = { title: string; term: string; description: string }
type Props = {
  zones: string[]
  zone: string
  onZone: (zone: string) => void
  wrong: (field: string) => string | undefined
  values?: Values
}

/** "America/Argentina/Buenos_Aires" is listed under America as "Argentina, Buenos Aires". */
const zoneName = (zone: string): string => zone.split('/').slice(1).join(', ').replaceAll('_', ' ') || zone

function byRegion(zones: string[]): [string, string[]][] {
  const regions = new Map<string, string[]>()
  for (const zone of zones) {
    const region = zone.includes('/') ? (zone.split('/')[0] ?? '') : 'Everywhere'
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return [...regions]
}

/** What a course is called, when it runs, and whose clock its dates follow. */
export function CourseFields({ zones, zone, onZone, wrong, values }: Props) {
  return (
    <>
      <Field label="Title" name="title" maxLength={200} defaultValue={values?.title} error={wrong('title')} />
      <Field
        label="Term"
        name="term"
        maxLength={80}
        hint="As your school calls it: Autumn 2026."
        defaultValue={values?.term}
        error={wrong('term')}
      />
      <Select
        label="Time zone"
        name="timeZone"
        hint="Every date of the course is told in this zone."
        value={zone}
        onChange={(event) => onZone(event.target.value)}
        error={wrong('timeZone')}
      >
        {zones.includes(zone) ? null : <option value={zone}>{zone}</option>}
        {byRegion(zones).map(([region, list]) => (
          <optgroup key={region} label={region}>
            {list.map((name) => (
              <option key={name} value={name}>
                {zoneName(name)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <TextArea
        label="Description"
        name="description"
        maxLength={20_000}
        className="min-h-24"
        hint="What the course is about. It stands at the top of course home and of the page that the join link opens."
        defaultValue={values?.description}
        error={wrong('description')}
      />
    </>
  )
}
