/** "A", "A and B" or "A, B and C", in the order of the names themselves. */
export function listed(names: string[]): string {
  const sorted = [...names].sort()
  const last = sorted.pop()
  return sorted.length === 0 ? `${last}` : `${sorted.join(', ')} and ${last}`
}
