/** Sixty-four words that are short, plain, and hard to mistake for one another. */
const WORDS = (
  'amber anchor apple arrow aspen basil beacon birch bramble bronze candle canyon cedar celadon chalk clover ' +
  'cobalt copper coral cotton crane cypress dapple ember fable falcon fennel fern flint garnet ginger harbor ' +
  'hazel heron indigo iris ivory jasper juniper kestrel lantern larch lemon linen magnet maple marble meadow ' +
  'nutmeg olive onyx orchid osprey pepper plume quartz raven saffron sparrow thistle tulip umber walnut willow'
).split(' ')

/** `7f3a · celadon · 19` out of four bytes of a keyed hash: 420 million of them. */
export function receiptFrom(bytes: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  const hex = ((a << 8) | b).toString(16).padStart(4, '0')
  return `${hex} · ${WORDS[c % WORDS.length]} · ${String(d % 100).padStart(2, '0')}`
}

/** A receipt as people copy it: case, dots and spaces do not matter. */
export const receiptKey = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')
