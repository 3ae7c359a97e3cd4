import type { Candidate, Pattern } from './quote-search'
import type { Placement } from './selectors'
import type { Ground } from './strand'
import { vacancy } from './vacancy'

/**
 * What may be said of a quote, given the places where it may be, the best first. Readers accept a quote that
 * lost words where it stood and resent one that jumped to a lookalike (Brush et al. 2001): a quarter of the
 * words is enough amid their old surroundings, and all of them are not enough where the surroundings speak
 * against it. The thresholds were measured on novels, manuals and licences in English, Korean and Chinese,
 * with up to 30 % of the words edited and with the quote cut out; anchor.protocol.test.ts repeats the method.
 */
export function judge(ground: Ground, pattern: Pattern, candidates: Candidate[]): Placement {
  const [best, rival] = candidates.filter((one) => one.quote >= 0.15)
  if (!best) return { state: 'orphaned' }
  const gone = leftAHole(ground, pattern, best, candidates)
  if (isSure(pattern, best) && !gone)
    return { state: isClose(best, rival) ? 'uncertain' : 'moved', ...rangeOf(best) }
  const fullest = best.quote < 0.6 ? candidates.find((one) => one.quote >= 0.6) : best
  if (fullest) return { state: 'uncertain', ...rangeOf(fullest) }
  const fair = !gone && (best.quote >= 0.4 || (best.quote >= 0.2 && best.context >= 0.4))
  return fair ? { state: 'uncertain', ...rangeOf(best) } : { state: 'orphaned' }
}

function isSure(pattern: Pattern, { quote, precision, context, left, right }: Candidate): boolean {
  const { all, words } = pattern
  const [noLeft, noRight] = [words.from === all.from, words.to === all.to]
  if (noLeft && noRight) return quote >= 0.8
  const framed = (noLeft || left >= 0.2) && (noRight || right >= 0.2)
  const enough = quote >= 0.7 || (quote >= 0.25 && framed)
  return enough && precision >= 0.3 && context >= 0.2 && quote + context >= 1
}

/** Whether the surroundings are found without the quote, here or elsewhere, and better than with it. */
function leftAHole(ground: Ground, pattern: Pattern, best: Candidate, candidates: Candidate[]): boolean {
  const { context, precision, quote } = best
  const apart = (one: Candidate) => one.reach.to <= best.reach.from || one.reach.from >= best.reach.to
  const abandoned = candidates.filter((one) => one.quote < 0.3 && apart(one))
  if (abandoned.some((one) => one.context >= Math.min(context + 0.1, Math.max(0.6, context - 0.15))))
    return true
  if (context > 0.8 && precision >= 0.7) return false
  const vacant = vacancy(ground, pattern, best)
  return vacant >= context + 0.2 || (vacant >= 0.7 && precision < 0.7 && quote < 0.97)
}

/** Two places that fit about equally well: which of them is meant, a person must say. */
function isClose(best: Candidate, rival: Candidate | undefined): boolean {
  if (!rival) return false
  return best.score - rival.score < 1.5 || best.total - rival.total < 0.5 || mayBeTaken(best, rival)
}

/**
 * In a text that repeats itself another passage fits nearly as well, and a lookalike that nobody edited may fit better
 * than the passage itself. A word of the quote that stands nowhere else decides; else only a clear difference does,
 * and far from the old place a clearer one.
 */
function mayBeTaken(best: Candidate, rival: Candidate): boolean {
  if (rival.quote < 0.45 || (best.singles > 0 && best.precision >= 0.6)) return false
  return rival.total >= (best.distance > 300 ? 0.75 : 0.85) * best.total
}

function rangeOf({ start, end }: Candidate) {
  return { start, end }
}
