import type { Placement as State } from '@/lib/generated/prisma/enums'
import { describe, type Placement, place, type Selectors } from './anchor'

/** One version of a section's text. */
export type TextVersion = { id: string; version: number; text: string }

/** The sections whose text a revision changed: as they were, in their order, and as they are, new ones among them. */
export type RevisedTexts = { before: readonly TextVersion[]; after: readonly TextVersion[] }

/** Where a passage is: `start` and `end` count into that `version` of the section. */
export type Seat = { sectionId: string; start: number; end: number; version: number; placement: State }

/** Something about a passage: the words that were chosen at first, and where they were last found. */
export type Anchored = Seat & { id: string; exact: string; prefix: string; suffix: string }
export type Carried = Seat & { id: string }

type Range = { start: number; end: number }
type Sure = Range & { state: 'exact' | 'moved' }

const isSure = (p: Placement): p is Sure => p.state === 'exact' || p.state === 'moved'

/** The same position says the same words; what had moved before has still moved. What nobody was sure of, stays so. */
function stateOf({ placement }: Anchored, { state }: Sure): State {
  if (placement === 'UNCERTAIN') return 'UNCERTAIN'
  return state === 'exact' && placement === 'EXACT' ? 'EXACT' : 'MOVED'
}

/**
 * Follows every passage from the earlier texts into the later ones: first within its own section, then, where that is
 * not sure, through all the sections that changed, for words move when sections are split, joined or rearranged. A
 * passage whose words are gone keeps its last place and the version in which it had it. Each pair of texts is compared
 * once, however many the passages.
 */
export function carryAnchors(anchors: readonly Anchored[], texts: RevisedTexts): Carried[] {
  const before = new Map(texts.before.map((text) => [text.id, text]))
  const after = new Map(texts.after.map((text) => [text.id, text]))
  const ordered = [...anchors].sort((a, b) => (a.sectionId < b.sectionId ? -1 : 1))
  const first = ordered.map((anchor) => ({
    anchor,
    found: inOwnSection(anchor, before.get(anchor.sectionId), after.get(anchor.sectionId)),
  }))
  const whole = wholeOf(texts)
  return first.map(({ anchor, found }) => {
    if (found?.sure) return { id: anchor.id, ...found.seat }
    const seat = elsewhere(anchor, before.get(anchor.sectionId), texts, whole)
    return { id: anchor.id, ...(seat ?? found?.seat ?? lost(anchor)) }
  })
}

const lost = ({ sectionId, start, end, version }: Anchored): Seat => ({
  sectionId,
  start,
  end,
  version,
  placement: 'ORPHANED',
})

const seatIn = (text: TextVersion, { start, end }: Range, placement: State): Seat => ({
  sectionId: text.id,
  start,
  end,
  version: text.version,
  placement,
})

type Found = { seat: Seat; sure: boolean }

function inOwnSection(anchor: Anchored, old?: TextVersion, now?: TextVersion): Found | null {
  if (!now) return null
  if (anchor.placement !== 'EXACT' && anchor.placement !== 'MOVED') {
    const back = restored(anchor, now)
    if (back) return { seat: back, sure: true }
  }
  const selectors = old && standingIn(old, anchor)
  if (!old || !selectors || anchor.placement === 'ORPHANED') return null
  const placement = place(now.text, selectors, { before: old.text })
  if (isSure(placement)) return { seat: seatIn(now, placement, stateOf(anchor, placement)), sure: true }
  if (placement.state === 'orphaned') return null
  return { seat: seatIn(now, placement, 'UNCERTAIN'), sure: false }
}

/** The words as they stand where they were last found, which after an earlier revision need not be those chosen. */
function standingIn(old: TextVersion, { start, end, version }: Anchored): Selectors | null {
  const inside = version === old.version && start >= 0 && end <= old.text.length && start < end
  return inside ? describe(old.text, start, end) : null
}

/** Words that were gone or doubtful, and stand in the text again to the letter, where they can only be meant. */
function restored(anchor: Anchored, now: TextVersion): Seat | null {
  const { exact, prefix, suffix, start, end } = anchor
  if (!now.text.includes(exact)) return null
  const found = place(now.text, { quote: { exact, prefix, suffix }, position: { start, end } })
  const there = isSure(found) && now.text.slice(found.start, found.end) === exact
  return there ? seatIn(now, found, 'MOVED') : null
}

/** All that changed as two texts, with where each section begins. */
type Whole = {
  before: string
  after: string
  starts: Map<string, number>
  ends: { text: TextVersion; at: number }[]
}

const GAP = '\n\n'

function wholeOf({ before, after }: RevisedTexts): Whole {
  const order = inOrderOf(before, after)
  const starts = new Map<string, number>()
  const ends: Whole['ends'] = []
  let at = 0
  for (const text of before) {
    starts.set(text.id, at)
    at += text.text.length + GAP.length
  }
  at = 0
  for (const text of order) {
    ends.push({ text, at })
    at += text.text.length + GAP.length
  }
  const joined = (texts: readonly TextVersion[]) => texts.map((t) => t.text).join(GAP)
  return { before: joined(before), after: joined(order), starts, ends }
}

/** The later texts in the order of the earlier ones, each new section behind the one that it follows. */
function inOrderOf(before: readonly TextVersion[], after: readonly TextVersion[]): TextVersion[] {
  const groups = new Map<string, TextVersion[]>([['', []]])
  const kept = new Set(before.map((text) => text.id))
  let leader = ''
  for (const text of after) {
    if (kept.has(text.id)) {
      leader = text.id
      groups.set(leader, [])
    }
    groups.get(leader)?.push(text)
  }
  return ['', ...before.map((text) => text.id)].flatMap((id) => groups.get(id) ?? [])
}

/** The passage's place in another section, when it is sure; a passage that nobody was sure of moves as such. */
function elsewhere(
  anchor: Anchored,
  old: TextVersion | undefined,
  texts: RevisedTexts,
  whole: Whole,
): Seat | null {
  if (anchor.placement === 'ORPHANED') return restoredElsewhere(anchor, texts)
  const base = whole.starts.get(anchor.sectionId)
  if (!old || base === undefined || !standingIn(old, anchor)) return null
  const selectors = describe(whole.before, base + anchor.start, base + anchor.end)
  const found = place(whole.after, selectors, { before: whole.before })
  if (!isSure(found)) return null
  const home = whole.ends.findLast(({ at }) => at <= found.start)
  if (!home || home.text.id === anchor.sectionId) return null
  const start = found.start - home.at
  const end = found.end - home.at
  if (end > home.text.text.length) return null
  return seatIn(home.text, { start, end }, anchor.placement === 'UNCERTAIN' ? 'UNCERTAIN' : 'MOVED')
}

function restoredElsewhere(anchor: Anchored, { after }: RevisedTexts): Seat | null {
  const seats = after.flatMap((text) => (text.id === anchor.sectionId ? [] : (restored(anchor, text) ?? [])))
  return seats.length === 1 ? (seats[0] ?? null) : null
}
