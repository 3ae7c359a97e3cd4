import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut } from '@/lib/explanations/rules/points'
import { countAll, poolAll } from '../rules/count'
import { csv } from '../rules/csv'
import { type Kind, kindsOf } from '../rules/kinds'
import { anyPoll } from '../rules/testing'
import type { PollMethodName } from '../vocabulary'
import { writeAbif } from './abif'
import { writeBlt } from './blt'
import { asPublished, csvRows } from './csv'
import type { Election } from './election'
import { formatOf, methodsFor, readElection } from './read'

/** Names as people give them: any script, with the marks that files are made of. */
const name = fc
  .oneof(
    fc.constantFrom(
      ...[
        '북한의 "선군", 그리고 병진',
        '=HYPERLINK("x")',
        "'=1+1",
        'a\\b"c',
        '[H1] A>B=C',
        '# 1',
        'é, ü; 0',
        '－1',
      ],
      ...['A/5', '12:', '{"a":1}', 'H1', '@x', "it''s"],
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
  .filter((text) => text !== '')

const withNames = (method: PollMethodName, options: string[], ballots: Kind[]) =>
  fc.tuple(name, fc.array(name, { minLength: options.length, maxLength: options.length })).map(
    ([title, labels]): Election => ({
      ...{ title, method, ballots: kindsOf(ballots) },
      options: options.map((code, i) => ({ code, label: labels[i]! })),
    }),
  )

const several = (ballots: { count?: number }[]) => ballots.reduce((sum, b) => sum + (b.count ?? 1), 0) >= 3

const ranked = anyPoll
  .filter(({ options, ballots }) => options.length > 1 && several(ballots))
  .chain(({ options, ballots }) =>
    withNames(
      'RANKED',
      options,
      ballots.filter((b) => b.count !== 0).map(({ ranking, count = 1 }) => ({ ranking, scores: {}, count })),
    ),
  )

const scoresOf: Record<string, (n: number) => fc.Arbitrary<number[]>> = {
  APPROVAL: (n) => fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
  SCORE: (n) => fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }),
  CREDENCE: (n) =>
    fc.array(fc.nat(9), { minLength: n, maxLength: n }).map((weights) => shareOut(100, weights)),
}

const pointed = (method: PollMethodName) =>
  fc.integer({ min: 2, max: 5 }).chain((n) => {
    const options = ['A', 'B', 'C', 'D', 'E'].slice(0, n)
    const ballot = fc.tuple(scoresOf[method]!(n), fc.integer({ min: 1, max: 3 })).map(([points, count]) => ({
      ...{ ranking: [], count },
      scores: Object.fromEntries(options.map((code, i) => [code, points[i]!])),
    }))
    return fc
      .array(ballot, { minLength: 3, maxLength: 8 })
      .chain((ballots) => withNames(method, options, ballots))
  })

const written: Record<string, (e: Election) => string> = {
  blt: writeBlt,
  abif: writeAbif,
  csv: ({ options, ballots }) =>
    csv(
      csvRows(
        options.map(({ code, label }) => ({ code, shortLabel: label })),
        asPublished(ballots),
      ),
    ),
}

/** Everything that is counted of an election, with options by their place: files may give them other codes. */
function counted({ method, options, ballots }: Election): string {
  const codes = options.map((o) => o.code)
  const by = (text: string) => codes.reduce((said, code, i) => said.replaceAll(`"${code}"`, `"#${i}"`), text)
  const all = method === 'CREDENCE' ? poolAll(codes, ballots) : countAll(method, codes, ballots)
  return by(JSON.stringify(all))
}

function comesBack(format: string, election: Election) {
  const text = written[format]!(election)
  const { election: read, faults } = readElection(`ballots.${format}`, text, election.method)
  expect(faults).toEqual([])
  expect(read.options.map((o) => o.label)).toEqual(election.options.map((o) => o.label))
  if (format !== 'csv') expect(read.title).toBe(election.title)
  expect(counted(read)).toBe(counted(election))
}

describe.each(['blt', 'abif', 'csv'])('ballots out as %s and in again', (format) => {
  it('give the same results and names: rankings with ties, gaps and nothing', () => {
    fc.assert(fc.property(ranked, (election) => comesBack(format, election)))
  })
  it.each(format === 'blt' ? [] : (['APPROVAL', 'SCORE', 'CREDENCE'] as const))(
    'and so do ballots of %s',
    (method) => {
      fc.assert(fc.property(pointed(method), (election) => comesBack(format, election)))
    },
  )
})

const read = (file: string, text: string, method?: PollMethodName) => readElection(file, text, method)
const said = (ballots: Kind[]) =>
  ballots.map((b) => `${b.count} ${b.ranking.map((t) => t.join('=')).join('>')}`)

