import { nextFieldCode } from '@/lib/critiques/rules/codes'
import type { TemplateDraft, TemplateField } from '@/lib/critiques/templates/schema'

/**
 * A template as its editor holds it: every criterion is read on the same levels, the highest first, and says of each in a
 * sentence what earns it. Keys keep what was typed with its field when the order changes.
 */
export type Criterion = { key: string; name: string; weight: string; descriptors: string[] }
export type EditedField = Omit<TemplateField, 'wordLimit' | 'options'> & {
  key: string
  wordLimit: string
  options: string
}
export type Edited = {
  title: string
  intro: string
  wordLimit: string
  fields: EditedField[]
  levels: string[]
  criteria: Criterion[]
  example: { title: string; intro: string; fields: Record<string, string> } | null
}

const FEWEST = 2
let serial = 0
const newKey = (): string => `k${++serial}`

export const newField = (codes: readonly string[]): EditedField => ({
  ...{ key: newKey(), code: nextFieldCode(codes), title: '', prompt: '' },
  ...{ wordLimit: '100', kind: 'PROSE', options: '' },
})

export const newCriterion = (levels: number): Criterion => ({
  ...{ key: newKey(), name: '', weight: '10' },
  descriptors: Array<string>(levels).fill(''),
})

export const LEVEL_NAMES: Record<number, string[]> = {
  2: ['Met', 'Not met'],
  3: ['Strong', 'Sound', 'Weak'],
  4: ['Excellent', 'Good', 'Fair', 'Beginning'],
  5: ['Excellent', 'Good', 'Sound', 'Fair', 'Beginning'],
  6: ['Outstanding', 'Excellent', 'Good', 'Sound', 'Fair', 'Beginning'],
}

/** The names of the levels, from the top down: those that any criterion gives, with a number where none does. */
function levelNames({ criteria }: TemplateDraft): string[] {
  const names = new Map(criteria.flatMap((c) => c.levels.map((l) => [l.level, l.name] as const)))
  const top = Math.max(0, ...names.keys())
  if (top < FEWEST) return LEVEL_NAMES[4] ?? []
  return Array.from({ length: top }, (_, i) => names.get(top - i) ?? `Level ${top - i}`)
}

export function editedOf(draft: TemplateDraft): Edited {
  const levels = levelNames(draft)
  const fields = draft.fields.map((f) => ({
    ...{ ...f, key: newKey(), wordLimit: String(f.wordLimit) },
    options: f.options.join('\n'),
  }))
  return {
    ...{ title: draft.title, intro: draft.intro, wordLimit: String(draft.wordLimit), levels },
    fields: fields.length > 0 ? fields : [newField([])],
    criteria: draft.criteria.map((c) => ({
      ...{ key: newKey(), name: c.name, weight: String(c.weight) },
      descriptors: levels.map(
        (_, i) => c.levels.find((l) => l.level === levels.length - i)?.descriptor ?? '',
      ),
    })),
    example: draft.example,
  }
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** What is not a whole number is sent as it is refused: beside its field. */
const whole = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)

/** As the server takes it. */
export function toSend({ levels, example, ...edited }: Edited): TemplateDraft {
  const { title, intro } = edited
  const codes = new Set(edited.fields.map((f) => f.code))
  const answers = Object.entries(example?.fields ?? {}).filter(
    ([code, text]) => codes.has(code) && text.trim(),
  )
  return {
    ...{ title, intro, wordLimit: whole(edited.wordLimit) },
    fields: edited.fields.map(({ key: _, wordLimit, options, ...field }) => ({
      ...{ ...field, wordLimit: field.kind === 'CHOICE' ? 20 : whole(wordLimit) },
      options: field.kind === 'CHOICE' ? lines(options) : [],
    })),
    criteria: edited.criteria.map(({ name, weight, descriptors }) => ({
      ...{ name, weight: whole(weight) },
      levels: levels.map((level, i) => ({
        ...{ level: levels.length - i, name: level, descriptor: descriptors[i] ?? '' },
      })),
    })),
    example: example && answers.length > 0 ? { ...example, fields: Object.fromEntries(answers) } : null,
  }
}

export function withLevels(edited: Edited, count: number): Partial<Edited> {
  const stays = edited.levels.slice(0, count)
  const names = LEVEL_NAMES[count] ?? []
  const untouched = LEVEL_NAMES[edited.levels.length]?.every((name, i) => name === edited.levels[i])
  return {
    levels: untouched ? names : Array.from({ length: count }, (_, i) => stays[i] ?? names[i] ?? ''),
    criteria: edited.criteria.map((c) => ({
      ...c,
      descriptors: Array.from({ length: count }, (_, i) => c.descriptors[i] ?? ''),
    })),
  }
}

/** The list with the item at `from` at `to`; the same list where that is outside. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items]
  if (to < 0 || to >= next.length) return next
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

export const sumOf = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { weight }) => sum + (whole(weight) || 0), 0)
