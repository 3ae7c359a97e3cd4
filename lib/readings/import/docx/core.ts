import { childrenNamed, parseXml } from '../xml'
import type { Archive } from '../zip'

/** Title and authors from the file's properties, which Word fills by itself: a title that is a file name is none. */
export async function coreProperties(zip: Archive): Promise<{ title?: string; authors: string[] }> {
  if (!zip.has('docProps/core.xml')) return { authors: [] }
  const root = parseXml(await zip.read('docProps/core.xml')).documentElement
  if (!root) return { authors: [] }
  const value = (name: string) => childrenNamed(root, name)[0]?.textContent?.trim() ?? ''
  const title = value('title')
  const creators = value('creator')
    .split(/\s*;\s*/)
    .filter(Boolean)
  return {
    ...(title && !/\.(?:docx?|dotx?|pdf)$|^(?:document|untitled)\d*$/i.test(title) ? { title } : {}),
    // Names of programs and of accounts are not authors.
    authors: creators.filter((c) => /\s|[^\p{ASCII}]/u.test(c) && !/python|microsoft|user/i.test(c)),
  }
}
