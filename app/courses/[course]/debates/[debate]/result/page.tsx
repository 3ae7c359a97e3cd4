import type { Metadata } from 'next'
import Link from 'next/link'
import { WhatMoved } from '@/components/debates/result/causes'
import { NotYet } from '@/components/debates/result/not-yet'
import { SwingTable, WhoMoved } from '@/components/debates/result/outcome'
import { RankingShift } from '@/components/debates/result/ranking'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { debateResult } from '@/lib/debates/result/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Result of the debate' }

type Props = { params: Promise<{ course: string; debate: string }> }

export default async function ResultPage({ params }: Props) {
  const { course: courseSlug, debate } = await params
  const { actor, course } = await coursePage(courseSlug)
  const result = await forPage(debateResult(actor, course.id, debate))
  const base = `/courses/${course.slug}`
  const path = `${base}/debates/${debate}`
  const { outcome, before, after } = result
  const votes = [before, after].flatMap((vote) => vote ?? [])
  return (
    <Page
      eyebrow={
        <Link href={path} className="hover:underline">
          {result.motion}
        </Link>
      }
      title={outcome?.words.headline ?? 'Result'}
      lede={outcome?.words.lede}
      actions={<ButtonLink href={`${path}/record`}>Record</ButtonLink>}
    >
      {outcome ? (
        <>
          <Section title="The swing">
            <SwingTable outcome={outcome} />
          </Section>
          <WhoMoved result={result} outcome={outcome} />
          <WhatMoved result={result} base={base} />
        </>
      ) : (
        <NotYet result={result} base={base} />
      )}
      <RankingShift result={result} base={base} />
      {outcome ? (
        <Section
          title="Check it"
          sub="Every ballot is published without a name; the browser counts them again."
        >
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {votes.map(({ slug, wave }) => (
              <li key={slug}>
                <Link
                  href={`${base}/explain/polls/${slug}`}
                  className="text-accent underline underline-offset-2"
                >
                  The vote {wave}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
