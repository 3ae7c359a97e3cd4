import type { RatingName } from '@/lib/explanations/rules/vocabulary'

export type Act =
  | { do: 'rate'; value: RatingName | null }
  | { do: 'go'; rows: number; columns: number }
  | { do: 'undo' | 'why' | 'open' }

const RATES: Record<string, RatingName> = { '5': 'CC', '4': 'C', '3': 'N', '2': 'I', '1': 'II' }
const GOES: Record<string, [rows: number, columns: number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  j: [1, 0],
  k: [-1, 0],
}

type Pressed = {
  key: string
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** The Latin letter of the key, also where the keyboard writes Hangul or Cyrillic; caps lock does not matter. */
const letterOf = ({ key, code }: Pressed): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key

const letters: Record<string, (shift: boolean) => Act> = {
  c: (shift) => ({ do: 'rate', value: shift ? 'CC' : 'C' }),
  n: () => ({ do: 'rate', value: 'N' }),
  i: (shift) => ({ do: 'rate', value: shift ? 'II' : 'I' }),
  x: () => ({ do: 'rate', value: 'NA' }),
  u: () => ({ do: 'undo' }),
  w: () => ({ do: 'why' }),
  o: () => ({ do: 'open' }),
}

/** What a key does in a cell of one's own matrix; null leaves it to the browser. */
export function actOf(pressed: Pressed): Act | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed
  const letter = letterOf(pressed)
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && letter === 'z') return { do: 'undo' }
  if (ctrlKey || metaKey || altKey) return null
  if (pressed.key === 'Delete' || pressed.key === 'Backspace') return { do: 'rate', value: null }
  const value = RATES[pressed.key]
  if (value) return { do: 'rate', value }
  const by = GOES[letter]
  if (by) return { do: 'go', rows: by[0], columns: by[1] }
  return letters[letter]?.(shiftKey) ?? null
}

/** The keys as they are told behind `?`. */
export const KEYS: [keys: string[], what: string][] = [
  [['Shift C', '5'], 'Very consistent'],
  [['C', '4'], 'Consistent'],
  [['N', '3'], 'Neutral'],
  [['I', '2'], 'Inconsistent'],
  [['Shift I', '1'], 'Very inconsistent'],
  [['X'], 'Nothing to say'],
  [['Delete'], 'Take my rating back'],
  [['←', '→'], 'Explanation before, next'],
  [['J', 'K'], 'Next row, row before'],
  [['W'], 'Say why'],
  [['O'], 'Open the cell: reasons and discussion'],
  [['U', 'Ctrl Z'], 'Undo'],
]
