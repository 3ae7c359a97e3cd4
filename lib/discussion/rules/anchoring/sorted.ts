/** The first index from `from` to before `to` whose value is `value` or more, in a rising list; else `to`. */
export function lowest(values: Int32Array, value: number, from = 0, to = values.length): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! >= value) high = middle
    else low = middle + 1
  }
  return low
}
