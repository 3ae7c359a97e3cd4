import { inline } from '../text'
import { isName } from './authors'
import type { PdfDocument } from './open'

/** What the file says of itself, as far as it is a title or a name and not what some program left there. */
export async function pdfMetadata(pdf: PdfDocument): Promise<{ title?: string; authors: string[] }> {
  const info = await read(pdf)
  const title = inline(info.get('Title') ?? '')
  const good = title.length > 5 && /\s|[^\p{ASCII}]/u.test(title) && !JUNK.test(title)
  const authors = inline(info.get('Author') ?? '')
    .split(/\s*(?:,|;|\band\b|&)\s*/)
    .filter(isName)
  return { ...(good ? { title } : {}), authors }
}

const JUNK =
  /^(?:microsoft|powerpoint|untitled|document\b|layout|slide|pii:|doi:)|\.(?:docx?|dvi|tex|indd|qxd|rtf|pdf|ps)\b/i

async function read(pdf: PdfDocument): Promise<Map<string, string>> {
  try {
    const { info } = await pdf.getMetadata()
    return new Map(
      Object.entries(info).flatMap(([k, v]: [string, unknown]) =>
        typeof v === 'string' ? [[k, v] as const] : [],
      ),
    )
  } catch {
    return new Map()
  }
}
