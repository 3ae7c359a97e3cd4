import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate'
import type { Pair, Request } from './allocate-request'

const loadsOf = (pairs: Pair[], reviewers: string[]) =>
  reviewers.map((id) => pairs.filter((pair) => pair.reviewer === id).length)
const key = ({ reviewer, submission }: Pair) => `${submission} ${reviewer}`

function mayReview({ submissions, conflicts = [] }: Request, { reviewer, submission }: Pair): boolean {
  const author = submissions.find(({ id }) => id === submission)!.author
  const apart = conflicts.some(
    ([a, b]) => (a === author && b === reviewer) || (b === author && a === reviewer),
  )
  return author !== reviewer && !apart
}

/** Every way to choose `n` of a list. */
function choose<T>(list: T[], n: number): T[][] {
  if (n <= 0) return [[]]
  return list.flatMap((item, i) => choose(list.slice(i + 1), n - 1).map((rest) => [item, ...rest]))
}

/** The loads of every allocation there is, by trying all of them. */
function everyLoad(request: Request): number[][] {
  const { reviewers, existing = [] } = request
  let all = [loadsOf(existing, reviewers)]
  for (const { id } of request.submissions) {
    const have = existing.filter((pair) => pair.submission === id)
    const open = reviewers.filter(
      (reviewer) =>
        mayReview(request, { reviewer, submission: id }) && !have.some((pair) => pair.reviewer === reviewer),
    )
    const ways = choose(open, request.perSubmission - have.length)
    const next = all.flatMap((loads) =>
      ways.map((way) => loads.map((load, i) => load + (way.includes(reviewers[i]!) ? 1 : 0))),
    )
    all = [...new Map(next.map((loads) => [loads.join(), loads])).values()]
  }
  return all
}

const squares = (loads: number[]) => loads.reduce((sum, load) => sum + load * load, 0)
const gap = (loads: number[]) => (loads.length ? Math.max(...loads) - Math.min(...loads) : 0)

const people = 'vwxyz'.split('')
const person = fc.constantFrom(...people)
const small: fc.Arbitrary<Request> = fc
  .record({
    authors: fc.array(person, { maxLength: 5 }),
    reviewers: fc.uniqueArray(person, { maxLength: 5 }),
    perSubmission: fc.integer({ min: 0, max: 3 }),
    conflicts: fc.array(fc.tuple(person, person), { maxLength: 5 }),
    picks: fc.array(fc.tuple(person, fc.nat(4)), { maxLength: 4 }),
    seed: fc.string(),
  })
  .map(({ authors, picks, ...rest }) => {
    const submissions = authors.map((author, i) => ({ id: `s${(i * 3) % 5}`, author }))
    const pairs = picks.flatMap(([reviewer, i]) => {
      const submission = submissions[i]
      return submission && submission.author !== reviewer ? [{ reviewer, submission: submission.id }] : []
    })
    return { ...rest, submissions, existing: [...new Map(pairs.map((pair) => [key(pair), pair])).values()] }
  })

