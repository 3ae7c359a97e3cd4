import { numbered, SECTION_NAMES } from './section-names'
import { NO_WORDS, type Vocabulary } from './vocabulary'

/**
 * Headings that lost their line end: "IntroductionNorth Korea itself …". Text copied from a PDF or a web
 * page does this. The danger is the camel-case word ("McDonald", "iPhone", "LinkedIn", "DPRKForeign"), so a
 * change of case is not enough; what stands before it must read as a heading, and what follows as a sentence.
 */
export type RunIn = { heading: string; rest: string }

const REACH = 140

// Words with which English sentences start. Short ones also end camel-case words ("LinkedIn"), see `opens`.
const OPENERS = new Set(
  `The This These Those That There In It Its As At An A I On To By If We He She They You Our My Their His Her
  For From With Without While When Where Whether Why How What Which Who Although Though Despite Since Because
  Before After During Until Under Over Between Among Within Beyond Both Each Every Many Most Much More Some
  Several Such All Any Another Other One Two Three First Second Third Finally However Moreover Furthermore
  Nevertheless Thus Therefore Hence Here Given According Recent Recently Today Traditionally Scholars
  Researchers Not No Of`.split(/\s+/),
)
const SUBJECTS = new Set([
  'It',
  'This',
  'That',
  'There',
  'We',
  'He',
  'She',
  'They',
  'You',
  'I',
  'These',
  'Those',
])
const SUBJECTS_MORE = new Set([
  'What',
  'Who',
  'Which',
  'Each',
  'One',
  'Both',
  'All',
  'Some',
  'Many',
  'Most',
  'Scholars',
])
const CONTINUATION =
  /^(?:is|was|are|were|has|had|have|will|would|can|could|and|or|of|for|that|which|also|does|did)$/
const CAMEL =
  /^(?:linkedin|plugin|login|logon|signin|optin|checkin|builtin|standby|addon|carryon|dropin|passiton)$/i
const SMALL =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|by|for|from|with|as|vs|versus|into|over|under|between|de|la|von|&|[–—-])$/i

/** The heading at the start of `text` that runs into the sentence after it, if there is one. */
export function splitRunIn(text: string, words: Vocabulary = NO_WORDS): RunIn | undefined {
  return splitCapitals(text) ?? splitAtCaseChange(text, words)
}

/** Every run-in heading of a paragraph: at its start, and after the end of a sentence inside it. */
export function splitRunIns(
  text: string,
  words: Vocabulary = NO_WORDS,
): { heading?: string; text: string }[] {
  const out: { heading?: string; text: string }[] = []
  let heading: string | undefined
  let from = 0
  for (const start of starts(text)) {
    if (start < from) continue
    const found = splitRunIn(text.slice(start, start + REACH * 3), words)
    if (!found) continue
    const before = text.slice(from, start).trim()
    if (before || heading !== undefined) out.push(part(heading, before))
    heading = found.heading
    from = start + found.heading.length
  }
  out.push(part(heading, text.slice(from).trim()))
  return out
}

const part = (heading: string | undefined, text: string) =>
  heading === undefined ? { text } : { heading, text }

function* starts(text: string) {
  yield 0
  for (const m of text.matchAll(/[.!?]["”’)\]]?\d{0,3}\s?(?=[A-Z]|\d+\.\s)/g)) yield m.index + m[0].length
}

function splitAtCaseChange(text: string, words: Vocabulary): RunIn | undefined {
  const head = text.slice(0, REACH)
  for (const m of head.matchAll(/[\p{Ll})?’"”](?=\p{Lu})/gu)) {
    const at = m.index + m[0].length
    const heading = text.slice(0, at)
    if (/[.!;]\s/.test(withoutNumber(heading))) return undefined
    const rest = text.slice(at)
    if (!readsOn(rest)) continue
    if (isKnown(heading)) return { heading, rest }
    if (
      isTitle(heading) &&
      (opens(heading, rest) || endsKnown(heading) || knownApart(heading, rest, words))
    ) {
      if (words.count(gluedWord(heading, rest)) < 2) return { heading, rest }
    }
  }
}

/** "INTRODUCTIONNorth Korea": capitals give no change of case to see, so only known names are split. */
function splitCapitals(text: string): RunIn | undefined {
  const m =
    /^((?:\d+(?:\.\d+)*\.?|[IVX]+\.)?\s*\p{Lu}[\p{Lu} ]{3,60}?)(\p{Lu}(?:\p{Ll}|['’ ]\p{Ll}).*)$/su.exec(text)
  const [, heading = '', rest = ''] = m ?? []
  if (heading && !/\s$/.test(heading) && isKnown(heading) && readsOn(rest)) return { heading, rest }
}

const withoutNumber = (heading: string) => numbered(heading)?.rest ?? heading
const isKnown = (heading: string) => {
  const name = withoutNumber(heading)
  return /^\p{Lu}/u.test(name) && name.length >= 4 && SECTION_NAMES.has(name.toLowerCase())
}

/** What follows must be running prose: some words, most of them small. */
function readsOn(rest: string) {
  const next = rest.slice(0, 200).split(/\s+/).filter(Boolean)
  if (next.length < 4 || /^(?![AI])\p{Lu}$/u.test(next[0] ?? '')) return false
  return next.slice(1, 12).some((w) => /^\p{Ll}{2,}/u.test(w))
}

/** At least two words, every one that counts with a capital, the last a whole word of three letters or more. */
function isTitle(heading: string) {
  const list = withoutNumber(heading).split(/\s+/)
  const last = list.at(-1) ?? ''
  if (list.length < 2 || list.length > 14 || SMALL.test(last) || last.length < 3) return false
  return (
    /^\p{Lu}/u.test(list[0] ?? '') && list.every((w) => SMALL.test(w) || /^["“‘(]?[\p{Lu}\p{N}]/u.test(w))
  )
}

function opens(heading: string, rest: string) {
  const [first = '', second = ''] = rest.split(/[\s,]+/)
  if (!OPENERS.has(first) || CAMEL.test(gluedWord(heading, rest))) return false
  return SUBJECTS.has(first) || SUBJECTS_MORE.has(first) || !CONTINUATION.test(second)
}

/** "The Theoretical Framework": a title whose last words are a well-known name, long enough to be no chance. */
function endsKnown(heading: string): boolean {
  const list = heading.toLowerCase().split(/\s+/)
  return [2, 3].some((n) => list.length > n && SECTION_NAMES.has(list.slice(-n).join(' ')))
}

/** Both halves stand elsewhere in the document as words of their own. */
function knownApart(heading: string, rest: string, words: Vocabulary) {
  const left = /[\p{L}]+$/u.exec(heading)?.[0] ?? ''
  const right = /^[\p{L}]+/u.exec(rest)?.[0] ?? ''
  return (
    left.length >= 3 &&
    right.length >= 3 &&
    words.count(left.toLowerCase()) > 0 &&
    words.count(right.toLowerCase()) > 0
  )
}

const gluedWord = (heading: string, rest: string) =>
  (/[\p{L}]+$/u.exec(heading)?.[0] ?? '') + (/^[\p{L}]+/u.exec(rest)?.[0] ?? '')
