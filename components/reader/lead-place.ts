import { blockOf, rangesOf } from './positions'

/** How far down the window the eye rests: places are taken and given there. */
const EYE = 0.35

const calm = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'

/** The paragraph's number at a place of the text, as the reader's margin shows it. */
export const labelAt = (article: HTMLElement | null, at: number): string | null =>
  (article && blockOf(article, at)?.querySelector('.n')?.textContent?.trim()) || null

export function scrollToPlace(article: HTMLElement | null, at: number): void {
  const range = article && rangesOf(article, { start: at, end: at + 1 })[0]
  if (!range) return
  const top = range.getBoundingClientRect().top + scrollY - innerHeight * EYE
  scrollTo({ top: Math.max(0, top), behavior: calm() })
}

/** The place that the eye rests on: by rule of three within its paragraph. */
export function placeInView(article: HTMLElement | null): number {
  const eye = innerHeight * EYE
  let place = 0
  for (const block of article?.querySelectorAll<HTMLElement>('[data-at]') ?? []) {
    const { top, height } = block.getBoundingClientRect()
    if (top > eye) break
    const share = height > 0 ? Math.min(1, (eye - top) / height) : 0
    place = Number(block.dataset.at) + Math.floor(share * Math.max(0, block.textContent.length - 1))
  }
  return place
}
