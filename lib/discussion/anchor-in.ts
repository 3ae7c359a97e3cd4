import 'server-only'
import { db } from '@/lib/db'
import type { Note } from '@/lib/generated/prisma/client'
import type { SectionNow } from './queries'
import { anchorWords, carriedWords } from './rules/anchor-words'

type Chosen = { start: number; end: number; exact: string }
type Anchor = Pick<Note, 'exact' | 'prefix' | 'suffix' | 'start' | 'end' | 'placement' | 'version'>

/**
 * The anchor of words that a person chose on a page with that `version` of the section: in the text as it is now,
 * when they can be followed there; else it says that they could not. Nobody's note is refused because the text was
 * revised under their hands.
 */
export async function anchorIn(
  sectionId: string,
  section: SectionNow,
  chosen: Chosen,
  version = section.version,
): Promise<Anchor> {
  const { text, retired } = section
  const old = version < section.version ? await textOf(sectionId, version) : null
  if (old !== null && old.slice(chosen.start, chosen.end) === chosen.exact) {
    const { state, ...words } = carriedWords(old, text, chosen)
    return { ...words, placement: state, version: state === 'ORPHANED' ? version : section.version }
  }
  const placement = retired ? 'ORPHANED' : 'EXACT'
  return { ...anchorWords(text, chosen), placement, version: section.version }
}

async function textOf(sectionId: string, version: number): Promise<string | null> {
  const found = await db.sectionVersion.findUnique({
    where: { sectionId_version: { sectionId, version } },
    select: { text: true },
  })
  return found?.text ?? null
}
