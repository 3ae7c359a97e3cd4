import { SeminarFault } from '../fault'

/** The questions a check may ask about one file. Each throws a SeminarFault at `path` when the answer is no. */
export function checker(file: string) {
  function that(holds: boolean, path: string, predicate: string): void {
    if (!holds) throw new SeminarFault(file, path, predicate)
  }

  function found<T>(item: T | undefined, path: string, predicate: string): T {
    if (item === undefined) throw new SeminarFault(file, path, predicate)
    return item
  }

  /** No code stands twice. */
  function unique(path: string, codes: string[]): void {
    const twice = codes.find((code, i) => codes.indexOf(code) !== i)
    that(twice === undefined, `${path} › ${twice}`, 'stands twice')
  }

  /** Every code written at `path` is one that exists. */
  function known(path: string, codes: string[], existing: Set<string>, what: string): void {
    const stray = codes.find((code) => !existing.has(code))
    that(stray === undefined, path, `names ${stray}, which is not ${what}`)
  }

  /** Every code that exists is written at `path`, once, and no other. */
  function every(path: string, codes: string[], existing: Set<string>, what: string): void {
    known(path, codes, existing, what)
    const absent = [...existing].find((code) => !codes.includes(code))
    that(absent === undefined, path, `leaves out ${absent}`)
    that(codes.length === existing.size, path, 'names something twice')
  }

  return { that, found, unique, known, every }
}
