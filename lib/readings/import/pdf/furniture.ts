import type { Line, PageText } from './types'

/**
 * Running heads, running feet and page numbers: lines at the top or bottom edge that come back on other pages
 * at the same height, alike but for their figures, or that count up with the pages.
 */
export function withoutFurniture(pages: PageText[], lines: Line[][]): Line[][] {
  const edges = lines.map((l, i) => edgeLines(l, pages[i]?.height ?? 0))
  const sizes = lines
    .flat()
    .map((l) => l.size)
    .sort((a, b) => a - b)
  const size = sizes[Math.floor(sizes.length / 2)] ?? 10
  const drop = new Set([...repeated(edges, pages.length, size), ...counting(edges), ...beside(edges, lines)])
  return lines.map((page) => page.filter((l) => !drop.has(l) && !isRule(l)))
}

const DEPTH = 3

/** The outermost few lines of a page, if they lie in its outer parts. */
function edgeLines(lines: Line[], height: number): Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  const heights = [...new Set(sorted.map((l) => Math.round(l.y)))]
  const top = heights[DEPTH - 1] ?? 0
  const bottom = heights.at(-DEPTH) ?? height
  return sorted.filter((l) => (l.y <= top && l.y < height * 0.16) || (l.y >= bottom && l.y > height * 0.84))
}

/** Figures are left out of account, but not in large type: "Chapter 1" and "Chapter 2" are two headings. */
const keyOf = (size: number) => (l: Line) => {
  const text = l.text.toLowerCase().slice(0, 80)
  return l.size > size * 1.12 ? text : text.replace(/\d+|\b[ivxl]+\b/g, '#')
}

function repeated(edges: Line[][], pages: number, size: number): Line[] {
  const seen = new Map<string, Line[]>()
  const key = keyOf(size)
  for (const l of edges.flat()) seen.set(key(l), [...(seen.get(key(l)) ?? []), l])
  // Left and right pages carry different heads, so a third of the pages is enough; two in a short paper.
  const enough = Math.max(2, Math.min(4, Math.ceil(pages / 4)))
  return [...seen.values()].flatMap((same) => {
    const apart = new Set(same.map((l) => l.page)).size
    const level = same.filter((l) => same.some((m) => m.page !== l.page && Math.abs(m.y - l.y) < 6))
    return apart >= enough && level.length >= enough ? level : []
  })
}

/** The number in a line that may be the page's: all of it, or at its start or end. */
function numberIn(l: Line): number | undefined {
  const m =
    /^[-–—[(\s]*(?:page\s+)?(\d{1,5})(?:\s*(?:of|\/)\s*\d+)?[-–—\])\s]*$/i.exec(l.text) ??
    /^(\d{1,5})\s|\s(\d{1,5})$/.exec(l.text)
  const digits = m?.[1] ?? m?.[2]
  return digits === undefined ? undefined : Number(digits)
}

/** Lines whose number keeps the same distance from the count of pages. */
function counting(edges: Line[][]): Line[] {
  const offsets = new Map<number, Line[]>()
  for (const l of edges.flat()) {
    const n = numberIn(l)
    if (n !== undefined) offsets.set(n - l.page, [...(offsets.get(n - l.page) ?? []), l])
  }
  const lone = edges.flat().filter((l) => /^[-–—\s]*(?:\d{1,4}|[ivxl]{1,6})[-–—\s]*$/.test(l.text))
  const runs = [...offsets.values()].filter(
    (same) => new Set(same.map((l) => l.page)).size >= Math.max(2, Math.min(4, edges.length / 3)),
  )
  const counted = runs.flat().filter((l) => l.text.length < 140)
  const single = lone.filter(
    (l) => runs.length === 0 || Math.abs(l.y - (counted[0]?.y ?? l.y)) < 8 || l.text.length < 5,
  )
  return [...counted, ...single]
}

/** A head in two parts (author left, page right) shares its height with a number that was found. */
function beside(edges: Line[][], lines: Line[][]): Line[] {
  const counted = new Set(counting(edges))
  return lines.flatMap((page, i) => {
    const numbers = (edges[i] ?? []).filter((l) => counted.has(l))
    const rows = numbers.filter((n) => page.filter((l) => Math.abs(l.y - n.y) < 3).length <= 3)
    return page.filter(
      (l) =>
        l.text.length < 120 && rows.some((n) => l !== n && Math.abs(l.y - n.y) < 2 && isOutermost(n, page)),
    )
  })
}

const isOutermost = (n: Line, page: Line[]) =>
  page.every((l) => l.y >= n.y - 2) || page.every((l) => l.y <= n.y + 2)

const isRule = (l: Line) => /^[_\-–—=.·•\s]{6,}$/.test(l.text)
