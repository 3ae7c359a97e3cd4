import 'server-only'
import { db } from '@/lib/db'
import { claimCode } from '@/lib/debates/rules/tree'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { ReportDto } from './schema'

const EXCERPT = 280
const PERSON = { select: { user: { select: { name: true } } } } as const

const REPORT = {
  ...{ id: true, reason: true, createdAt: true, reporter: PERSON },
  course: { select: { slug: true } },
  note: {
    select: {
      ...{ id: true, body: true, exact: true, hiddenAt: true, author: PERSON },
      section: { select: { position: true, reading: { select: { slug: true } } } },
    },
  },
  claim: {
    select: {
      ...{ number: true, text: true, hiddenAt: true, author: PERSON },
      debate: { select: { slug: true } },
    },
  },
} as const satisfies Prisma.ReportSelect
type Row = Prisma.ReportGetPayload<{ select: typeof REPORT }>

type Subject = Pick<ReportDto, 'about' | 'author' | 'excerpt' | 'href' | 'hidden'>

/** What a report is about; null where it is about nothing that is there. */
function subjectOf({ note, claim, course }: Row): Subject | null {
  const base = `/courses/${course.slug}`
  if (note)
    return {
      ...{ about: 'note', author: note.author.user.name, hidden: note.hiddenAt !== null },
      excerpt: (note.body || note.exact || '').slice(0, EXCERPT),
      href: `${base}/readings/${note.section.reading.slug}/${note.section.position}?note=${note.id}`,
    }
  if (claim)
    return {
      ...{ about: 'claim', author: claim.author.user.name, hidden: claim.hiddenAt !== null },
      excerpt: claim.text.slice(0, EXCERPT),
      href: `${base}/debates/${claim.debate.slug}#${claimCode(claim.number)}`,
    }
  return null
}

/** Reports that nobody has handled yet, the oldest first. A private note cannot be reported: nobody else sees it. */
export async function openReports(courseId: string): Promise<ReportDto[]> {
  const rows = await db.report.findMany({
    where: { courseId, handledAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: REPORT,
  })
  return rows.flatMap((row) => {
    const subject = subjectOf(row)
    const { id, reason, createdAt, reporter } = row
    return subject
      ? { ...subject, id, reason, reporter: reporter.user.name, at: createdAt.toISOString() }
      : []
  })
}
