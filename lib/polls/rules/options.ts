/** The place of each option in the poll. RangeError for none at all, or the same one twice. */
export function readOptions(options: string[]): Map<string, number> {
  if (options.length === 0) throw new RangeError('A poll needs at least one option.')
  const place = new Map<string, number>()
  for (const option of options) {
    if (place.has(option)) throw new RangeError(`The option "${option}" is listed twice.`)
    place.set(option, place.size)
  }
  return place
}
