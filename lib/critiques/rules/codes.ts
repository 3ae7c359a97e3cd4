const letters = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26)

/**
 * A code for a new template: the first letter that is free ("C"), or for a copy the next number of what it copies ("A-2",
 * "A-3"). Codes are 20 characters at most.
 */
export function nextCode(taken: readonly string[], of?: string): string {
  const used = new Set(taken)
  if (of === undefined) {
    let n = 0
    while (used.has(letters(n))) n += 1
    return letters(n)
  }
  const base = of.replace(/-\d+$/, '').slice(0, 14)
  let n = 2
  while (used.has(`${base}-${n}`)) n += 1
  return `${base}-${n}`
}

/** A code for a new field beside those there are: the next number after the highest ("A9"). */
export function nextFieldCode(taken: readonly string[]): string {
  const numbered = taken.flatMap((code) => {
    const [, head, n] = /^([A-Za-z][A-Za-z-]*?)(\d+)$/.exec(code) ?? []
    return head && n ? [{ head, n: Number(n) }] : []
  })
  const head = numbered[0]?.head ?? 'Q'
  const highest = Math.max(0, ...numbered.filter((c) => c.head === head).map((c) => c.n))
  for (let n = highest + 1; ; n++) if (!taken.includes(`${head}${n}`)) return `${head}${n}`
}
