import type { Part } from '../schema'

export type Named = { code: string; shortLabel: string }

/** The label of an option, by its code. */
export type Names = (code: string) => string

export const namesOf = (options: Named[]): Names => {
  const labels = new Map(options.map((o) => [o.code, o.shortLabel]))
  return (code) => labels.get(code) ?? code
}

/** "A", "A and B", "A, B and C", as parts of a sentence. */
export function list(codes: string[], name: Names): Part[] {
  return codes.flatMap((code, i): Part[] => {
    const joint = i === 0 ? [] : [i === codes.length - 1 ? ' and ' : ', ']
    return [...joint, { name: name(code) }]
  })
}

export const plain = (parts: Part[]): string =>
  parts.map((p) => (typeof p === 'string' ? p : p.name)).join('')

export const votes = (n: number, one = 'vote'): string => `${figure(n)} ${n === 1 ? one : `${one}s`}`

/** Half votes arise where first choices are shared. */
export const figure = (n: number): string => String(Math.round(n * 100) / 100)
