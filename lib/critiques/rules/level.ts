import { seeded, shuffle } from '@/lib/random/seeded'
import type { Pair, Submission } from './allocate-request'

type Request = {
  pairs: readonly Pair[]
  /** Those that stay: begun, or put there by a person. */
  fixed: (pair: Pair) => boolean
  submissions: readonly Submission[]
  reviewers: readonly string[]
  conflicts?: readonly [string, string][]
  seed: string
}

const keyOf = (reviewer: string, submission: string): string => `${reviewer} ${submission}`
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byPair = (a: Pair, b: Pair) => byText(a.submission, b.submission) || byText(a.reviewer, b.reviewer)

/**
 * Evens out the loads of an allocation by handing on what nobody has begun, from those who have more to those who have two
 * or more fewer (through others, each handing one on, where there is no straight way), until no such step is left. Who
 * came late, and so has nothing to review yet, gets a fair share without a new draw for everybody. What is fixed stays;
 * the loads come no further apart; every submission keeps as many reviewers as it had. The same input gives the same
 * answer, whatever its order.
 */
export function level({ pairs, fixed, submissions, reviewers, conflicts = [], seed }: Request): Pair[] {
  const authors = new Map(submissions.map(({ id, author }) => [id, author]))
  const barred = new Set(conflicts.flatMap(([a, b]) => [keyOf(a, b), keyOf(b, a)]))
  const desk = new Desk(reviewers, shuffle(pairs.toSorted(byPair), seeded(`${seed}\nlevel`)), fixed)
  desk.evenOut((reviewer, submission) => {
    const author = authors.get(submission)
    return author !== undefined && author !== reviewer && !barred.has(keyOf(reviewer, author))
  })
  return desk.pairs().sort(byPair)
}

type May = (reviewer: string, submission: string) => boolean
type Hand = { pair: Pair; to: string }

class Desk {
  private readonly held: Map<string, Pair[]>
  private readonly rest: Pair[]
  private readonly taken: Set<string>

  constructor(
    reviewers: readonly string[],
    pairs: readonly Pair[],
    private readonly fixed: (pair: Pair) => boolean,
  ) {
    this.held = new Map(reviewers.toSorted(byText).map((id): [string, Pair[]] => [id, []]))
    this.rest = pairs.filter((pair) => !this.held.has(pair.reviewer))
    this.taken = new Set(pairs.map((p) => keyOf(p.reviewer, p.submission)))
    for (const pair of pairs) this.held.get(pair.reviewer)?.push(pair)
  }

  pairs(): Pair[] {
    return [...this.rest, ...[...this.held.values()].flat()]
  }

  evenOut(may: May): void {
    while (this.oneStep(may)) {}
  }

  /** The emptiest who can get something from one who has two more. */
  private oneStep(may: May): boolean {
    const byLoad = [...this.held.keys()].sort((a, b) => this.load(b) - this.load(a))
    const most = this.load(byLoad[0] ?? '')
    for (const to of byLoad.toReversed()) {
      if (most - this.load(to) < 2) return false
      if (this.fill(to, byLoad, may)) return true
    }
    return false
  }

  private load(id: string): number {
    return this.held.get(id)?.length ?? 0
  }

  /** Looks outwards from `to` for the nearest who has enough, and lets each on the way hand one on. */
  private fill(to: string, byLoad: readonly string[], may: May): boolean {
    const hands = new Map<string, Hand>()
    const waiting = [to]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      for (const from of byLoad) {
        if (from === to || hands.has(from)) continue
        const pair = this.offer(from, next, may)
        if (!pair) continue
        hands.set(from, { pair, to: next })
        if (this.load(from) - this.load(to) >= 2) return this.handOn(from, hands)
        waiting.push(from)
      }
    return false
  }

  private offer(from: string, to: string, may: May): Pair | undefined {
    return this.held
      .get(from)
      ?.find((p) => !this.fixed(p) && !this.taken.has(keyOf(to, p.submission)) && may(to, p.submission))
  }

  private handOn(first: string, hands: ReadonlyMap<string, Hand>): true {
    for (let hand = hands.get(first); hand !== undefined; hand = hands.get(hand.to)) {
      const { pair, to } = hand
      const mine = this.held.get(pair.reviewer) ?? []
      mine.splice(mine.indexOf(pair), 1)
      this.taken.delete(keyOf(pair.reviewer, pair.submission))
      this.taken.add(keyOf(to, pair.submission))
      this.held.get(to)?.push({ reviewer: to, submission: pair.submission })
    }
    return true
  }
}
