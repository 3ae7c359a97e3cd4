const UP: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
}
const DOWN: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
}

const all = (text: string, map: Record<string, string>) =>
  [...text].every((c) => c in map) ? [...text].map((c) => map[c]).join('') : undefined

/** Plain text has no raised type, so "system¹" keeps apart what "system1" would not; letters stay as they are. */
export const raised = (text: string): string => {
  const inner = text.trim().replace(/^\[(\d+)\]$/, '$1')
  return (
    all(inner, UP) ??
    inner
      .split(/(\d+)/)
      .map((t) => (/^\d+$/.test(t) && /^[\d,–-]+$/.test(inner) ? (all(t, UP) ?? t) : t))
      .join('')
  )
}
export const lowered = (text: string): string => all(text.trim(), DOWN) ?? text
