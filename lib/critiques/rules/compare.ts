import { diffArrays } from 'diff'
import { readable } from './readable'

/** A run of a comparison: words that both have, that only the later has, or only the earlier. */
export type Change = { kind: 'same' | 'added' | 'removed'; text: string }
/** `folded`: the same words on both sides, too many to read again; what is around them is shown. */
export type Piece = Change | { kind: 'folded'; text: string; words: number }

export type FieldChange = {
  code: string
  title: string
  state: 'same' | 'changed' | 'added' | 'removed'
  pieces: Piece[]
}

type Part = { code: string; title: string; text: string }

/** Words, and what stands between them each by itself; Chinese and Japanese are cut as their dictionaries cut them. */
const segmenter = new Intl.Segmenter('ko', { granularity: 'word' })
export const tokensOf = (text: string): string[] => [...segmenter.segment(text)].map((s) => s.segment)

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

/** Beyond this many edits two texts are shown as one gone and one come: nobody reads a thousand single words. */
const MOST_EDITS = 1200

function runs(before: string, after: string): Change[] {
  const found = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS })
  if (!found)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** What lies between two same stretches: all that is gone, then all that has come. */
function settle(changes: readonly Change[]): Change[] {
  const text = (kind: Change['kind']) =>
    changes
      .filter((c) => c.kind === kind || c.kind === 'same')
      .map((c) => c.text)
      .join('')
  const [removed, added] = [text('removed'), text('added')]
  return [
    ...(removed ? [{ kind: 'removed' as const, text: removed }] : []),
    ...(added ? [{ kind: 'added' as const, text: added }] : []),
  ]
}

/**
 * Changes that only a space or a mark parts become one: "the old claim" for "a new claim" reads better than three words
 * each for itself.
 */
function joined(changes: readonly Change[]): Change[] {
  const out: Change[] = []
  let open: Change[] = []
  const close = () => {
    // a bridge that leads nowhere stays what it was
    const tail: Change[] = []
    while (open.at(-1)?.kind === 'same') tail.unshift(open.pop() as Change)
    out.push(...settle(open), ...tail)
    open = []
  }
  for (const change of changes) {
    const bridge =
      change.kind === 'same' && open.length > 0 && !isWord(change.text) && !/\n/.test(change.text)
    if (change.kind !== 'same' || bridge) open.push(change)
    else {
      close()
      out.push(change)
    }
  }
  close()
  return merged(out)
}

const merged = (changes: readonly Change[]): Change[] =>
  changes.reduce<Change[]>((out, change) => {
    const last = out.at(-1)
    if (last?.kind === change.kind) last.text += change.text
    else out.push({ ...change })
    return out
  }, [])

/** How many words around a change are shown, and how many more there must be for a stretch to be folded. */
const AROUND = 12
const WORTH = 25

/** Cuts tokens after the first `count` words. */
function cut(tokens: readonly string[], count: number): number {
  let words = 0
  for (let i = 0; i < tokens.length; i++) if (isWord(tokens[i] ?? '') && ++words > count) return i
  return tokens.length
}

function folded(text: string, first: boolean, last: boolean): Piece[] {
  const tokens = tokensOf(text)
  const total = tokens.filter(isWord).length
  const [head, tail] = [first ? 0 : AROUND, last ? 0 : AROUND]
  if (total < head + tail + WORTH) return [{ kind: 'same', text }]
  const from = cut(tokens, head)
  const to = cut(tokens, total - tail)
  const part = (a: number, b?: number) => tokens.slice(a, b).join('')
  const same = (words: string): Piece[] => (words ? [{ kind: 'same', text: words }] : [])
  const middle = part(from, to)
  return [
    ...same(part(0, from)),
    { kind: 'folded', text: middle, words: tokensOf(middle).filter(isWord).length },
    ...same(part(to)),
  ]
}

/** Two texts word by word. The earlier one is what is the same or removed, the later one what is the same or added. */
export function compareTexts(before: string, after: string): Piece[] {
  if (before === after) return before ? folded(before, true, true) : []
  const changes = joined(runs(before, after))
  return changes.flatMap((change, i) =>
    change.kind === 'same' ? folded(change.text, i === 0, i === changes.length - 1) : [change],
  )
}

/** Two versions field by field, in the later one's order; what only the earlier had comes last. */
export function compareParts(before: readonly Part[], after: readonly Part[]): FieldChange[] {
  const [old, now] = [new Map(before.map((p) => [p.code, p])), new Map(after.map((p) => [p.code, p]))]
  const gone = before.filter((p) => !now.has(p.code))
  return [...after, ...gone].map(({ code, title }) => {
    const [was, is] = [old.get(code), now.get(code)]
    const pieces = compareTexts(readable(was?.text ?? ''), readable(is?.text ?? ''))
    const state = !was ? 'added' : !is ? 'removed' : was.text === is.text ? 'same' : 'changed'
    return { code, title, state, pieces }
  })
}

/** How many words came and went. */
export function tallyOf(changes: readonly FieldChange[]): { added: number; removed: number } {
  const count = (kind: Change['kind']) =>
    changes
      .flatMap((c) => c.pieces)
      .filter((p) => p.kind === kind)
      .reduce((sum, p) => sum + tokensOf(p.text).filter(isWord).length, 0)
  return { added: count('added'), removed: count('removed') }
}
