import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAif } from './aif-read'
import { writeAif } from './aif-write'
import { readArgdown } from './argdown-read'
import { writeArgdown } from './argdown-write'
import { type ArgumentMap, inReadingOrder, type MapClaim, type MapSource } from './map'
import { mapMarkdown } from './markdown'

/** Everything that means something to Argdown, YAML, JSON or Markdown, and what people write besides. */
const pieces = fc.constantFrom(
  ...[
    'the lens',
    '주체',
    '朝鮮',
    '“power”',
    '"',
    "'",
    '[C01]',
    '<arg>',
    '{a: 1}',
    '}',
    '{',
    '\\',
    '\n',
    '\n\n',
    '\t',
    '  ',
  ],
  ...[
    '+',
    '-',
    '_',
    '*',
    '#tag',
    '@[x]',
    '//',
    '/* */',
    '<!-- -->',
    ':',
    '(1)',
    '----',
    '===',
    '+>',
    'U.S.A.',
    '12:30',
  ],
  ...[
    'https://example.org/a?b=c#d',
    '\u2028',
    '\u00a0',
    '🙂',
    '.',
    ',',
    '1.',
    '%',
    '`',
    '|',
    '&lt;',
    '\u0085',
  ],
)
const words = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' ').trim().toWellFormed() || 'words')
const line = words.map((text) => text.replace(/\s+/g, ' '))

const source: fc.Arbitrary<MapSource> = fc.oneof(
  fc.record({ kind: fc.constant('REFERENCE' as const), text: words, url: fc.constant('') }),
  fc.record({ kind: fc.constant('LINK' as const), text: line, url: fc.webUrl() }),
  fc.record({
    kind: fc.constant('NOTE' as const),
    text: line,
    url: fc.constant('/courses/a/readings/b/1?note=c'),
    noteId: fc.uuid(),
  }),
  fc.record({
    ...{
      kind: fc.constant('PASSAGE' as const),
      text: line,
      url: fc.constant('/courses/a/readings/b/1?at=4-9'),
    },
    ...{ sectionId: fc.uuid(), start: fc.nat(), end: fc.integer({ min: 1 }), exact: words },
  }),
  fc.record({
    kind: fc.constant('EVIDENCE' as const),
    text: line,
    url: fc.constant('/x#E01'),
    evidenceId: fc.uuid(),
  }),
)

type Seed = Omit<MapClaim, 'number' | 'parent'> & { under: number; skip: number }
const seed: fc.Arbitrary<Seed> = fc.record({
  relation: fc.constantFrom('SUPPORTS' as const, 'OPPOSES' as const, 'UNDERCUTS' as const),
  text: words,
  author: fc.oneof(fc.constant(''), line),
  toulmin: fc.constantFrom(null, 'CLAIM' as const, 'WARRANT' as const, 'REBUTTAL' as const),
  linkGroup: fc.constantFrom(null, null, 1, 2),
  sources: fc.array(source, { maxLength: 3 }),
  under: fc.nat(),
  skip: fc.integer({ min: 1, max: 3 }),
})

/** Any tree: each claim hangs on one before it or on the motion; numbers have gaps. */
function treeOf(motion: string, seeds: Seed[]): ArgumentMap {
  const claims: MapClaim[] = []
  let number = 0
  for (const { under, skip, relation, ...rest } of seeds) {
    number += skip
    const parent = claims[under % (claims.length + 1)]?.number ?? null
    claims.push({
      ...rest,
      number,
      parent,
      relation: parent === null && relation === 'UNDERCUTS' ? 'OPPOSES' : relation,
    })
  }
  return { motion, claims: inReadingOrder(claims) }
}
const map = fc.tuple(words, fc.array(seed, { maxLength: 14 })).map(([motion, seeds]) => treeOf(motion, seeds))

describe('an argument comes back from a file as it was', () => {
  test('in Argdown', () => {
    fc.assert(
      fc.property(map, (argument) => {
        expect(readArgdown(writeArgdown(argument))).toEqual({ ...argument, remarks: [] })
      }),
      { numRuns: 400 },
    )
  })
  test('in AIF', () => {
    fc.assert(
      fc.property(map, (argument) => {
        expect(readAif(writeAif(argument))).toEqual({ ...argument, remarks: [] })
      }),
      { numRuns: 400 },
    )
  })
  test('from one to the other and back', () => {
    fc.assert(
      fc.property(map, (argument) => {
        const { remarks: _, ...once } = readAif(writeAif(argument))
        expect(readArgdown(writeArgdown(once))).toEqual({ ...argument, remarks: [] })
      }),
    )
  })
  test('however long its chains and however wide it is', () => {
    const chain = (parent: (i: number) => number | null): ArgumentMap => ({
      motion: 'M',
      claims: Array.from({ length: 1000 }, (_, i) => ({
        ...{ number: i + 1, parent: parent(i), relation: 'SUPPORTS' as const, text: `Claim ${i + 1}` },
        ...{ author: '', toulmin: null, linkGroup: null, sources: [] },
      })),
    })
    for (const argument of [chain((i) => i || null), chain(() => null)]) {
      expect(readArgdown(writeArgdown(argument)).claims).toEqual(argument.claims)
      expect(readAif(writeAif(argument)).claims).toEqual(argument.claims)
    }
  })
})

