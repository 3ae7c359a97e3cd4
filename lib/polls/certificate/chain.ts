/** The shortest chain from one to the other along `steps`, first by the order of the options; null where there is none. */
export function chain(
  options: string[],
  from: string,
  to: string,
  steps: (a: string, b: string) => boolean,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  for (const at of cameFrom.keys())
    for (const next of options) if (!cameFrom.has(next) && steps(at, next)) cameFrom.set(next, at)
  if (!cameFrom.has(to)) return null
  const found: string[] = []
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) found.unshift(at)
  return found
}
