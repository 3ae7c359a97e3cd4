import { describe, expect, test } from 'vitest'
import { type NewsEvent, tellNews } from './news'
import { nextStep, type Situation } from './next-step'

const event = (type: string, subjectId: string, scopeId: string | null = null, payload = {}): NewsEvent => ({
  type,
  subjectId,
  scopeId,
  payload,
})

describe('what is new', () => {
  const places = new Map([
    ['s1', { title: '1. Introduction', href: '/c/readings/r/1' }],
    ['d1', { title: 'This house believes', href: '/c/debates/d' }],
  ])
  const notes = new Map<string, 'reply' | 'question' | 'note'>([
    ['n1', 'note'],
    ['n2', 'reply'],
    ['n3', 'question'],
    ['n4', 'note'],
  ])
  const tell = (events: NewsEvent[]) =>
    tellNews(events, { base: '/c', places, notes }).map((i) => `${i.text} ${i.place}`)

  test('notes are counted by section', () => {
    expect(tell([event('note.posted', 'n1', 's1')])).toEqual(['1 new note in 1. Introduction'])
    expect(tell(['n1', 'n2', 'n3', 'n4'].map((n) => event('note.posted', n, 's1')))).toEqual([
      '1 new question, 2 notes and 1 reply in 1. Introduction',
    ])
  })

  test('what the viewer may not see is not told', () => {
    expect(tell([event('note.posted', 'hidden', 's1'), event('claim.added', 'c', 'elsewhere')])).toEqual([])
  })

  test('what asks for something comes first, ballots are never news', () => {
    const events = [
      event('member.joined', 'm1'),
      event('member.joined', 'm2'),
      event('note.posted', 'n1', 's1'),
      event('claim.added', 'c1', 'd1'),
      event('poll.turnout', 'd1', 'd1'),
      event('reading.published', 'x', null, { title: 'Second text', slug: 'second' }),
      event('reading.revised', 's1', 's1', { title: 'First text', slug: 'first' }),
      event('reading.revised', 's2', 's2', { title: 'First text', slug: 'first' }),
      event('debate.closed', 'd1', 'd1'),
    ]
    expect(tell(events)).toEqual([
      'A debate closed: This house believes',
      'A new reading: Second text',
      'A reading was revised: First text',
      '1 new claim in This house believes',
      '1 new note in 1. Introduction',
      '2 people joined the course',
    ])
  })

  test('many sections end in one line', () => {
    const many = new Map(Array.from({ length: 8 }, (_, i) => [`s${i}`, { title: `${i}`, href: '' }] as const))
    const seen = new Map(Array.from({ length: 8 }, (_, i) => [`n${i}`, 'note'] as const))
    const items = tellNews(
      Array.from({ length: 8 }, (_, i) => event('note.posted', `n${i}`, `s${i}`)),
      { base: '/c', places: many, notes: seen },
    )
    expect(items).toHaveLength(6)
    expect(items.at(-1)).toMatchObject({ text: '3 new notes in', place: '3 other sections' })
  })
})

describe('the next step', () => {
  const situation: Situation = {
    base: '/c',
    role: 'STUDENT',
    members: 9,
    polls: [{ question: 'Which?', href: '/p', voted: false }],
    debates: [{ motion: 'That', href: '/d' }],
    assignments: [{ title: 'Critique', href: '/a', handedIn: false }],
    sections: [
      { position: 1, heading: 'One', href: '/1', read: true, notes: 2 },
      { position: 2, heading: 'Two', href: '/2', read: false, notes: 5 },
    ],
  }
  const verb = (over: Partial<Situation>) => nextStep({ ...situation, ...over })?.verb
  const voted = [{ question: 'Which?', href: '/p', voted: true }]
  const allRead = situation.sections.map((s) => ({ ...s, read: true }))

  test('a student votes, then reads, then writes, then argues', () => {
    expect(nextStep(situation)).toEqual({ verb: 'Vote', what: 'Which?', href: '/p' })
    expect(nextStep({ ...situation, polls: voted })).toMatchObject({ verb: 'Go on reading', what: '2. Two' })
    expect(verb({ polls: voted, sections: allRead })).toBe('Write your critique')
    const handed = { title: 'Critique', href: '/a', handedIn: true }
    const reviewing = {
      ...situation,
      polls: voted,
      sections: allRead,
      assignments: [{ ...handed, toReview: 2 }],
    }
    expect(nextStep(reviewing)).toMatchObject({ verb: 'Review 2 critiques', href: '/a/reviews' })
    const closed = { title: 'Critique', href: '/a', handedIn: false, open: false }
    expect(verb({ polls: voted, sections: allRead, assignments: [closed] })).toBe('Join the debate')
    expect(verb({ polls: voted, sections: allRead, assignments: [] })).toBe('Join the debate')
    expect(verb({ polls: [], sections: allRead, assignments: [], debates: [] })).toBe('See the margins')
  })

  test('an instructor alone invites, then leads', () => {
    expect(verb({ role: 'INSTRUCTOR', members: 1 })).toBe('Get the link')
    expect(verb({ role: 'INSTRUCTOR' })).toBe('Lead the debate')
  })

  test('an observer is never asked to vote or to write', () => {
    expect(verb({ role: 'OBSERVER' })).toBe('Go on reading')
    expect(verb({ role: 'OBSERVER', sections: allRead })).toBe('Follow the debate')
  })

  test('an empty course has none', () => {
    expect(nextStep({ ...situation, polls: [], debates: [], assignments: [], sections: [] })).toBeNull()
  })
})
