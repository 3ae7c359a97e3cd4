const PLACE =
  /universit|institut|department|dept\b|school of|college|faculty|laborator|centre|center for|academy|corporation|\binc\b|\bltd\b|@|https?:|orcid|\d{3,}|street|avenue|\busa\b|received|accepted|published|editor|volume|journal|copyright|©|대학교|大学|研究/i
const PARTICLE = /^(?:de|da|di|del|della|der|den|van|von|la|le|du|dos|bin|ibn|al|el|y|e|ter|ten|zu)$/
const TITLES =
  /^(?:dr|prof|professor|mr|mrs|ms|sir|ph\.?d|m\.?d|jr|sr|by|student|member|senior|fellow|ieee)\.?$/i

/** The names in the lines between a paper's title and its text; addresses and dates are passed over. */
export function authorsIn(lines: string[]): string[] {
  return [...new Set(lines.flatMap(namesIn))]
}

export const isAffiliation = (text: string) => PLACE.test(text)

function namesIn(line: string): string[] {
  const bare = line.replace(/[⁰¹²³⁴-⁹*∗†‡§¶✉]+/g, ',').replace(/(?<=\p{L})\d(?:,\d)*/gu, ',')
  const parts = bare
    .split(/\s*(?:,|;|·|•|\||\band\b|\bund\b|&|，|、)\s*/i)
    .map((p) => p.trim().replace(/^by\s+/i, ''))
  const names = parts.map(withoutTitles).filter(isName)
  // A line of which half is something else is no list of names.
  return PLACE.test(bare) || names.length * 2 < parts.filter((p) => p && !TITLES.test(p)).length ? [] : names
}

const withoutTitles = (p: string) =>
  p
    .split(/\s+/)
    .filter((w) => !TITLES.test(w))
    .join(' ')

export function isName(text: string): boolean {
  if (/^[\p{Script=Han}\p{Script=Hangul}]{2,5}$/u.test(text)) return true
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 5 || text.length > 50) return false
  const ok = words.every(
    (w) => PARTICLE.test(w) || /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.(?:-?\p{Lu}\.)*)$/u.test(w),
  )
  return (
    ok &&
    words.some((w) => /^\p{Lu}[\p{L}'’-]{1,}$/u.test(w)) &&
    !/^(?:the|a|an|author|authors|abstract|introduction|draft|version)\b/i.test(text)
  )
}
