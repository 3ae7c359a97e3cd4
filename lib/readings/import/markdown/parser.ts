import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath)

// The tree's types by way of the parser, so that its type package need not be a dependency of ours.
export type Root = ReturnType<typeof parser.parse>
export type RootContent = Root['children'][number]
export type Nodes = Root | RootContent
export type List = Extract<RootContent, { type: 'list' }>
export type Table = Extract<RootContent, { type: 'table' }>
export type FootnoteDefinition = Extract<RootContent, { type: 'footnoteDefinition' }>
