import 'server-only'
import PDFDocument from 'pdfkit'
import { type Faced, facedRuns } from './faces'
import { type Line, linesOf } from './lines'
import { MISSING_WORDS } from './missing'
import type { Block, Run } from './model'
import { type Element, Tags } from './tags'

type Doc = PDFKit.PDFDocument
type Set = Omit<Block, 'runs'> & { runs: Faced[] }

const MARGIN = { top: 64, bottom: 72, left: 84, right: 84 }
const LEADING = 1.42
const INK = '#1d1b16'
const MUTED = '#6b655a'
const LINK = '#2f5d50'
const RULE = '#b9b1a1'

const sizeOf = (run: Run, size: number): number => (run.raised ? 0.68 * size : size)

/** Where the next line goes. */
class Pen {
  y: number = MARGIN.top
  /** Where the rule of a quotation ended that the next block may go on with. */
  ruled: number | null = null
  constructor(private readonly doc: Doc) {}

  get bottom(): number {
    return this.doc.page.height - MARGIN.bottom
  }

  /** Goes down; begins a page where `needed` more would not fit. */
  down(by: number, needed = 0): void {
    this.y += this.y === MARGIN.top ? 0 : by
    if (this.y + needed > this.bottom) this.turn()
  }

  turn(): void {
    this.doc.addPage()
    this.y = MARGIN.top
    this.ruled = null
  }
}

type At = { x: number; baseline: number; width: number }

/** Words of which a reader aloud must know that they are Korean, whatever the paper's language. */
const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text)

function word(doc: Doc, run: Faced, text: string, { x, baseline, width }: At, size: number, link?: Element) {
  const points = sizeOf(run, size)
  doc.font(run.font).fontSize(points)
  doc.fillColor(run.href ? LINK : run.muted ? MUTED : INK)
  const lift = run.raised ? 0.32 * size : 0
  const korean = isKorean(text)
  if (korean) doc.markContent('Span', { lang: 'ko' })
  doc.text(text, x, baseline - lift, { lineBreak: false, baseline: 'alphabetic' })
  if (korean) doc.endMarkedContent()
  if (run.struck)
    doc
      .moveTo(x, baseline - 0.28 * size)
      .lineTo(x + width, baseline - 0.28 * size)
      .lineWidth(0.6)
      .stroke(INK)
  if (run.href && link) {
    const told = { structParent: link, Contents: new String(`${text}: ${run.href}`) }
    doc.link(
      x,
      baseline - size,
      width,
      1.3 * size,
      run.href,
      told as unknown as PDFKit.Mixins.AnnotationOption,
    )
  }
}

/** Draws a line as part of an element; a link in it is an element of its own. */
function draw(
  doc: Doc,
  tags: Tags,
  of: { element: Element; tag: string },
  line: Line,
  at: Omit<At, 'width'>,
  size: number,
): void {
  let { x } = at
  const put = ({ run, text, width }: Line[number], link?: Element) => {
    word(doc, run as Faced, text, { ...at, x, width }, size, link)
    x += width
  }
  for (const part of parted(line)) {
    const [first] = part
    if (first?.run.href) tags.link(of.element, (link) => put(first, link))
    else
      tags.content(of.element, of.tag, () => {
        for (const next of part) put(next)
      })
  }
}

/** A line where links begin and end. */
function parted(line: Line): Line[] {
  const parts: Line[] = []
  for (const next of line) {
    const last = parts.at(-1)
    if (last?.[0] && !last[0].run.href && !next.run.href) last.push(next)
    else parts.push([next])
  }
  return parts
}

/** Words side by side in one style are drawn as one, so that they are one when they are copied, and kerned. */
function joined(line: Line): Line {
  const out: Line = []
  for (const next of line) {
    const last = out.at(-1)
    if (last && last.run === next.run) {
      last.text += next.text
      last.width += next.width
    } else out.push({ ...next })
  }
  return out
}

/** The rule beside a line of a quotation, from where that of the line before ended. */
function rule(doc: Doc, pen: Pen, x: number, lead: number): void {
  doc
    .moveTo(x, pen.ruled ?? pen.y)
    .lineTo(x, pen.y + lead)
    .lineWidth(1)
    .stroke(RULE)
}

