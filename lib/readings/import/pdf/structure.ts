import type { Run } from '../run'
import type { Draft } from '../types'
import type { PdfPage } from './open'
import type { PageText } from './types'

export type PageTree = Awaited<ReturnType<PdfPage['getStructTree']>>

export async function readTree(page: PdfPage): Promise<PageTree | undefined> {
  try {
    return (await page.getStructTree()) ?? undefined
  } catch {
    return undefined
  }
}

export function readStructure(
  _pages: PageText[],
  _trees: (PageTree | undefined)[],
  _given: { title?: string; authors: string[] },
  _run: Run,
): Draft | undefined {
  return undefined
}
