// `node scripts/recompute-marks.mjs participation-log.json`: computes every participation mark again from the log that
// Colloquy exports, by the rules that the gradebook publishes, and says whether they are the marks in the log. It uses
// nothing of Colloquy's own code on purpose. Ends with 1 where a mark differs, with 2 where the file is no such log.
import { readFileSync } from 'node:fs'

const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'

/** Different words, small letters, quotations and addresses left out; Chinese and Japanese by character. */
function wordsOf(texts) {
  const found = new Set()
  for (const text of texts) {
    const lines = text.normalize('NFKC').split('\n')
    const own = lines
      .filter((line) => !line.trimStart().startsWith('>'))
      .join('\n')
      .replace(/https?:\/\/\S+/g, ' ')
      .toLowerCase()
    const spaced = own.replace(new RegExp(`([${UNSPACED}])`, 'gu'), ' $1 ')
    for (const word of spaced.match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu) ?? []) found.add(word)
  }
  return found.size
}

const distinct = (items, key) => new Set(items.map((item) => item[key])).size

const MEASURES = {
  notes: (items) => wordsOf(items.map((i) => i.text ?? '')),
  replies: (items) => wordsOf(items.map((i) => i.text ?? '')),
  claims: (items) => wordsOf(items.map((i) => i.text ?? '')),
  helpfulness: (items) => distinct(items, 'by'),
  reading: (items) => distinct(items, 'subjectId'),
  votes: (items) => distinct(items, 'subjectId'),
  reviews: (items) => distinct(items, 'subjectId'),
}

/** Hundredths of a point, rounded half up, in whole numbers: BigInt, so that nothing is lost on the way. */
function centipoints(weight, value, target) {
  const earned = BigInt(Math.min(value, target))
  const t = BigInt(target)
  return Number((2n * BigInt(weight) * 100n * earned + t) / (2n * t))
}

function markOf(log, memberId) {
  const own = log.contributions.filter((c) => c.memberId === memberId)
  let sum = 0
  for (const { component, weight, target } of log.formula) {
    const measure = MEASURES[component]
    if (!measure) throw new Error(`The formula has a part that this script does not know: ${component}.`)
    sum += centipoints(weight, measure(own.filter((c) => c.component === component)), target)
  }
  return sum / 100
}

function load(file) {
  const log = JSON.parse(readFileSync(file, 'utf8'))
  if (log.format !== 'colloquy-participation-log' || log.version !== 1)
    throw new Error('That is not a participation log of version 1.')
  return log
}

try {
  const log = load(process.argv[2] ?? '')
  let wrong = 0
  for (const { id, name, mark } of log.members) {
    const again = markOf(log, id)
    if (again !== mark) wrong++
    console.log(`${again.toFixed(2).padStart(6)}  ${name}${again === mark ? '' : `  (the log says ${mark})`}`)
  }
  console.log(
    wrong ? `${wrong} of ${log.members.length} marks differ.` : `All ${log.members.length} marks agree.`,
  )
  process.exitCode = wrong ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
