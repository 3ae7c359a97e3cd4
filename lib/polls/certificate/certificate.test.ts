import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Counted } from '../rules/kinds'
import { plain } from '../rules/sentence'
import type { Method } from '../rules/tally'
import { anyPoll, legrand, rankedMethods, scoreMethods, scorePoll } from '../rules/testing'
import { certify } from './certify'
import { check } from './checker.mjs'
import { whyOf } from './why'

const marked = (
  ballots: { ranking?: string[][]; scores?: Record<string, number>; count?: number }[],
): Counted[] => ballots.map(({ ranking = [], scores = {}, count }) => ({ ranking, scores, count }))

/** Every way to change one number or one name of a value, wherever it stands. */
function* mutations(value: unknown, names: string[], field = ''): Generator<unknown> {
  if (typeof value === 'number') yield* [value + 1, value - 1, 0, value * 2 + 1].filter((n) => n !== value)
  else if (typeof value === 'boolean') yield !value
  else if (typeof value === 'string') {
    yield* names.filter((name) => name !== value)
    if (/^\d/.test(value))
      yield* [`${value}1`, `1${value}`, value.replace(/\d+/, (n) => String(Number(n) + 1))]
  } else if (Array.isArray(value)) {
    for (const [i, part] of value.entries())
      for (const changed of mutations(part, names)) yield value.with(i, changed)
    if (value.length > 0) yield value.slice(1)
    // The order of the options is only that in which they are listed.
    if (value.length > 1 && field !== 'options') yield [value[1], value[0], ...value.slice(2)]
  } else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      for (const changed of mutations(part, names, key)) yield { ...value, [key]: changed }
      const { [key]: gone, ...rest } = value as Record<string, unknown>
      yield rest
      for (const name of names) if (!(name in value)) yield { ...rest, [name]: gone }
    }
}

/** The reasons as they are read. */
const said = (method: Method, options: string[], ballots: Counted[]) =>
  whyOf(certify(method, options, ballots), (code) => `Option ${code}`).map(plain)

const refusesEveryChange = (method: Method, options: string[], ballots: Counted[]) => {
  const certificate = certify(method, options, ballots)
  expect(check(certificate, ballots)).toEqual({ ok: true })
  const names = [...options, 'nobody']
  const plain = JSON.stringify(certificate)
  for (const changed of mutations(certificate, names))
    if (JSON.stringify(changed) !== plain && check(changed, ballots).ok)
      throw new Error(`${method} takes ${JSON.stringify(changed)} for ${plain}`)
}

describe.each(rankedMethods)('a certificate of %s', (method) => {
  it('is accepted as it is, and refused with any one number or name changed', () => {
    fc.assert(
      fc.property(anyPoll, ({ options, ballots }) => refusesEveryChange(method, options, marked(ballots))),
      { numRuns: 60 },
    )
  })
  it('holds on 921 voters on whom the methods disagree', () => {
    refusesEveryChange(method, legrand.options, marked(legrand.ballots))
  })
})

describe.each(scoreMethods)('a certificate of %s', (method) => {
  it('is accepted as it is, and refused with any one number or name changed', () => {
    fc.assert(
      fc.property(scorePoll, ({ options, ballots }) => {
        const cut = method === 'approval' ? 1 : 5
        const marks = marked(ballots).map((b) => ({
          ...b,
          scores: Object.fromEntries(Object.entries(b.scores).map(([o, n]) => [o, Math.min(n, cut)])),
        }))
        refusesEveryChange(method, options, marks)
      }),
      { numRuns: 60 },
    )
  })
})

it('the reasons are whole sentences, whatever the ballots', () => {
  const whole = (sentences: string[]) => {
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
      expect(sentence).not.toMatch(/undefined|NaN|null| {2}|\.\./)
    }
  }
  fc.assert(
    fc.property(anyPoll, fc.constantFrom(...rankedMethods), ({ options, ballots }, method) =>
      whole(said(method, options, marked(ballots))),
    ),
  )
  fc.assert(
    fc.property(
      scorePoll,
      fc.constantFrom('score' as const, 'star' as const),
      ({ options, ballots }, method) => whole(said(method, options, marked(ballots))),
    ),
  )
})

describe('the reasons on 921 voters', () => {
  const why = (method: Method) => said(method, legrand.options, marked(legrand.ballots))
  it('name what each method rests on', () => {
    expect(why('schulze')[0]).toBe(
      'Option Abby has a stronger path of majorities to every rival than any rival has back.',
    )
    expect(why('ranked-pairs').slice(1).join(' ')).toMatch(/is dropped: it would close the circle/)
    expect(why('irv')[0]).toBe('Round 1: Option Erin has the fewest first choices, 0, and goes out.')
    expect(why('minimax')[0]).toMatch(/^Option Cora loses no contest by more than \d+ votes against it, to /)
    expect(why('borda')[1]).toMatch(/^Option Abby has [\d.]+ points, the most\. Next comes /)
  })
})

it('a certificate of other ballots is refused', () => {
  const [first, ...rest] = marked(legrand.ballots)
  for (const method of rankedMethods) {
    const certificate = certify(method, legrand.options, [first!, ...rest])
    const one = [{ ...first!, count: first!.count! - 1 }, ...rest]
    expect(check(certificate, one)).toMatchObject({ ok: false })
    const other = [{ ...first!, ranking: [...first!.ranking].reverse() }, ...rest]
    expect(check(certificate, other)).toMatchObject({ ok: false })
  }
})

it('what is no certificate is refused in a sentence', () => {
  for (const wrong of [null, 3, 'x', {}, { format: 'colloquy-certificate/1', method: 'toString' }])
    expect(check(wrong, [])).toMatchObject({ ok: false, fault: expect.stringMatching(/\.$/) })
})

describe('the checker', () => {
  const dir = join(import.meta.dirname, 'checker')

  it('stands alone: it imports nothing but itself', () => {
    for (const file of readdirSync(dir)) {
      const from = [...readFileSync(join(dir, file), 'utf8').matchAll(/from '([^']+)'/g)].map((m) => m[1])
      expect(from.every((path) => /^\.\/[a-z]+\.mjs$/.test(path ?? ''))).toBe(true)
    }
  })

  it('runs under Node.js on a file, and says which certificate does not hold', () => {
    const ballots = marked(legrand.ballots)
    const certificates = rankedMethods.map((method) => certify(method, legrand.options, ballots))
    const path = join(mkdtempSync(join(tmpdir(), 'certificates-')), 'certificates.json')
    const run = () => execFileSync('node', ['scripts/check-certificate.mjs', path], { encoding: 'utf8' })
    writeFileSync(path, JSON.stringify({ certificates, ballots }))
    expect(run().match(/holds: /g)).toHaveLength(rankedMethods.length)
    const wrong = [{ ...certificates[0], ballots: 920 }, ...certificates.slice(1)]
    writeFileSync(path, JSON.stringify({ certificates: wrong, ballots }))
    expect(run).toThrow(/Command failed/)
  })
})
