/** Letters that do not come apart into a plain one and an accent. */
const SPECIAL: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' },
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
  },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', є: 'ye', ґ: 'g' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
  },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
}

// Revised Romanisation, letter by letter, without the sound changes between syllables.
const FIRST = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const MIDDLE = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const LAST = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

function hangul(code: number): string {
  const n = code - 0xac00
  return `${FIRST[Math.floor(n / 588)]}${MIDDLE[Math.floor((n % 588) / 28)]}${LAST[n % 28]}`
}

function letter(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0xac00 && code <= 0xd7a3) return hangul(code)
  return SPECIAL[char] ?? char
}

/** The title as it stands in an address: "Théorie des relations" is "theorie-des-relations". */
export function slugOf(title: string, fallback = 'course'): string {
  const latin = [...title.normalize('NFC').toLowerCase()]
    .map(letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // A second look: й or ά become known letters only without their marks.
    .replace(/['’]/g, '')
    .replace(/\P{ASCII}/gu, (c) => SPECIAL[c] ?? '-')
    .replace(/[^a-z0-9]+/g, '-')
  const words = latin.replace(/^-+|-+$/g, '')
  if (words.length <= 50) return words || fallback
  const cut = words.slice(0, 51)
  return (cut.includes('-', 20) ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, 50)).replace(/-+$/, '')
}

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}
