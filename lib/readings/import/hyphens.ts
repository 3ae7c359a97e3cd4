import { lineGlue } from './text'
import { NO_WORDS, type Vocabulary } from './vocabulary'

/** Joins the lines of one paragraph: hyphens of the line break go, those of the word stay. */
export function joinLines(lines: string[], words: Vocabulary = NO_WORDS): string {
  let out = ''
  for (const raw of lines) {
    const line = raw.trim()
    if (!line) continue
    out = out ? joinTwo(out, line, words) : line
  }
  return out
}

const BROKEN = /([\p{L}\p{N}][\p{L}\p{N}'’-]*)[-\u2010\u00ad\u00ac]$/u
const TAIL = /^([\p{L}\p{N}][\p{L}\p{N}'’]*)/u

export function joinTwo(before: string, after: string, words: Vocabulary): string {
  const left = BROKEN.exec(before.slice(-60))?.[1]
  const right = TAIL.exec(after)?.[1]
  if (left && right) {
    const stem = before.slice(0, -1)
    return keepsHyphen(left, right, words) ? `${stem}-${after}` : stem + after
  }
  // A dash at the end of a line has no space of its own; nor has a slash in an address.
  if (/[—/]$/.test(before) && !/\s[—/]$/.test(before)) return before + after
  return before + lineGlue(before, after) + after
}

// First parts that make compounds with a hyphen in English, whatever follows.
const FIRST = new Set(
  `self well ex half all cross quasi pseudo vice high low long short mid far near hard soft old new so
  two three four five six seven eight nine ten first second third multi non-state post-cold anti-american
  state policy decision rule cost risk world peer case goal theory evidence security conflict power`.split(
    /\s+/,
  ),
)
const ALWAYS = /^(?:self|ex|quasi|pseudo|cross|vice)$/i
// First parts that are words of their own yet join without one: over|come, with|out, some|thing.
const CLOSED =
  /^(?:over|under|with|some|any|every|out|up|down|in|on|off|for|fore|back|through|there|here|where|how|what|when|no|not|to|be|man|hand|under|super|inter|care|use|hope|help|meaning|thought|power|doubt|home|work|time|life|land|ship|book|foot|head|news|note|data|frame|net|black|white|after|mean|more|further|never|none|what|who|which)$/i

/** Whether the hyphen at a line's end belongs to the word ("self-|help") or to the break ("for-|eign"). */
export function keepsHyphen(left: string, right: string, words: Vocabulary): boolean {
  const part = left.split('-').at(-1) ?? left
  if (words.count(left + right) > words.count(`${left}-${right}`)) return false
  if (!/^\p{Ll}/u.test(right) || /\p{N}$/u.test(left)) return true
  if (/^\p{Lu}{2,}$/u.test(part)) return true
  const joined = words.count(left + right) + words.count((left + right).toLowerCase())
  const apart = words.count(`${left}-${right}`) + words.count(`${left}-${right}`.toLowerCase())
  if (joined !== apart) return apart > joined
  if (ALWAYS.test(part)) return true
  // "state-|centred" but "state-|ment": the second half must be a word that the document uses.
  if (FIRST.has(part.toLowerCase()) && words.count(right) > 0) return true
  return !CLOSED.test(part) && bothStand(part, right, words)
}

/** Both halves are words that the document uses, long enough not to be syllables by chance. */
function bothStand(left: string, right: string, words: Vocabulary) {
  return left.length >= 4 && right.length >= 5 && words.count(left) >= 2 && words.count(right) >= 2
}
