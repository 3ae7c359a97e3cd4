import type { Method } from './types'

export const METHOD_NAMES: Record<Method, string> = {
  plurality: 'First choices alone',
  approval: 'Approval',
  score: 'Score',
  star: 'STAR',
  borda: 'Borda',
  irv: 'Instant-runoff',
  copeland: 'Copeland',
  minimax: 'Minimax',
  schulze: 'Schulze',
  'ranked-pairs': 'Ranked pairs',
  kemeny: 'Kemeny',
}