function setBlock(doc: Doc, tags: Tags, pen: Pen, block: Set, mark: Faced[]): void {
  const { size, indent, tag = 'P' } = block
  const { leaf, label } = tags.begin(block)
  const x = MARGIN.left + indent
  const width = doc.page.width - MARGIN.right - x
  const measure = (run: Run, text: string) =>
    doc
      .font((run as Faced).font)
      .fontSize(sizeOf(run, size))
      .widthOfString(text)
  const lines = linesOf(block.runs, width, measure)
  const lead = LEADING * size
  // no heading without two lines below it, and no first line alone
  pen.down(block.before, lead * (block.keep ? lines.length + 3 : Math.min(2, lines.length)))
  for (const [i, line] of lines.entries()) {
    if (i > 0 && pen.y + lead > pen.bottom) pen.turn()
    const baseline = pen.y + 0.78 * lead
    if (block.bar) tags.artifact('Layout', () => rule(doc, pen, x - 9, lead))
    if (i === 0 && mark.length > 0) {
      const wide = mark.reduce((sum, run) => sum + measure(run, run.text), 0)
      const left = Math.max(36, x - wide - 8)
      const signs = mark.map((run) => ({ run, text: run.text, width: measure(run, run.text) }))
      const of = { element: label, tag: label === leaf ? tag : 'Lbl' }
      draw(doc, tags, of, signs, { x: left, baseline }, size)
    }
    draw(doc, tags, { element: leaf, tag }, joined(line), { x, baseline }, size)
    pen.y += lead
    pen.ruled = block.bar ? pen.y : null
  }
}

/** "2 of 5" at the foot of each page, and what the pages are of. */
function foot(doc: Doc, tags: Tags, faced: (n: number, all: number) => Faced[]): void {
  const { start, count } = doc.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i)
    const runs = faced(i + 1, count)
    const baseline = doc.page.height - 40
    let x = MARGIN.left
    tags.artifact('Pagination', () => {
      for (const run of runs) {
        const width = doc.font(run.font).fontSize(8.5).widthOfString(run.text)
        word(doc, run, run.text, { x, baseline, width }, 8.5)
        x += width
      }
    })
  }
}

export type Paper = {
  title: string
  blocks: Block[]
  /** At the foot of every page, before its number. */
  foot: string
  at: Date
  /** The language of most of it. */
  lang?: string
}

const footRuns = (text: string, n: number, all: number): Run => ({
  muted: true,
  text: `${text} · ${n} of ${all}`,
})

const ABOUT_MISSING: Block = {
  runs: [{ muted: true, text: MISSING_WORDS }],
  ...{ size: 9, before: 24, indent: 0 },
}

/** All that is set once, each character with its font. */
async function prepare({ blocks, foot: line }: Paper) {
  const fonts = new Map<string, Buffer>()
  let missing = false
  const face = async (runs: Run[]) => {
    const made = await facedRuns(runs)
    for (const [name, font] of made.fonts) fonts.set(name, font)
    missing ||= made.missing
    return made.faced
  }
  const set: { block: Set; mark: Faced[] }[] = []
  const add = async (block: Block) =>
    set.push({
      block: { ...block, runs: await face(block.runs) },
      mark: block.mark ? await face([{ text: block.mark, muted: true }]) : [],
    })
  for (const block of blocks) await add(block)
  if (missing) await add(ABOUT_MISSING)
  // every sign that a foot can have
  await face([footRuns(`${line}0123456789`, 0, 0)])
  return { set, fonts }
}

/**
 * Blocks as a PDF of A4 pages with the fonts in it, tagged for those who hear it read. Its metadata are the title and
 * the moment, and no name of anybody. What no font has is given by its number, and that is said at the end.
 */
export async function typeset(paper: Paper): Promise<Buffer> {
  const { set, fonts } = await prepare(paper)
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, lang: paper.lang ?? 'en', displayTitle: true },
    ...{ tagged: true, pdfVersion: '1.7' },
    // none of its own: a font is named for every word
    font: '',
    info: { Title: paper.title, Creator: 'Colloquy', Producer: 'Colloquy', CreationDate: paper.at },
  })
  const parts: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (part: Buffer) => parts.push(part))
  for (const [name, font] of fonts) doc.registerFont(name, font)
  const pen = new Pen(doc)
  const tags = new Tags(doc)
  for (const { block, mark } of set) setBlock(doc, tags, pen, block, mark)
  const { start, count } = doc.bufferedPageRange()
  const feet: Faced[][] = []
  for (let n = start; n < start + count; n++)
    feet.push((await facedRuns([footRuns(paper.foot, n + 1, count)])).faced)
  foot(doc, tags, (n) => feet[n - 1] ?? [])
  doc.end()
  await done
  return Buffer.concat(parts)
}
