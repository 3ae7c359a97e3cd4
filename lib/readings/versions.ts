import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleReadings } from '@/lib/policy'
import { sectionHtml } from './rules/html'
import type { EarlierVersion, SectionBlock } from './schema'

/** A section's text as it was before a revision. Whoever may read the section may read what it was. */
export async function earlierVersion(
  actor: Actor,
  courseId: string,
  slug: string,
  position: number,
  version: number,
): Promise<EarlierVersion> {
  const section = await db.section.findFirst({
    where: { position, reading: { AND: [{ courseId, slug }, visibleReadings(actor)] } },
    select: {
      id: true,
      version: true,
      reading: { select: { title: true } },
      versions: { where: { version } },
    },
  })
  const found = section?.versions[0]
  if (!section || !found) throw new AppError('NOT_FOUND')
  return {
    reading: section.reading.title,
    sectionId: section.id,
    version,
    current: section.version,
    heading: found.heading,
    text: found.text,
    html: sectionHtml(found.blocks as SectionBlock[]),
    until: found.createdAt.toISOString(),
  }
}
