import type { Page } from '@playwright/test'

/** Selects words of the text by mouse, as a person drags over them. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll('[data-at]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        block.scrollIntoView({ block: 'center' })
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const rects = [...range.getClientRects()]
        const [first, last] = [rects[0], rects.at(-1)]
        if (first && last) return { x: first.left, y: first.top + 8, x2: last.right, y2: last.top + 8 }
      }
    }
    return null
  }, words)
  if (!box) throw new Error(`“${words}” is not on the page`)
  await page.mouse.move(box.x + 1, box.y)
  await page.mouse.down()
  await page.mouse.move(box.x2 - 1, box.y2, { steps: 6 })
  await page.mouse.up()
}
