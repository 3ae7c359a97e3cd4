import Link from 'next/link'
import type { ReactNode } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import type { Dossier } from '@/lib/grading/desk/schema'
import { shortDate } from '@/lib/time'

type Props = { dossier: Dossier; timeZone: string }

function Item({
  head,
  href,
  at,
  timeZone,
  children,
}: {
  head: ReactNode
  href?: string
  at?: string
  timeZone: string
  children?: ReactNode
}) {
  return (
    <li className="border-b border-rule py-3 break-inside-avoid">
      <p className="text-13 text-ink-3">
        {href ? (
          <Link href={href} className="hover:text-accent">
            {head}
          </Link>
        ) : (
          head
        )}
        {at ? <time dateTime={at}> · {shortDate(at, timeZone)}</time> : null}
      </p>
      {children}
    </li>
  )
}

function List({ title, items }: { title: string; items: ReactNode[] }) {
  if (items.length === 0) return null
  return (
    <Section title={`${title} (${items.length})`}>
      <ul className="border-t border-rule">{items}</ul>
    </Section>
  )
}

/** Everything that a member wrote, in the order in which they wrote it. What is empty is left out. */
export function DossierView({ dossier, timeZone }: Props) {
  const { reading, notes, claims, statements, votes, critiques, reviews } = dossier
  return (
    <>
      <p className="mt-8 text-14 text-ink-2">
        Has read{' '}
        <span className="num">
          {reading.read} of {reading.of}
        </span>{' '}
        sections and taken part in <span className="num">{votes.length}</span>{' '}
        {votes.length === 1 ? 'closed vote' : 'closed votes'}. How anybody voted is known to nobody.
      </p>
      <List
        title="Notes and replies"
        items={notes.map(({ id, where, href, quote, html, at }) => (
          <Item key={id} head={where} href={href} at={at} timeZone={timeZone}>
            {quote ? (
              <p className="mt-1 font-serif text-14 text-ink-3 border-l-2 border-rule pl-3 measure wrap-anywhere">
                {quote}
              </p>
            ) : null}
            <SafeHtml html={html} className="mt-1 text-14 measure" />
          </Item>
        ))}
      />
      <List
        title="Claims"
        items={claims.map(({ id, debate, number, href, html, at }) => (
          <Item key={id} head={`Claim ${number}: ${debate}`} href={href} at={at} timeZone={timeZone}>
            <SafeHtml html={html} className="mt-1 text-14 measure" />
          </Item>
        ))}
      />
      <List
        title="Statements in debates"
        items={statements.map(({ id, debate, html, at }) => (
          <Item key={id} head={debate} at={at} timeZone={timeZone}>
            <SafeHtml html={html} className="mt-1 text-14 measure" />
          </Item>
        ))}
      />
      <List
        title="Critiques"
        items={critiques.map(({ id, assignment, href, submittedAt, words }) => (
          <Item
            key={id}
            head={`${assignment}, ${words} words`}
            href={href}
            at={submittedAt}
            timeZone={timeZone}
          />
        ))}
      />
      <List
        title="Reviews"
        items={reviews.map(({ id, assignment, html }) => (
          <Item key={id} head={assignment} timeZone={timeZone}>
            <SafeHtml html={html} className="mt-1 text-14 measure" />
          </Item>
        ))}
      />
      <List
        title="Votes"
        items={votes.map(({ question, wave }) => (
          <Item
            key={`${question} ${wave}`}
            head={wave ? `${question} (${wave})` : question}
            timeZone={timeZone}
          />
        ))}
      />
    </>
  )
}