describe('allocate', () => {
  it('agrees with a trial of every allocation: possible or not, and the loads as level as any', () => {
    let [done, refused] = [0, 0]
    fc.assert(
      fc.property(small, (request) => {
        const possible = everyLoad(request)
        if (possible.length === 0) {
          expect(() => allocate(request)).toThrow(RangeError)
          refused += 1
          return
        }
        const loads = loadsOf(allocate(request), request.reviewers)
        const best = possible.reduce((a, b) => (squares(b) < squares(a) ? b : a))
        expect(loads.toSorted()).toEqual(best.toSorted())
        expect(gap(loads)).toBe(Math.min(...possible.map(gap)))
        done += 1
      }),
      { numRuns: 1_000 },
    )
    expect(Math.min(done, refused)).toBeGreaterThan(50)
  })

  it('gives every submission enough different reviewers, none of them barred, and keeps what existed', () => {
    fc.assert(
      fc.property(small, (request) => {
        fc.pre(everyLoad(request).length > 0)
        const pairs = allocate(request)
        const kept = new Set(request.existing!.map(key))
        expect(new Set(pairs.map(key)).size).toBe(pairs.length)
        for (const existing of kept) expect(pairs.map(key)).toContain(existing)
        for (const { id } of request.submissions) {
          const had = request.existing!.filter((pair) => pair.submission === id).length
          expect(pairs.filter((pair) => pair.submission === id)).toHaveLength(
            Math.max(had, request.perSubmission),
          )
        }
        for (const pair of pairs)
          if (!kept.has(key(pair))) {
            expect(mayReview(request, pair)).toBe(true)
            expect(request.reviewers).toContain(pair.reviewer)
          }
      }),
    )
  })

  it('gives the same bytes in whatever order anything is listed', () => {
    fc.assert(
      fc.property(small, (request) => {
        fc.pre(everyLoad(request).length > 0)
        const turned: Request = {
          ...request,
          submissions: request.submissions.toReversed(),
          reviewers: request.reviewers.toReversed(),
          conflicts: request.conflicts!.toReversed().map(([a, b]) => [b, a]),
          existing: request.existing!.toReversed(),
        }
        expect(JSON.stringify(allocate(turned))).toBe(JSON.stringify(allocate(request)))
      }),
    )
  })

  it('draws anew for another seed, and does not keep the same two reviewers together', () => {
    const request = classOf(40, 2)
    const first = allocate({ ...request, seed: 'spring' })
    expect(allocate({ ...request, seed: 'autumn' })).not.toEqual(first)
    const duos = request.submissions.map(({ id }) =>
      first
        .filter((pair) => pair.submission === id)
        .map((pair) => pair.reviewer)
        .join(),
    )
    expect(new Set(duos).size).toBeGreaterThan(30)
  })

  it('draws each partner about equally often over many seeds', () => {
    const request = classOf(5, 1)
    const times = new Map<string, number>()
    for (let i = 0; i < 4_000; i++)
      for (const pair of allocate({ ...request, seed: `draw ${i}` }))
        times.set(key(pair), (times.get(key(pair)) ?? 0) + 1)
    expect(times.size).toBe(20)
    for (const count of times.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200)
  })
})

/** Each of so many people hands in one critique and reviews. */
const classOf = (size: number, perSubmission: number): Request => {
  const reviewers = Array.from({ length: size }, (_, i) => `p${i}`)
  return {
    reviewers,
    submissions: reviewers.map((author) => ({ id: `of ${author}`, author })),
    perSubmission,
    seed: 'one',
  }
}

