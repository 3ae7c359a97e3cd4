import { expect, test } from 'vitest'
import type { NoteDto } from '@/lib/discussion/schema'
import { lostThreads, placedThreads } from './placement'

const thread = (id: string, over: Partial<NoteDto>) => ({
  root: {
    id,
    start: 0,
    end: 5,
    exact: 'Power',
    placement: 'EXACT',
    version: 2,
    at: '2026-11-02',
    ...over,
  } as NoteDto,
  replies: [],
})
const ids = (threads: { root: NoteDto }[]) => threads.map((t) => t.root.id)
const threads = [
  thread('here', {}),
  thread('doubtful', { placement: 'UNCERTAIN', start: 6 }),
  thread('newer', { version: 3 }),
  thread('lost', { placement: 'ORPHANED', version: 1 }),
  thread('let-go', { placement: 'ORPHANED', at: '2026-11-03' }),
]

test('beside a text stand the notes that count into it, and nothing that counts into another', () => {
  const section = { version: 2, retiredAt: null }
  expect(ids(placedThreads(threads, section))).toEqual(['here', 'doubtful'])
  expect(ids(lostThreads(threads, section))).toEqual(['lost', 'let-go'])
})

test('a section that was taken out shows its notes at their words', () => {
  const section = { version: 2, retiredAt: '2026-11-09' }
  expect(ids(placedThreads(threads, section))).toEqual(['here', 'let-go', 'doubtful'])
  expect(ids(lostThreads(threads, section))).toEqual(['lost'])
})
