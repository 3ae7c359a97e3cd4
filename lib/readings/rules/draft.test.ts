import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftBlock, DraftSection } from '../draft-schema'
import { BLOCK_KINDS } from '../schema'
import * as draft from './draft'
import { draftProblems, pagesOf, sectionsOf } from './pages'

const words = fc.array(fc.constantFrom('harbour', 'Ferry', '조선', 'x', '1.', 'a b', '\n'), { maxLength: 5 })
const block = fc.record({
  kind: fc.constantFrom(...BLOCK_KINDS.filter((kind) => kind !== 'heading')),
  text: words.map((w) => w.join(' ')),
}) as fc.Arbitrary<DraftBlock>
const section = fc.record({
  heading: words.map((w) => w.join(' ')),
  level: fc.integer({ min: 1, max: 4 }),
  blocks: fc.array(block, { maxLength: 4 }),
}) as fc.Arbitrary<DraftSection>
const drafts = fc.array(section, { minLength: 1, maxLength: 5 })
const place = fc.nat(5)

type Operation = (s: draft.Sections, at: number, b: number, n: number) => draft.Sections

const KEEP_ORDER: Record<string, Operation> = {
  setLevel: (s, at, _, n) => draft.setLevel(s, at, n),
  setKind: (s, at, b) => draft.setKind(s, at, b, 'quote'),
  setOut: (s, at, b, n) => draft.setOut(s, at, b, n % 2 === 0),
  splitSection: (s, at, b) => draft.splitSection(s, at, b),
  mergeWithPrevious: draft.mergeWithPrevious,
  toHeading: draft.toHeading,
  splitBlock: draft.splitBlock,
  splitHeading: draft.splitHeading,
  joinWithNextBlock: draft.joinWithNextBlock,
}
/** Text passes a heading by; among itself it keeps its order. */
const PASS_HEADING: Record<string, Operation> = {
  givePrevious: draft.givePrevious,
  giveNext: draft.giveNext,
}
const CHANGE_ORDER: Record<string, Operation> = {
  moveBlock: (s, at, b, n) => draft.moveBlock(s, at, b, n % 2 ? 1 : -1),
  moveSection: (s, at, _, n) => draft.moveSection(s, at, n % 2 ? 1 : -1).sections,
}

describe('an operation on a draft', () => {
  test.each(Object.entries(KEEP_ORDER))('%s loses no letter and keeps the order', (_, run) => {
    fc.assert(
      fc.property(drafts, place, place, place, (s, at, b, n) => {
        const before = structuredClone(s)
        expect(draft.lettersOf(run(s, at, b, n))).toBe(draft.lettersOf(s))
        expect(s).toEqual(before)
      }),
    )
  })

  test.each(Object.entries(PASS_HEADING))('%s loses nothing and keeps the order of the text', (_, run) => {
    fc.assert(
      fc.property(drafts, place, place, place, (s, at, b, n) => {
        const [headings, texts] = [
          (list: draft.Sections) => list.map((x) => x.heading),
          (list: draft.Sections) => list.flatMap((x) => x.blocks),
        ]
        const after = run(s, at, b, n)
        expect(headings(after)).toEqual(headings(s))
        expect(texts(after)).toEqual(texts(s))
      }),
    )
  })

  test.each(Object.entries(CHANGE_ORDER))('%s loses no letter', (_, run) => {
    fc.assert(
      fc.property(drafts, place, place, place, (s, at, b, n) => {
        const sorted = (list: draft.Sections) => [...draft.lettersOf(list)].sort().join('')
        expect(sorted(run(s, at, b, n))).toBe(sorted(s))
      }),
    )
  })

  test('what is split and merged again is as it was', () => {
    fc.assert(
      fc.property(drafts, place, place, (s, at, b) => {
        const split = draft.splitSection(s, at, b)
        if (split !== s) expect(draft.mergeWithPrevious(split, at + 1)).toEqual(s)
      }),
    )
  })

  test('what moves down moves back up, within a section', () => {
    fc.assert(
      fc.property(drafts, place, place, (s, at, b) => {
        if (!s[at]?.blocks[b + 1]) return
        expect(draft.moveBlock(draft.moveBlock(s, at, b, 1), at, b + 1, -1)).toEqual(s)
      }),
    )
  })

  test('a run-in heading leaves its words, and marks follow theirs', () => {
    const text = 'Introduction North Korea itself'
    const sections: DraftSection[] = [
      { heading: 'A', level: 1, blocks: [{ kind: 'paragraph', text, marks: [[19, 24, 'em']] }] },
    ]
    const [, made] = draft.splitHeading(sections, 0, 0, 12)
    expect(made).toEqual({
      heading: 'Introduction',
      level: 1,
      blocks: [{ kind: 'paragraph', text: 'North Korea itself', marks: [[6, 11, 'em']] }],
    })
  })

  test('a page moves with the headings inside it', () => {
    const at = (heading: string, level: number): DraftSection => ({ heading, level, blocks: [] })
    const list = [at('A', 1), at('A1', 2), at('B', 1), at('B1', 2), at('C', 1)]
    const names = (s: draft.Sections) => s.map((x) => x.heading).join(' ')
    expect(names(draft.moveSection(list, 0, 1).sections)).toBe('B B1 A A1 C')
    expect(names(draft.moveSection(list, 2, -1).sections)).toBe('B B1 A A1 C')
    expect(names(draft.moveSection(list, 3, -1).sections)).toBe('A A1 B1 B C')
    expect(names(draft.moveSection(list, 1, 1).sections)).toBe('A B A1 B1 C')
    expect(draft.moveSection(list, 4, 1).sections).toBe(list)
  })
})

describe('pages of a draft', () => {
  const text = (t: string, more = {}): DraftBlock => ({ kind: 'paragraph', text: t, ...more })
  const sections: DraftSection[] = [
    { heading: 'Theory', level: 1, blocks: [text('One.'), text('Gone.', { out: true })] },
    { heading: 'Two levels', level: 2, blocks: [text('Two.'), { kind: 'note', text: '1 See.' }] },
    { heading: 'Cases', level: 1, blocks: [text('Three.')] },
  ]

  test('hold their own text and what is under lower headings, numbered, without what was taken out', () => {
    const [theory, cases] = pagesOf(sections)
    expect(theory?.blocks).toEqual([
      { kind: 'paragraph', text: 'One.', label: '1.1' },
      { kind: 'heading', level: 2, text: 'Two levels' },
      { kind: 'paragraph', text: 'Two.', label: '1.2' },
      { kind: 'note', text: '1 See.', label: '1.3' },
    ])
    expect(cases).toMatchObject({ heading: 'Cases', from: 2 })
  })

  test('come back as the sections that they were made of', () => {
    const back = pagesOf(sections).flatMap((p, i) => sectionsOf({ id: `s${i}`, ...p }))
    expect(pagesOf(back).map((p) => p.blocks)).toEqual(pagesOf(sections).map((p) => p.blocks))
    expect(back.map((s) => s.sectionId)).toEqual(['s0', undefined, 's1'])
  })

  test('cannot be published without names and text', () => {
    expect(draftProblems('T', '', sections)).toEqual({})
    const bare: DraftSection[] = [...sections, { heading: ' ', level: 1, blocks: [] }]
    expect(Object.keys(draftProblems(' ', '', bare))).toEqual([
      'title',
      'sections.3.heading',
      'sections.3.blocks',
    ])
  })
})