describe('what others have written', () => {
  const shape = (file: string) =>
    readArgdown(file).claims.map((c) => [c.number, c.parent, c.relation, c.text])

  test('in Argdown is read: arguments, signs both ways, comments, tabs, data in YAML, mentions', () => {
    const file = `===
title: Eating animals
===

# A heading

[M]: We should not
  eat animals. // at all
\t<+ <Suffering>: Animals suffer.
\t\t- [Sentience]: Not all are sentient. {author: "A. Person", sources: nonsense}
\t-> [Meat]: Meat is needed.
/* nothing
   here */
[Meat]
  _ <Plants>: Plants do.
`
    const read = readArgdown(file)
    expect(read.motion).toBe('Meat is needed.')
    expect(shape(file)).toEqual([
      [1, null, 'OPPOSES', 'We should not eat animals.'],
      [2, 1, 'SUPPORTS', 'Animals suffer.'],
      [3, 2, 'OPPOSES', 'Not all are sentient.'],
      [4, null, 'OPPOSES', 'Plants do.'],
    ])
    expect(read.claims[2]?.author).toBe('A. Person')
    expect(read.remarks).toEqual(['“Plants” undercut the motion itself; it now opposes it.'])
  })

  test('with several roots hangs on the title; what speaks to two claims is repeated', () => {
    const file = '===\ntitle: Tea\n===\n\n[A]: One.\n  + [C]: Three.\n\n[B]: Two.\n  - [C]\n'
    expect(readArgdown(file)).toMatchObject({
      motion: 'Tea',
      remarks: ['“C” speaks to several claims; it is repeated under each.'],
    })
    expect(shape(file)).toEqual([
      [1, null, 'SUPPORTS', 'One.'],
      [2, 1, 'SUPPORTS', 'Three.'],
      [3, null, 'SUPPORTS', 'Two.'],
      [4, 3, 'OPPOSES', 'Three.'],
    ])
  })

  test('in AIF is read: shared premises are linked, locutions name who spoke', () => {
    const node = (nodeID: string, type: string, text = '') => ({ nodeID, type, text })
    const edge = (fromID: string, toID: string) => ({ edgeID: `${fromID}-${toID}`, fromID, toID })
    const file = {
      nodes: [
        node('1', 'I', 'Tea.'),
        node('2', 'I', 'Hot.'),
        node('3', 'I', 'Good.'),
        node('4', 'RA'),
        node('5', 'I', 'No.'),
        node('6', 'CA'),
        node('7', 'L', 'x'),
        node('8', 'YA'),
      ],
      edges: [
        edge('2', '4'),
        edge('3', '4'),
        edge('4', '1'),
        edge('5', '6'),
        edge('6', '4'),
        edge('7', '8'),
        edge('8', '5'),
      ],
      locutions: [{ nodeID: '7', personID: '9' }],
      participants: [{ participantID: '9', firstname: 'Ada', surname: 'Lovelace' }],
    }
    expect(readAif(JSON.stringify(file))).toMatchObject({
      motion: 'Tea.',
      claims: [
        { text: 'Hot.', parent: null, relation: 'SUPPORTS', linkGroup: 1 },
        { text: 'No.', parent: 1, relation: 'UNDERCUTS', author: 'Ada Lovelace', linkGroup: null },
        { text: 'Good.', parent: null, linkGroup: 1 },
      ],
    })
  })

  test('is refused in a sentence where it is no map', () => {
    const cases: [() => unknown, string][] = [
      [() => readArgdown(''), 'no statement'],
      [() => readArgdown('(1) A.\n----\n(2) B.'), 'Line 1: premises and conclusions'],
      [() => readArgdown('  + [A]: x'), 'under no statement'],
      [() => readArgdown('[A]: x\n  +'), 'Line 2: there is a sign'],
      [() => readArgdown('[A]: x\n + [B]: y\n  + [A]'), 'in a circle'],
      [() => readArgdown(`[A]: x\n + [B]: ${'y'.repeat(2001)}`), '2,001 characters'],
      [() => readAif('{'), 'not JSON'],
      [() => readAif('{"nodes":1}'), 'not AIF'],
      [() => readAif('{"nodes":[],"edges":[]}'), 'no statement'],
    ]
    for (const [read, words] of cases) expect(read).toThrow(new RegExp(words))
    const many = `[M]: m\n${Array.from({ length: 1001 }, (_, i) => ` + [${i}]: x`).join('\n')}`
    expect(() => readArgdown(many)).toThrow('at most 1,000')
  })

  test('never takes long, and never throws anything but a sentence', () => {
    for (const file of [
      '{'.repeat(1_000_000),
      '[A]: {"'.repeat(100_000),
      '<!--'.repeat(200_000),
      '\\'.repeat(1_000_001),
    ]) {
      const began = performance.now()
      expect(() => readArgdown(file)).not.toThrow(TypeError)
      expect(performance.now() - began).toBeLessThan(5000)
    }
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]<>:+-_{}"\\ \n()=#ab') }), (file) => {
        for (const read of [readArgdown, readAif])
          try {
            read(file)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
          }
      }),
    )
  })
})

test('Markdown shows every claim once, in its place', () => {
  fc.assert(
    fc.property(map, (argument) => {
      const text = mapMarkdown(argument)
      const codes = [...text.matchAll(/^ *- \*\*C(\d+)\*\*/gm)].map((m) => Number(m[1]))
      expect(codes).toEqual(argument.claims.map((c) => c.number))
    }),
  )
})
