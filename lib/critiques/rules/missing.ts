import { countWords } from './words'

type Limits = { wordLimit: number; fields: readonly { code: string; title: string; wordLimit: number }[] }

/** One thing that stands between a draft and its submission; `total` where it is about the whole. */
export type Missing = { code: string; title: string; message: string }

const words = (n: number): string => `${n} ${n === 1 ? 'word' : 'words'}`

export const totalWords = (texts: Readonly<Record<string, string>>): number =>
  Object.values(texts).reduce((sum, text) => sum + countWords(text), 0)

/** What is still missing, field by field in the template's order. Empty when the draft can be handed in. */
export function missing(template: Limits, texts: Readonly<Record<string, string>>): Missing[] {
  const found: Missing[] = []
  for (const { code, title, wordLimit } of template.fields) {
    const count = countWords(texts[code] ?? '')
    if (count === 0) found.push({ code, title, message: `“${title}” is empty.` })
    if (count > wordLimit)
      found.push({
        code,
        title,
        message: `“${title}” is ${words(count - wordLimit)} over its limit of ${wordLimit}.`,
      })
  }
  const over = totalWords(texts) - template.wordLimit
  if (over > 0)
    found.push({
      code: 'total',
      title: 'The whole',
      message: `The whole is ${words(over)} over its limit of ${template.wordLimit}.`,
    })
  return found
}
