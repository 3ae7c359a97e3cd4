import type { FieldKind } from '../templates/schema'
import { ownWords } from './own-words'

type Limited = {
  code: string
  title: string
  wordLimit: number
  kind?: FieldKind
  options?: readonly string[]
}
type Limits = { wordLimit: number; fields: readonly Limited[] }

/** One thing that stands between a draft and its submission; `total` where it is about the whole. */
export type Missing = { code: string; title: string; message: string }

const words = (n: number): string => `${n} ${n === 1 ? 'word' : 'words'}`

/** Words of the writer's own: a quotation with its source is another's. */
export const totalWords = (texts: Readonly<Record<string, string>>): number =>
  Object.values(texts).reduce((sum, text) => sum + ownWords(text), 0)

/** What is wrong with one field; undefined where nothing is. */
function wrong(
  { title, wordLimit, kind = 'PROSE', options = [] }: Limited,
  text: string,
): string | undefined {
  if (kind === 'CHOICE') return options.includes(text) ? undefined : `“${title}” is empty.`
  const count = ownWords(text)
  // a quotation alone answers nothing
  if (count === 0) return `“${title}” is empty.`
  if (kind === 'LINE' && /[\r\n]/.test(text)) return `“${title}” is one line.`
  return count > wordLimit
    ? `“${title}” is ${words(count - wordLimit)} over its limit of ${wordLimit}.`
    : undefined
}

/** The answers that count towards the limit of the whole: a choice is no prose. */
function written(template: Limits, texts: Readonly<Record<string, string>>): Record<string, string> {
  const choices = new Set(template.fields.filter((f) => f.kind === 'CHOICE').map((f) => f.code))
  return Object.fromEntries(Object.entries(texts).filter(([code]) => !choices.has(code)))
}

/** What is still missing, field by field in the template's order. Empty when the draft can be handed in. */
export function missing(template: Limits, texts: Readonly<Record<string, string>>): Missing[] {
  const found: Missing[] = template.fields.flatMap((field) => {
    const message = wrong(field, texts[field.code] ?? '')
    return message ? [{ code: field.code, title: field.title, message }] : []
  })
  const over = totalWords(written(template, texts)) - template.wordLimit
  if (over > 0)
    found.push({
      code: 'total',
      title: 'The whole',
      message: `The whole is ${words(over)} over its limit of ${template.wordLimit}.`,
    })
  return found
}
