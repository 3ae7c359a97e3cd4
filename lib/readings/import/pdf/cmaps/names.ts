/** The four collections of Asian characters that PDF knows by name, and the bytes that their standard is written in. */
export type Ordering = 'Korea1' | 'GB1' | 'CNS1' | 'Japan1'

/** How a predefined CMap (ISO 32000-1, 9.7.5.2) writes its characters. */
export type Named = {
  ordering: Ordering
  bytes: 'unicode' | 'standard' | 'euc' | 'seven'
  /** Latin letters half as wide as an ideograph, which have numbers of their own. */
  half: boolean
  vertical: boolean
}

const UNICODE: Record<string, Ordering> = {
  KS: 'Korea1',
  GB: 'GB1',
  CNS: 'CNS1',
  JIS: 'Japan1',
  JIS2004: 'Japan1',
}
const OF: [RegExp, Ordering, Named['bytes']][] = [
  [/^KSC(?:-EUC|ms-UHC|pc-EUC)/, 'Korea1', 'standard'],
  [/^KSC$/, 'Korea1', 'seven'],
  [/^GB(?:-|K-|Kp-|pc-)EUC|^GBK2K/, 'GB1', 'standard'],
  [/^GB$/, 'GB1', 'seven'],
  [/-B5$|^B5pc/, 'CNS1', 'standard'],
  [/RKSJ/, 'Japan1', 'standard'],
  [/^EUC$/, 'Japan1', 'euc'],
  [/^(?:Add|Ext|78|)$/, 'Japan1', 'seven'],
]
const HALF = /^KSC-EUC|^GBK?-EUC|^ETen-B5|^(?:90ms-|Ext-|Add-|78-|78ms-|)RKSJ|^EUC$|-HW$/

/** "KSCms-UHC-HW-V" taken apart; undefined for a name that stands for nothing here. */
export function named(name: string): Named | undefined {
  const [, stem = '', way] = /^(.*?)-?([HV])$/.exec(name) ?? []
  if (!way) return undefined
  const shared = { half: HALF.test(stem), vertical: way === 'V' }
  const unicode = /^Uni(\w+?)-(?:UCS2|UTF16)(?:-HW)?$/.exec(stem)
  if (unicode) {
    const ordering = UNICODE[unicode[1] ?? '']
    return ordering && { ordering, bytes: 'unicode', ...shared }
  }
  const found = OF.find(([pattern]) => pattern.test(stem))
  return found && { ordering: found[1], bytes: found[2], ...shared }
}
