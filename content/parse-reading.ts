import { SeminarFault } from './fault'
import type { Paragraph, Section } from './schema'

type Block = { text: string; line: number }

const HEADING = /^## (\S+)\. (.+)$/
const STATUS = /^\*([^*].*[^*])\*$/
const PARAGRAPH = /^\*\*(\S+) [—–-] (.+?)\*\* (.+)$/
const QUESTIONS = /^\*\*Discussion questions\b.*\*\*$/

/**
 * Reads the body of a reading: for each section a heading, a status line in italics, numbered paragraphs with
 * bold lead-ins, and discussion questions. Lines of one paragraph may be wrapped anywhere.
 */
export function parseSections(file: string, body: string, firstLine: number): Section[] {
  const sections: Section[] = []
  for (const block of blocksOf(body, firstLine)) {
    const heading = HEADING.exec(block.text)
    if (heading) sections.push(emptySection(heading[1]!, heading[2]!))
    else addBlock(sections.at(-1) ?? refuse(file, block, 'comes before the first heading'), block, file)
  }
  return sections
}

/** The words alone: Markdown without its emphasis marks. */
export function plainText(markdown: string): string {
  return markdown.replace(/(\*{1,3})(\S(?:[^*]*\S)?)\1/g, '$2')
}

function addBlock(section: Section, block: Block, file: string): void {
  const paragraph = PARAGRAPH.exec(oneLine(block.text))
  const status = STATUS.exec(oneLine(block.text))
  if (paragraph) section.paragraphs.push(toParagraph(paragraph[1]!, paragraph[2]!, paragraph[3]!))
  else if (/^\d+\. /.test(block.text)) section.questions.push(...questionsOf(block.text))
  else if (status && !section.status) section.status = status[1]!
  else if (!QUESTIONS.test(block.text)) refuse(file, block, 'is neither a numbered paragraph nor a question')
}

const emptySection = (code: string, heading: string): Section => ({
  code,
  heading,
  status: '',
  paragraphs: [],
  questions: [],
})

const toParagraph = (number: string, lead: string, text: string): Paragraph => ({
  number,
  lead,
  text,
  plain: plainText(`${lead} ${text}`),
})

const questionsOf = (list: string): string[] =>
  list.split(/\n(?=\d+\. )/).map((item) => oneLine(item.replace(/^\d+\. /, '')))

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

function blocksOf(body: string, firstLine: number): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [i, line] of body.split('\n').entries()) {
    if (!line.trim()) open = undefined
    else if (open) open.text += `\n${line.trimEnd()}`
    else {
      open = { text: line.trimEnd(), line: firstLine + i }
      blocks.push(open)
    }
  }
  return blocks
}

function refuse(file: string, block: Block, predicate: string): never {
  throw new SeminarFault(file, `line ${block.line}`, `${predicate} ("${block.text.slice(0, 40)}")`)
}
