import { Column, Line } from './column'

type Item = { key: string; kind: 'session' | 'vote' | 'debate'; title: string; href: string; note: string }

const WHAT = { session: 'Session', vote: 'Vote', debate: 'Debate' } as const

const Dot = () => (
  <span aria-hidden className="mr-1.5 inline-block size-1.5 rounded-full bg-accent align-middle" />
)

export function LiveNow({ items }: { items: Item[] }) {
  return (
    <Column title="Live now" empty="Nothing is being debated or voted on.">
      {items.map((item) => (
        <Line
          key={item.key}
          href={item.href}
          what={
            <>
              <Dot />
              {WHAT[item.kind]}
            </>
          }
          title={item.title}
          note={item.note}
        />
      ))}
    </Column>
  )
}
