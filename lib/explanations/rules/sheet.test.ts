import { expect, test } from 'vitest'
import type { EvidenceDto } from '../schema'
import { flipSentence } from './flip-words'
import { matrixSheet } from './sheet'

const row: EvidenceDto = {
  ...{
    id: 'e',
    code: 'E1',
    date: '2006-10-09',
    dateLabel: '9 Oct 2006',
    observation: '=SUM(A1)',
    source: '',
  },
  ...{ testType: '', tests: [], argument: '', credibility: 'LOW', relevance: 'HIGH', benched: false },
  ...{ passage: null, url: null, suggested: { H1: 'C' }, own: { H1: 'CC' }, reasons: { H1: 'because' } },
  ...{ likelihoods: {}, classes: { H1: [3, 1, 0, 0, 0, 0] }, comments: {} },
}
const page = {
  explanations: [
    { id: 'h', code: 'H1', name: 'One', shortName: 'One', hue: 1 },
    { id: 'i', code: 'H2', name: 'Two', shortName: 'Two', hue: 2 },
  ],
  rows: [row],
  bench: [],
  can: { rate: true, edit: false },
}

test('the sheet has the same columns in every row, and nothing of a cell that does not show', () => {
  const [head = [], line = []] = matrixSheet(page)
  expect(line).toHaveLength(head.length)
  const at = (name: string) => line[head.indexOf(name)]
  expect([at('H1 start'), at('H1 mine'), at('H1 class'), at('H1 class n')]).toEqual(['C', 'CC', 'CC', 4])
  expect([at('H2 class'), at('H2 class n')]).toEqual(['', ''])
})

test('the smallest change that moves the lead is a sentence', () => {
  const matrix = {
    explanations: ['H1', 'H2'],
    evidence: [
      { id: 'E1', ratings: { H1: 'I', H2: 'N' } },
      { id: 'E2', ratings: { H1: 'N', H2: 'N' } },
    ] as const,
  }
  expect(flipSentence({ ...matrix, evidence: [...matrix.evidence] })).toBe(
    'Change E1 against H1 from I to N, and the leader changes: H1 and H2 lead together.',
  )
  expect(flipSentence({ explanations: [], evidence: [] })).toBe('')
})
