import { Section } from '@/components/ui/page'

export function Glossary({ terms }: { terms: { term: string; meaning: string }[] }) {
  if (terms.length === 0) return null
  return (
    <Section title="Glossary" sub="Words that the readings use in a sense of their own.">
      <dl className="gap-x-12 md:columns-2">
        {terms.map(({ term, meaning }) => (
          <div key={term} className="break-inside-avoid border-t border-rule py-3">
            <dt className="font-serif font-semibold text-16">{term}</dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
