import { AppError } from '@/lib/errors'
import { LIMITS } from './limits'

// An end tag may be left out in HTML, so these do not count towards the depth.
const UNCLOSED =
  names(`p li dt dd td th tr tbody thead tfoot option optgroup colgroup rp rt area base br col embed
  hr img input link meta param source track wbr`)
// HTML ignores the slash of `<div/>`; SVG and MathML inside HTML do not.
const HTML =
  names(`a abbr address article aside b bdi bdo big blockquote body button caption center cite code dd del
  details dfn dialog div dl em fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 head header
  html i iframe ins kbd label legend main map mark menu nav noscript object ol output pre q ruby s samp section
  select small span strike strong sub summary sup table template textarea time title tt u ul var video`)
const RAW = names('script style textarea title xmp')

function names(list: string) {
  return new Set(list.split(/\s+/))
}

/**
 * Counts tags and their depth before anything is built, in one pass that never goes back: the parsers take
 * quadratic time over deep trees (200,000 nested elements were seen to take 18 s), walking those overflows
 * the stack, and a million empty elements cost more memory than the importer has.
 */
export function boundMarkup(markup: string, kind: 'html' | 'xml'): void {
  let depth = 0
  let count = 0
  let stray = 0
  let at = markup.indexOf('<')
  while (at >= 0) {
    const tag = tagAt(markup, at, kind)
    if (!tag) return
    if (tag.name && !(kind === 'html' && UNCLOSED.has(tag.name))) {
      if (tag.close) depth = Math.max(0, depth - 1)
      else if (!tag.empty) depth++
    }
    // Each stray sign becomes a node of its own, which the parser finds slowly.
    if (!tag.name && tag.end === at + 1 && ++stray > LIMITS.strays) throw new AppError('IMPORT_HOSTILE')
    if (tag.name && ++count > LIMITS.tags) throw new AppError('IMPORT_TOO_LARGE')
    if (depth > LIMITS.depth) throw tooDeep()
    at = markup.indexOf('<', tag.end)
  }
}

export const tooDeep = () =>
  new AppError('IMPORT_HOSTILE', 'The file is nested far deeper than any text is and was not opened.')

type Tag = { name?: string; close?: boolean; empty?: boolean; end: number }

/** The tag, comment or stray sign at a "<", and where to look on; nothing where it never ends. */
function tagAt(markup: string, at: number, kind: 'html' | 'xml'): Tag | undefined {
  const skip = (open: string, shut: string): Tag | undefined => {
    if (!markup.startsWith(open, at)) return undefined
    const end = markup.indexOf(shut, at + open.length)
    return { end: end < 0 ? markup.length : end + shut.length }
  }
  const passed = skip('<!--', '-->') ?? skip('<![CDATA[', ']]>') ?? skip('<?', '>') ?? skip('<!', '>')
  if (passed) return passed
  const m = /\/?([A-Za-z][\w:.-]{0,100})/y
  m.lastIndex = at + 1
  const found = m.exec(markup)
  if (!found?.[1]) return { end: at + 1 }
  const name = kind === 'html' ? found[1].toLowerCase() : found[1]
  const end = tagEnd(markup, m.lastIndex)
  if (end < 0) return undefined
  const close = found[0].startsWith('/')
  const empty = markup.charAt(end - 1) === '/' && !(kind === 'html' && HTML.has(name))
  return {
    name,
    close,
    empty,
    end: kind === 'html' && !close && RAW.has(name) ? rawEnd(markup, name, end) : end + 1,
  }
}

/** Where the tag's ">" is, past quoted attribute values. */
function tagEnd(markup: string, from: number): number {
  const next = /=\s*["']|>/g
  next.lastIndex = from
  for (let m = next.exec(markup); m; m = next.exec(markup)) {
    if (m[0] === '>') return m.index
    const shut = markup.indexOf(m[0].slice(-1), next.lastIndex)
    if (shut < 0) return -1
    next.lastIndex = shut + 1
  }
  return -1
}

/** Scripts and styles hold no tags, whatever they look like. */
function rawEnd(markup: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(markup)?.index ?? markup.length
}
