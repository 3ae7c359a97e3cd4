import type { Block, Container } from './model'

type Doc = PDFKit.PDFDocument
export type Element = ReturnType<Doc['struct']>

type Open = { container: Container; element: Element }

/**
 * The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8), made block by block in reading order: lists, items and
 * quotations are opened where a block stands in them, and closed where the next does not.
 */
export class Tags {
  private readonly root: Element
  private open: Open[] = []

  constructor(private readonly doc: Doc) {
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  private child(parent: Element, tag: string): Element {
    const element = this.doc.struct(tag)
    parent.add(element)
    return element
  }

  /** The block's own element, and where its mark belongs: beside the body of a list's item, or in front of its words. */
  begin({ tag = 'P', within = [], mark }: Omit<Block, 'runs'>): { leaf: Element; label: Element } {
    const shared = this.open.findIndex(({ container }, i) => container !== within[i])
    this.open.length = shared < 0 ? Math.min(this.open.length, within.length) : shared
    let label: Element | undefined
    for (const container of within.slice(this.open.length)) {
      const parent = this.open.at(-1)?.element ?? this.root
      if (container.tag === 'LBody' && mark) label = this.child(parent, 'Lbl')
      this.open.push({ container, element: this.child(parent, container.tag) })
    }
    const leaf = this.child(this.open.at(-1)?.element ?? this.root, tag)
    return { leaf, label: label ?? leaf }
  }

  /** What `draw` draws is part of the element. */
  content(element: Element, tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag)
    draw()
    this.doc.endMarkedContent()
    element.add(content)
  }

  /** A link of its own within a block; ended at once, while its page is the one that is written on. */
  link(parent: Element, draw: (link: Element) => void): void {
    const element = this.child(parent, 'Link')
    this.content(element, 'Link', () => draw(element))
    element.end()
  }

  /** What is no part of the text: rules, and the foot of the page. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }
}
