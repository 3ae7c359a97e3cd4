import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoteDto } from '@/lib/discussion/schema'
import { matches, NO_FILTER, peopleOf, tagsOf, type VIEWS, type Viewer } from './filters'
import { marginThreads, posts, threadsOf } from './threads'

const base: NoteDto = {
  id: '',
  threadId: null,
  parentId: null,
  promptId: null,
  kind: 'COMMENT',
  visibility: 'COURSE',
  authorId: 'a',
  author: 'A',
  role: 'STUDENT',
  html: '',
  exact: 'x',
  start: 0,
  end: 1,
  placement: 'EXACT',
  at: '2026-01-01T00:00:00.000Z',
  edited: false,
  deleted: false,
  hidden: false,
  locked: false,
  pinned: false,
  resolved: false,
  tags: [],
  same: 0,
  thanks: 0,
  version: 1,
}

const person = fc.constantFrom('a', 'b', 'c')
const roots = fc.array(
  fc.record({
    authorId: person,
    kind: fc.constantFrom('COMMENT', 'QUESTION') as fc.Arbitrary<NoteDto['kind']>,
    start: fc.nat(50),
    deleted: fc.boolean(),
    resolved: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    replies: fc.array(fc.record({ authorId: person, deleted: fc.boolean() }), { maxLength: 4 }),
  }),
  { maxLength: 12 },
)
const notesOf = (list: typeof roots extends fc.Arbitrary<infer T> ? T : never): NoteDto[] =>
  list.flatMap(({ replies, ...root }, i) => [
    { ...base, ...root, id: `r${i}`, author: root.authorId.toUpperCase() },
    ...replies.map((reply, k) => ({
      ...base,
      ...reply,
      author: reply.authorId.toUpperCase(),
      id: `r${i}.${k}`,
      kind: 'REPLY' as const,
      start: null,
      threadId: `r${i}`,
      parentId: k > 0 && k % 2 ? `r${i}.${k - 1}` : `r${i}`,
    })),
  ])

const viewer: Viewer = { memberId: 'a', isNew: (note) => note.authorId === 'b' }

describe('threads', () => {
  test('hold every note that is there, each once, and no deleted one that nobody answered', () => {
    fc.assert(
      fc.property(roots, (list) => {
        const notes = notesOf(list)
        const ids = threadsOf(notes).flatMap((t) => posts(t).map((n) => n.id))
        expect(new Set(ids).size).toBe(ids.length)
        const gone = new Set(threadsOf(notes).map((t) => t.root.id))
        for (const note of notes)
          if (!note.deleted && gone.has(note.threadId ?? note.id)) expect(ids).toContain(note.id)
        for (const note of notes) {
          const answered = notes.some((other) => other.parentId === note.id && !other.deleted)
          if (note.deleted && !answered) expect(ids).not.toContain(note.id)
        }
      }),
    )
  })

  test('ten thousand are grouped without a pause', () => {
    const notes = Array.from({ length: 10_000 }, (_, i) => ({
      ...base,
      id: `${i}`,
      deleted: true,
      ...(i % 2 ? { threadId: `${i - 1}`, parentId: `${i - 1}` } : {}),
    }))
    const began = performance.now()
    threadsOf(notes)
    expect(performance.now() - began).toBeLessThan(200)
  })
})

describe('filters', () => {
  test('only ever leave out, and "unanswered" is a part of "questions"', () => {
    fc.assert(
      fc.property(roots, (list) => {
        const threads = marginThreads(threadsOf(notesOf(list)))
        const by = (view: (typeof VIEWS)[number]) =>
          threads.filter((t) => matches(t, { ...NO_FILTER, view }, viewer))
        expect(by('all')).toEqual(threads)
        const questions = new Set(by('questions'))
        for (const thread of by('unanswered')) expect(questions.has(thread)).toBe(true)
        for (const thread of by('mine')) expect(posts(thread).some((n) => n.authorId === 'a')).toBe(true)
        for (const { id } of peopleOf(threads))
          expect(threads.some((t) => matches(t, { ...NO_FILTER, person: id }, viewer))).toBe(true)
        for (const tag of tagsOf(threads))
          expect(threads.some((t) => matches(t, { ...NO_FILTER, tag }, viewer))).toBe(true)
      }),
    )
  })

  test('a question is answered by somebody else’s reply, or by being resolved', () => {
    const question = { ...base, id: 'q', kind: 'QUESTION' as const }
    const reply = { ...base, id: 'r', kind: 'REPLY' as const, threadId: 'q', parentId: 'q' }
    const open = (...notes: NoteDto[]) =>
      threadsOf(notes).some((t) => matches(t, { ...NO_FILTER, view: 'unanswered' }, viewer))
    expect(open(question)).toBe(true)
    expect(open(question, reply)).toBe(true)
    expect(open(question, { ...reply, authorId: 'b' })).toBe(false)
    expect(open(question, { ...reply, authorId: 'b', deleted: true })).toBe(true)
    expect(open({ ...question, resolved: true })).toBe(false)
  })
})
