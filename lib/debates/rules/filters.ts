import { type Distribution, isDivided } from './judgements'
import { childrenOf, type Node, type Side } from './tree'

export type ClaimFilter = 'ALL' | 'MINE' | 'UNSOURCED' | 'CONTESTED' | 'UNANSWERED'
export type Filter = { of: ClaimFilter; side: Side | null }

type Claim = Node & { authorId: string; sourced: boolean; judged: Distribution | null }

/** What each filter shows, in words for the page. */
export const FILTER_WORDS: Record<ClaimFilter, { label: string; says: string }> = {
  ALL: { label: 'All', says: 'Every claim.' },
  MINE: { label: 'Mine', says: 'Claims that you wrote.' },
  UNSOURCED: { label: 'Unsourced', says: 'Claims that rest on nothing anybody could look up.' },
  CONTESTED: {
    label: 'Contested',
    says: 'Claims on which the class is divided: the middle half of its judgements lies 40 points of probability or two steps of impact apart; or answers for and against, neither of them more than twice as many as the other.',
  },
  UNANSWERED: { label: 'Unanswered', says: 'Claims that nobody has answered yet.' },
}

/** Answers on both sides, neither more than twice the other. An undercut counts as one against. */
export function isBalanced(answers: readonly Pick<Node, 'relation'>[]): boolean {
  const pro = answers.filter((a) => a.relation === 'SUPPORTS').length
  const con = answers.length - pro
  return pro > 0 && con > 0 && pro <= 2 * con && con <= 2 * pro
}

/** Ids of the claims that a filter lets through. */
export function matching<T extends Claim & { helps: Side }>(
  claims: readonly T[],
  { of, side }: Filter,
  memberId: string,
): Set<string> {
  const children = childrenOf(claims)
  const passes: Record<ClaimFilter, (c: T) => boolean> = {
    ALL: () => true,
    MINE: (c) => c.authorId === memberId,
    UNSOURCED: (c) => !c.sourced,
    CONTESTED: (c) => isDivided(c.judged) || isBalanced(children.get(c.id) ?? []),
    UNANSWERED: (c) => !children.has(c.id),
  }
  return new Set(claims.filter((c) => passes[of](c) && (!side || c.helps === side)).map((c) => c.id))
}
