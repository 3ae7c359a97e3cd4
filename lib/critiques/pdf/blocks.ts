import { htmlBlocks } from '@/lib/pdf/from-html'
import type { Block } from '@/lib/pdf/model'
import { longDate } from '@/lib/time'
import { zoneName } from '../rules/deadline'
import { showTotal } from '../rules/total'
import type { CritiquePage } from '../schema'

export type Place = { origin: string; timeZone: string; course: string }
const SIZE = 10.5

export const line = (text: string, over: Partial<Block> & { style?: object } = {}): Block => {
  const { style, ...rest } = over
  return { runs: [{ text, ...style }], size: SIZE, before: 0, indent: 0, ...rest }
}
export const heading = (text: string): Block =>
  line(text, { style: { bold: true }, size: 14, before: 26, keep: true, tag: 'H2' })

/**
 * Whose it is, for those who may know and where nobody reads blind: the author's own copy of a blind critique has no
 * name, since it may be handed on.
 */
export const nameOn = ({ viewer, author, assignment }: CritiquePage): string | null =>
  viewer === 'STAFF' || assignment.reviewMode !== 'DOUBLE_BLIND' ? author : null

function head(page: CritiquePage, { timeZone, course }: Place): Block[] {
  const { assignment, template, shown } = page
  const name = nameOn(page)
  const facts = shown
    ? `${template.title} · submission ${shown.number}, ${longDate(shown.at, timeZone)} (${zoneName(timeZone)}) · ${shown.words} words`
    : template.title
  return [
    line(course, { style: { muted: true }, size: 9 }),
    line(assignment.title, { style: { bold: true }, size: 20, before: 4, keep: true, tag: 'H1' }),
    ...(name ? [line(name, { size: 12, before: 2 })] : []),
    line(facts, { style: { muted: true }, size: 9, before: 4 }),
  ]
}

export const fieldBlocks = (
  fields: readonly { code: string; title: string; html: string }[],
  { origin }: Place,
): Block[] =>
  fields.flatMap(({ code, title, html }) => [
    line(title, { style: { bold: true }, size: 12, before: 18, keep: true, mark: code, tag: 'H2' }),
    ...htmlBlocks(html, { origin, size: SIZE }),
  ])

/** What every review gave each criterion: a line for each, the reviews in the order in which they are shown. */
function levels({ template, reviews }: CritiquePage): Block[] {
  if (template.criteria.length === 0) return []
  return [
    ...template.criteria.map((c) =>
      line(`${c.name} (${c.weight}): ${reviews.map((r) => r.levels[c.id] ?? '–').join(', ')}`, {
        before: 2,
      }),
    ),
    line(`Total of ${template.outOf}: ${reviews.map((r) => showTotal(r.total)).join(', ')}`, {
      before: 4,
      style: { bold: true },
    }),
  ]
}

const criterion = (name: string): Block => line(name, { style: { italic: true }, before: 8, keep: true })
export const about = (words: string): Block =>
  line(`On “${words}”`, { style: { muted: true }, size: 9.5, before: 8, keep: true })

/** What the author answered to one review. */
export const replyBlocks = (html: string, { origin }: Pick<Place, 'origin'>): Block[] =>
  html
    ? [
        line('The author’s reply', { style: { bold: true }, size: SIZE, before: 10, keep: true, tag: 'H4' }),
        ...htmlBlocks(html, { origin, indent: 18 }),
      ]
    : []

function review(of: CritiquePage['reviews'][number], page: CritiquePage, { origin }: Place): Block[] {
  const said = page.template.criteria.filter((c) => of.comments[c.id])
  return [
    line(of.reviewer, { style: { bold: true }, size: 11, before: 16, keep: true, tag: 'H3' }),
    ...htmlBlocks(of.html, { origin, heading: 'H4' }),
    ...said.flatMap((c) => [criterion(c.name), ...htmlBlocks(of.comments[c.id] ?? '', { origin })]),
    ...of.remarks.flatMap((remark) => [about(remark.exact), ...htmlBlocks(remark.html, { origin })]),
    ...replyBlocks(of.replyHtml, { origin }),
  ]
}

function reviews(page: CritiquePage, place: Place): Block[] {
  // what staff have taken out is no part of the record that is handed on
  const shown = page.reviews.filter((r) => !r.staff?.hidden)
  if (shown.length === 0) return []
  const only = { ...page, reviews: shown }
  return [heading('Reviews'), ...levels(only), ...shown.flatMap((r) => review(r, only, place))]
}

export const responseBlocks = (html: string, { origin }: Place): Block[] =>
  html ? [heading('The author’s response'), ...htmlBlocks(html, { origin })] : []

/** A critique on paper: its fields with their quotations, and the reviews that its reader may see. */
export const critiqueBlocks = (page: CritiquePage, place: Place): Block[] => [
  ...head(page, place),
  ...fieldBlocks(page.shown?.fields ?? [], place),
  ...reviews(page, place),
  ...responseBlocks(page.responseHtml, place),
]
