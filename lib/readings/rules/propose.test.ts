import { expect, it } from 'vitest'
import type { ImportedSection } from '../import/types'
import { proposedDraft } from './propose'

const section = (heading: string, text: string): ImportedSection => ({
  heading,
  level: 1,
  blocks: [{ kind: 'paragraph', text }],
})
const propose = (sections: ImportedSection[], title?: string) =>
  proposedDraft('ferry_notes.pdf', {
    ...(title ? { title } : {}),
    authors: [],
    sections,
    bibliography: [],
    warnings: ['A remark.'],
  })

it('what has headings keeps them', () => {
  const { sections, warnings } = propose([section('Theory', 'One.'), section('Results', 'Two.')])
  expect(sections.map((s) => s.heading)).toEqual(['Theory', 'Results'])
  expect(warnings).toEqual(['A remark.'])
})

it('every section can be published at once: one without a heading is given one, and that is said', () => {
  const long = 'The ferry leaves at six in the morning, and nobody who lives there has been late.'
  const { sections, warnings } = propose([
    section('', 'For B.'),
    section('Theory', 'One.'),
    section(' ', long),
  ])
  expect(sections.map((s) => s.heading)).toEqual([
    'Opening',
    'Theory',
    'The ferry leaves at six in the morning, and…',
  ])
  expect(warnings[0]).toMatch(/^2 sections had no heading/)
})

it('a text without any heading is called by its title, or by the name of its file', () => {
  expect(propose([section('', 'One.')], 'The Ferry').sections[0]?.heading).toBe('The Ferry')
  expect(propose([section('', 'One.')]).sections[0]?.heading).toBe('ferry notes')
})

it('words without spaces are cut between characters', () => {
  const { sections } = propose([section('A', 'x'), section('', `${'渡轮'.repeat(23)}𠀀𠀀𠀀𠀀`)])
  expect(sections[1]?.heading).toMatch(/^(?:渡轮)+𠀀?…$/)
})
