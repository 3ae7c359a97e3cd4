/**
 * The four tests of process tracing, by whether passing is necessary for an explanation and whether it is sufficient
 * (S. Van Evera, Guide to Methods for Students of Political Science, 1997, 31–32; A. Bennett, "Process tracing and
 * causal inference", 2010, table 10.1).
 */
export const TEST_TYPES = ['straw in the wind', 'hoop', 'smoking gun', 'doubly decisive'] as const
export type TestType = (typeof TEST_TYPES)[number]

export const READINGS = ['passes', 'strained', 'fails', 'contested'] as const
export type TestReading = (typeof READINGS)[number]

/** One test that an observation puts an explanation to, `over` another where it decides between two. */
export type Tested = { type: TestType; code: string; over: string | null; reading: TestReading | null }

/** As they stand at the beginning of a line. */
export const TEST_NAMES: Record<TestType, string> = {
  'straw in the wind': 'Straw in the wind',
  hoop: 'Hoop',
  'smoking gun': 'Smoking gun',
  'doubly decisive': 'Doubly decisive',
}

export const TEST_WORDS: Record<TestType, string> = {
  'straw in the wind':
    'Neither necessary nor sufficient. Passing makes the explanation a little more likely, failing a little less; it decides nothing.',
  hoop: 'Necessary, not sufficient. An explanation that does not fit through the hoop is out; one that does is only still in.',
  'smoking gun':
    'Sufficient, not necessary. Passing confirms the explanation; failing leaves it standing, a little weaker.',
  'doubly decisive': 'Necessary and sufficient. Passing confirms the explanation and puts its rivals out.',
}

const TYPE = /straw in the wind|hoop|smoking[- ]gun|doubly decisive/gi
const TARGET = /^([A-Z][A-Za-z0-9._-]*)(?:\s+over\s+([A-Z][A-Za-z0-9._-]*))?$/

const readingIn = (words: string): TestReading | null =>
  READINGS.find((reading) => new RegExp(`\\b${reading}\\b`, 'i').test(words)) ?? null

/** "H2, strained; H4, strained" after a type, and what stands behind the brackets for all of them. */
function targets(type: TestType, words: string): Tested[] {
  const inside = /\(([^)]*)\)/.exec(words)?.[1] ?? ''
  const after = words.slice(words.indexOf(')') + 1)
  return inside.split(';').flatMap((part) => {
    const pieces = part.split(',').map((piece) => piece.trim())
    const found = pieces.flatMap((piece) => {
      const [, code, over] = TARGET.exec(piece) ?? []
      return code ? [{ type, code, over: over ?? null }] : []
    })
    const reading = readingIn(part) ?? readingIn(inside.includes(';') ? '' : after)
    return found.map((test) => ({ ...test, reading }))
  })
}

/** The tests that a text such as "Hoop (H2, strained; H4, passes); smoking gun (H5)" names. Never throws. */
export function testsIn(text: string): Tested[] {
  const heads = [...text.matchAll(TYPE)]
  return heads.flatMap((head, i) => {
    const type = head[0].toLowerCase().replace('-', ' ') as TestType
    return targets(type, text.slice(head.index + head[0].length, heads[i + 1]?.index))
  })
}
