import 'server-only'
import rehypeKatex from 'rehype-katex'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options } from 'remark-rehype'
import { unified } from 'unified'
import { escapeHtml } from '@/lib/html'
import { finish, type MarkdownOptions } from './finish'

/**
 * What people may write: no raw HTML (it stays what was typed: words), no images (a remote picture would tell its host who
 * reads), links that open without telling where from. KaTeX runs after the sanitiser, on what the sanitiser let
 * through: its output is ours, not the writer's.
 */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (tag) => !['img', 'input', 'picture', 'source'].includes(tag),
  ),
  attributes: {
    ...defaultSchema.attributes,
    code: [['className', /^language-./, 'math-inline', 'math-display'] as [string, ...(string | RegExp)[]]],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'quote'] },
  clobberPrefix: 'md-',
}

type Handler = NonNullable<NonNullable<Options['handlers']>['html']>

/** A tag that somebody typed is shown as typed. Left out, it would take their words with it. */
const asWords: Handler = (_state, { value }: { value: string }, parent) => {
  const words = { type: 'text' as const, value }
  if (parent && parent.type !== 'root' && parent.type !== 'blockquote' && parent.type !== 'listItem')
    return words
  return { type: 'element', tagName: 'p', properties: {}, children: [words] }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype, { handlers: { html: asWords }, footnoteLabelTagName: 'p' })
  .use(rehypeSanitize, schema)
  .use(finish)
  .use(rehypeKatex, { output: 'mathml', maxExpand: 200, maxSize: 20 })
  .use(rehypeStringify)

/** A sign that the text may be more than plain paragraphs. */
const MARKUP = /[*_`#~\\[\]<>|$&]|https?:|www\.|@|^\s*(?:[-+]|\d+[.)])\s|^ {4}|={3,}|-{3,}/m

/** Most notes are plain: they need no parser (the full pipeline costs about a hundred times as much). */
const plainParagraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join('\n')

/** Plain words as safe HTML, signs and all. */
export const plainHtml = (source: string): string => (source.trim() ? plainParagraphs(source.trim()) : '')

/** Markdown with mathematics as safe HTML. Hostile text in, harmless HTML out. */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): string {
  const text = source.trim()
  if (!text) return ''
  if (!MARKUP.test(text)) return plainParagraphs(text)
  return String(processor.processSync({ value: text, data: { ...options } })).trim()
}
