import { Bold, Heading, Italic, List, type LucideIcon, Quote, Sigma, Superscript } from 'lucide-react'
import { type Doc, type Edit, footnote, formula, prefix, wrap } from './markup'

export type Tool = {
  name: string
  icon: LucideIcon
  /** With Control or Command: "b", "shift+9", "alt+f". */
  keys: string
  edit: (doc: Doc) => Edit
}

export const TOOLS: Tool[] = [
  { name: 'Bold', icon: Bold, keys: 'b', edit: (doc) => wrap(doc, '**') },
  { name: 'Italic', icon: Italic, keys: 'i', edit: (doc) => wrap(doc, '*') },
  { name: 'Heading', icon: Heading, keys: 'alt+2', edit: (doc) => prefix(doc, '## ') },
  { name: 'Quotation', icon: Quote, keys: 'shift+9', edit: (doc) => prefix(doc, '> ') },
  { name: 'List', icon: List, keys: 'shift+8', edit: (doc) => prefix(doc, '- ') },
  { name: 'Footnote', icon: Superscript, keys: 'alt+f', edit: footnote },
  { name: 'Formula', icon: Sigma, keys: 'alt+m', edit: formula },
]

type Pressed = Pick<KeyboardEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'code'>

/** By the key's place and not its sign: with Shift or Alt, or on a Korean keyboard, the sign is another. */
const signOf = (code: string): string => code.replace(/^(?:Key|Digit)/, '').toLowerCase()

export function toolFor(event: Pressed): Tool | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined
  const keys = `${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${signOf(event.code)}`
  return TOOLS.find((tool) => tool.keys === keys)
}

/** "Ctrl+Shift+9", as people read it. */
export const shownKeys = ({ keys }: Tool): string =>
  ['ctrl', ...keys.split('+')].map((k) => k.charAt(0).toUpperCase() + k.slice(1)).join('+')
