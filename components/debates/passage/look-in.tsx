import { Field, Select } from '@/components/ui/field'
import { excerptOf } from '@/lib/debates/rules/source-label'
import type { CitableSection, FoundParagraph } from '@/lib/debates/schema'

export const labelOf = ({ reading, code, heading }: CitableSection): string =>
  `${reading}, ${code || heading}`

type Props = {
  sections: readonly CitableSection[]
  section: string
  onSection: (id: string) => void
  q: string
  onWords: (q: string) => void
}

/** In which section one looks; or by which words it is found. */
export function LookIn({ sections, section, onSection, q, onWords }: Props) {
  const readings = [...new Set(sections.map((s) => s.reading))]
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Select label="Section" value={section} onChange={(event) => onSection(event.target.value)}>
        {section ? null : <option value="">Choose a section</option>}
        {readings.map((reading) => (
          <optgroup key={reading} label={reading}>
            {sections
              .filter((s) => s.reading === reading)
              .map((s) => (
                <option key={s.id} value={s.id}>
                  {[s.code, s.heading].filter(Boolean).join(' ')}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <Field
        type="search"
        label="Or find it by its words"
        value={q}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
    </div>
  )
}

/** Paragraphs that have the words, each leading into its section. */
export function Found(props: {
  found: readonly FoundParagraph[]
  sections: readonly CitableSection[]
  onOpen: (paragraph: FoundParagraph) => void
}) {
  const sections = new Map(props.sections.map((s) => [s.id, labelOf(s)]))
  return (
    <ul className="border-y border-rule">
      {props.found.map((paragraph) => (
        <li
          key={`${paragraph.sectionId} ${paragraph.start}`}
          className="border-b border-rule last:border-b-0"
        >
          <button
            type="button"
            onClick={() => props.onOpen(paragraph)}
            className="block w-full px-1 py-2 text-left hover:bg-sunk cursor-pointer -outline-offset-2"
          >
            <span className="block text-12 text-ink-3">{sections.get(paragraph.sectionId)}</span>
            <span className="block font-serif text-14 text-ink-2">{excerptOf(paragraph.words, 200)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
