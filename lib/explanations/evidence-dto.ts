import 'server-only'
import type { Prisma, Rating } from '@/lib/generated/prisma/client'
import { type Actor, isStaffRole, memberIds, memberIn } from '@/lib/policy'
import type { CellCounts } from './counts'
import { mayShow } from './rules/class'
import { testsIn } from './rules/process-tracing'
import type { EvidenceDto, PassageDto } from './schema'

/** What a row is read with: the start's ratings, the actor's own, and where it is reported. */
export const evidenceParts = (actor: Actor) =>
  ({
    suggested: true,
    ratings: { where: { membershipId: { in: memberIds(actor) } } },
    course: { select: { slug: true } },
    section: {
      select: {
        position: true,
        code: true,
        reading: { select: { slug: true, title: true, publishedAt: true } },
      },
    },
  }) as const satisfies Prisma.EvidenceInclude

export type EvidenceRow = Prisma.EvidenceGetPayload<{ include: ReturnType<typeof evidenceParts> }>

/** What is known of the row's cells beside the row itself, for all rows at once. */
export type Around = {
  actor: Actor
  /** Explanation codes by id. */
  codes: ReadonlyMap<string, string>
  /** By id of the evidence. */
  counts: ReadonlyMap<string, CellCounts[]>
  comments: ReadonlyMap<string, { explanationId: string; n: number }[]>
}

/** Words of a reading that is not published are the staff's to see; of words without a place, the section is shown. */
export function passageOf(actor: Actor, row: EvidenceRow): PassageDto | null {
  const { section, exact, start, end, course, courseId } = row
  if (exact === null) return null
  if (!section) return { label: 'A section that is gone', exact, href: null }
  const { reading, code, position } = section
  const member = memberIn(actor, courseId)
  if (!reading.publishedAt && !(member && isStaffRole(member.role))) return null
  const path = `/courses/${course.slug}/readings/${reading.slug}/${position}`
  return {
    label: code ? `${reading.title}, ${code}` : reading.title,
    exact,
    href: start === null ? path : `${path}?at=${start}-${end}`,
  }
}

const asDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

function ownOf(ratings: readonly Rating[], codeOf: (id: string) => string) {
  const of = <T>(value: (rating: Rating) => T | null): Record<string, T> =>
    Object.fromEntries(
      ratings.flatMap((rating) => {
        const known = value(rating)
        return known === null ? [] : [[codeOf(rating.explanationId), known]]
      }),
    )
  return {
    own: of((r) => r.value),
    reasons: of((r) => r.reason || null),
    likelihoods: of((r) => r.likelihood),
  }
}

/** A row as pages get it. Of the class's ratings it holds what this actor may see, and nothing of anybody's alone. */
export function evidenceOf(row: EvidenceRow, { actor, codes, counts, comments }: Around): EvidenceDto {
  const codeOf = (id: string) => codes.get(id) ?? ''
  const rated = new Set(row.ratings.map((rating) => rating.explanationId))
  const shown = (counts.get(row.id) ?? []).filter((c) => mayShow(c.raters, rated.has(c.explanationId)))
  const { id, code, dateLabel, observation, source, testType, argument } = row
  const { credibility, relevance, benched, url } = row
  return {
    ...{ id, code, dateLabel, observation, source, testType, argument, credibility, relevance, benched, url },
    date: asDay(row.date),
    tests: testsIn(testType),
    passage: passageOf(actor, row),
    suggested: Object.fromEntries(row.suggested.map((s) => [codeOf(s.explanationId), s.value])),
    ...ownOf(row.ratings, codeOf),
    classes: Object.fromEntries(shown.map((c) => [codeOf(c.explanationId), c.counts])),
    comments: Object.fromEntries((comments.get(id) ?? []).map((c) => [codeOf(c.explanationId), c.n])),
  }
}