describe('BLT', () => {
  it('is read as OpenTally describes it: withdrawn, equals, names', () => {
    const text = `4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1=3 0\n1 2 0\n2 2=4=3 1 0\n1 3 4 2 0\n0\n"Adam"\n"Basil"\n"Charlotte"\n"Donald"\n"Title"\n`
    const { election, faults } = read('x.blt', text)
    expect(faults).toEqual([])
    expect(election.title).toBe('Title')
    expect(election.options.map((o) => o.label)).toEqual(['Adam', 'Charlotte', 'Donald'])
    expect(said(election.ballots)).toEqual(['4 A>B', '3 A>B>C', '2 B=C>A', '2 C>A=B', '1 B>C', '1 '])
  })
  it('may stand on one line, with remarks, ballot numbers and skipped ranks', () => {
    const { election, faults } = read('x.blt', '2 1 # two\n(a1) 1 2 - 1 0 (a2) 2 1 0 0 "A" B "T ""x"""')
    expect(faults).toEqual([])
    expect([election.title, election.options.map((o) => o.label)]).toEqual(['T "x"', ['A', 'B']])
    expect(said(election.ballots)).toEqual(['2 A', '1 B>A'])
  })
  it('names the lines that are wrong', () => {
    expect(read('x.blt', '2 1\n1 1 1 0\nx 2 0\n1 3 0\n5 1 2 0\n0\n"A"\n"B"\n"T"').faults).toEqual([
      { line: 2, fault: 'Candidate 1 stands on the ballot twice.' },
      { line: 3, fault: '“x” is not a number of ballots.' },
      { line: 4, fault: '“3” is not the number of a candidate.' },
    ])
    expect(read('x.blt', 'hello').faults[0]).toMatchObject({ line: 1 })
  })
})

describe('ABIF', () => {
  it('is read with names in brackets, ties, scores and remarks', () => {
    const text = `# Tennessee\n=Memph:[Memphis, TN]\n42:Memph>Nash>Chat>Knox\n26: Nash > Chat = Knox > Memph # so\n15:"Chat">[Knox]\n`
    const { election, faults } = read('x.abif', text)
    expect(faults).toEqual([])
    expect(election.options[0]).toEqual({ code: 'Memph', label: 'Memphis, TN' })
    expect(said(election.ballots)).toEqual([
      '42 Memph>Nash>Chat>Knox',
      '26 Nash>Chat=Knox>Memph',
      '15 Chat>Knox',
    ])
    const scored = read('x.abif', '27:Memph/5>Nash/2\n30:Nash/5,Memph/0\n')
    expect(scored.election.method).toBe('SCORE')
    expect(scored.election.ballots[0]?.scores).toEqual({ Memph: 0, Nash: 5 })
  })
  it('names the lines that are wrong', () => {
    const text = '3:A>B>A\nA>B\n2:A>\n1:A/5>B\n4:A>B\n{oops}\n0:B'
    expect(read('x.abif', text).faults.map((f) => f.line)).toEqual([1, 2, 3, 4, 6, 7])
    expect(read('x.abif', '3:A/5>B/1\n4:A>B').faults).toMatchObject([{ line: 2 }])
    expect(read('x.abif', '3:A/9>B/1').faults[0]?.fault).toMatch(/100 together/)
  })
})

describe('CSV', () => {
  it('is read from a table of others, with a column an option', () => {
    const { election, faults } = read('x.csv', 'Steve Jones,Bob,count\n1,2,5\n,1,2\n2,1,\n')
    expect(faults).toEqual([{ line: 4, fault: '“” is not a number of ballots.' }])
    expect(election.options).toEqual([
      { code: 'A', label: 'Steve Jones' },
      { code: 'B', label: 'Bob' },
    ])
    expect(said(election.ballots)).toEqual(['5 A>B', '2 B'])
  })
  it('takes its numbers for what it is told, and says what they can be', () => {
    const points = 'receipt,A Alpha,B Beta\nx,100,0\ny,60,40\nz,50,50\n'
    const plain = read('x.csv', points)
    expect(plain.election.method).toBe('CREDENCE')
    expect(methodsFor(plain)).toEqual(['CREDENCE'])
    expect(read('x.csv', 'a,b\n1,2\n2,1\n1,1', 'SCORE').election.ballots[0]?.scores).toBeDefined()
  })
})

it('files that cannot be counted are refused in a sentence', () => {
  expect(read('x.abif', '3:A').faults).toMatchObject([
    { line: 0, fault: expect.stringMatching(/two options/) },
  ])
  expect(read('x.abif', '2:A>B').faults).toMatchObject([{ fault: expect.stringMatching(/three ballots/) }])
  expect(read('x.abif', '20000:A>B').faults).toMatchObject([
    { fault: expect.stringMatching(/at most 10000/) },
  ])
  expect(read('x.csv', 'x'.repeat(700_000)).faults).toMatchObject([
    { fault: expect.stringMatching(/too large/) },
  ])
  expect(read('x.csv', '').faults.length).toBeGreaterThan(0)
})

it('a file is known by its ending, or by how it begins', () => {
  expect(formatOf('A.BLT', '')).toBe('blt')
  expect(formatOf('x.txt', '4 1\n1 2 0')).toBe('blt')
  expect(formatOf('x.txt', '12:A>B')).toBe('abif')
  expect(formatOf('x.txt', 'a,b')).toBe('csv')
})
