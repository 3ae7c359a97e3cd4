import type { PdfPage } from './open'
import type { FontFacts } from './types'

export const PLAIN: FontFacts = { bold: false, italic: false, mono: false, math: false, caps: false }

/** Facts about the fonts of a document by PDF.js's name for them ("g_d0_f3"), gathered page by page. */
export type FontBook = {
  learn: (page: PdfPage, names: Iterable<string>) => Promise<void>
  get: (name: string) => FontFacts
}

/**
 * PDF.js tells a font's real name only once a page's drawing instructions were read, which costs time; so
 * that is done only for pages with fonts not met before, in most papers the first two or three.
 */
export function fontBook(): FontBook {
  const known = new Map<string, FontFacts>()
  return {
    get: (name) => known.get(name) ?? PLAIN,
    learn: async (page, names) => {
      const fresh = [...new Set(names)].filter((n) => !known.has(n))
      if (fresh.length === 0) return
      try {
        await page.getOperatorList()
      } catch {
        // A page that cannot be drawn still has its text.
      }
      for (const name of fresh) known.set(name, factsOf(await fontName(page, name)))
    },
  }
}

const PATIENCE_MS = 200

function fontName(page: PdfPage, name: string): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(''), PATIENCE_MS)
    page.commonObjs.get(name, (font: unknown) => {
      clearTimeout(timer)
      const found = typeof font === 'object' && font !== null && 'name' in font ? font.name : ''
      resolve(typeof found === 'string' ? found : '')
    })
  })
}

/** Names as foundries and TeX give them: "ABCDEF+TimesNewRomanPS-BoldMT", "CMBX10", "NimbusRomNo9L-Medi". */
export function factsOf(full: string): FontFacts {
  const name = full.replace(/^[A-Z]{6}\+/, '')
  const tex = /^(?:cm|sf|ec|lm|eu|ms)[a-z]*\d+$/i.test(name)
  return {
    bold:
      /bold|black|heavy|demi|semib|-medi(?:um)?(?:ital)?$|medi$|[-_]bd|bdcn/i.test(name) ||
      (tex
        ? /^..[bs]*b/i.test(name) && !/^..(?:bsy)/i.test(name)
        : /(?:^|[a-z])TB[IO]?$|-B(?:I|It)?$/.test(name)),
    italic:
      /ital|obli|slant|kursiv|-it$|-I$|TI$|TZI$/i.test(name) ||
      (tex && /^..(?:ti|sl|it|bxti|bxsl|mi?ti)/i.test(name)),
    mono: /mono|courier|consol|typewriter|\bcode|menlo|inconsol|txtt|^(?:cm|sf|ec|lm)s?l?tt|[a-z]tt\d*$|beramono|sourcecode/i.test(
      name,
    ),
    math: /math|symbol|^cm(?:mi|sy|ex|bsy|mib)\d|^ms[ab]m\d|^eu[fsr][mb]\d|^lmmath|^rsfs|^(?:tx|px|nx)(?:sy|mi|ex)|mtmi|mtsy|mtex|stix.*(?:var|int|siz)|^newtx(?:mi|sy)|^libertinusmath/i.test(
      name,
    ),
    caps: /smallcap|smcp|csc\d|-sc(?:\b|$)|capsregular/i.test(name),
  }
}