/** No chain of hand-overs leads from anyone to someone with two fewer: the certificate of least squares. */
function expectLevel(request: Request, pairs: Pair[]): void {
  const { reviewers, submissions, existing = [], conflicts = [] } = request
  const fixed = new Set(existing.map(key))
  const given = new Set(pairs.map(key))
  const barred = new Set(conflicts.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const author = new Map(submissions.map((s) => [s.id, s.author]))
  const load = new Map(reviewers.map((id) => [id, 0]))
  const movable = new Map(reviewers.map((id) => [id, [] as string[]]))
  for (const pair of pairs) {
    load.set(pair.reviewer, load.get(pair.reviewer)! + 1)
    if (!fixed.has(key(pair))) movable.get(pair.reviewer)!.push(pair.submission)
  }
  for (const start of reviewers) {
    const seen = new Set([start])
    for (const holder of seen)
      for (const submission of movable.get(holder)!)
        for (const reviewer of reviewers) {
          if (seen.has(reviewer) || given.has(key({ reviewer, submission }))) continue
          const by = author.get(submission)!
          if (by !== reviewer && !barred.has(`${by} ${reviewer}`)) seen.add(reviewer)
        }
    for (const reviewer of seen) expect(load.get(reviewer)! + 2).toBeGreaterThan(load.get(start)!)
  }
}

describe('larger classes', () => {
  it('stays level where conflicts, earlier reviews and late comers pull', () => {
    const index = fc.nat(29)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(index, index), { maxLength: 250 }),
        fc.array(fc.tuple(index, index), { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (apart, earlier, perSubmission) => {
          const request = classOf(30, perSubmission)
          const name = (i: number) => request.reviewers[i]!
          const pairs = earlier
            .filter(([a, b]) => a !== b)
            .map(([a, b]) => ({ reviewer: name(a), submission: `of ${name(b)}` }))
          request.existing = [...new Map(pairs.map((pair) => [key(pair), pair])).values()]
          // at most twenty conflicts each, so that there is always an allocation to judge
          request.conflicts = apart
            .filter(([a, b]) => Math.abs(a - b) <= 10)
            .map(([a, b]) => [name(a), name(b)])
          expectLevel(request, allocate(request))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('follows a chain of hand-overs through the whole class', () => {
    const size = 120
    const request = classOf(size, 1)
    const allowed = (by: number, of: number) =>
      by > of ? by - of === 1 : of - by === size - 1 || of - by === 2
    request.conflicts = request.reviewers.flatMap((a, i) =>
      request.reviewers.flatMap((b, j): [string, string][] =>
        allowed(i, j) || allowed(j, i) ? [] : [[a, b]],
      ),
    )
    const pairs = allocate(request)
    expect(gap(loadsOf(pairs, request.reviewers))).toBe(0)
  })

  it('is as level as it can be where one person is the only one allowed', () => {
    const request = classOf(6, 1)
    request.conflicts = [1, 2, 3, 4, 5].flatMap((a) =>
      [1, 2, 3, 4, 5].map((b): [string, string] => [`p${a}`, `p${b}`]),
    )
    expect(loadsOf(allocate(request), request.reviewers).toSorted()).toEqual([0, 0, 0, 0, 1, 5])
  })

  it('serves 2,100 submissions twice each well within two seconds', () => {
    const request = classOf(2_100, 2)
    const start = performance.now()
    const pairs = allocate(request)
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(pairs).toHaveLength(4_200)
    const load = new Map(request.reviewers.map((id) => [id, 0]))
    for (const { reviewer } of pairs) load.set(reviewer, load.get(reviewer)! + 1)
    expect(gap([...load.values()])).toBe(0)
  })
})

describe('earlier reviews', () => {
  const base = classOf(4, 1)
  const has = (request: Request, pair: Pair) => expect(allocate(request)).toContainEqual(pair)

  it('keeps a pair with a conflict declared since, and one whose reviewer has left', () => {
    const pair = { reviewer: 'p1', submission: 'of p0' }
    has({ ...base, existing: [pair], conflicts: [['p0', 'p1']] }, pair)
    has({ ...base, existing: [pair], reviewers: ['p0', 'p2', 'p3'] }, pair)
  })

  it('keeps more than enough, and adds nothing to it', () => {
    const existing = ['p1', 'p2'].map((reviewer) => ({ reviewer, submission: 'of p0' }))
    const pairs = allocate({ ...base, existing })
    expect(pairs.filter((pair) => pair.submission === 'of p0')).toEqual(existing)
    expect(pairs).toHaveLength(5)
  })
})

describe('what cannot be done', () => {
  const base = classOf(3, 2)

  it('names the submission that too few people can review', () => {
    const request: Request = { ...base, conflicts: [['p1', 'p2']] }
    expect(() => allocate(request)).toThrow(
      new RangeError('Submission "of p1" needs 2 different reviewers, but only one person can review it.'),
    )
  })

  it.each([
    ['a negative number of reviewers', { perSubmission: -1 }],
    ['half a reviewer', { perSubmission: 1.5 }],
    ['a submission twice', { submissions: [...base.submissions, ...base.submissions] }],
    ['a reviewer twice', { reviewers: ['p0', 'p0', 'p1', 'p2'] }],
    ['a review of nothing', { existing: [{ reviewer: 'p0', submission: 'gone' }] }],
    ['a review of their own', { existing: [{ reviewer: 'p0', submission: 'of p0' }] }],
    ['a review twice', { existing: Array(2).fill({ reviewer: 'p0', submission: 'of p1' }) }],
  ] as [string, Partial<Request>][])('refuses %s', (_what, change) => {
    expect(() => allocate({ ...base, ...change })).toThrow(RangeError)
  })

  it('has nothing to do for an empty class', () => {
    expect(allocate({ submissions: [], reviewers: [], perSubmission: 3, seed: '' })).toEqual([])
  })
})
