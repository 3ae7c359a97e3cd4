import { describe, expect, test } from 'vitest'
import type { Role } from './floor'
import { speakersOf } from './floor'
import { FORMATS } from './formats'
import { type Seat, taskFor } from './seat'

const phases = FORMATS[0]?.phases ?? []
const P1: Role = { side: 'FOR', label: 'P1', part: 'SPEAKER' }
const O1: Role = { side: 'AGAINST', label: 'O1', part: 'SPEAKER' }

const seat = (name: string, more: Partial<Seat> = {}): Seat => {
  const i = phases.findIndex((p) => p.name === name)
  return {
    ...{ state: 'RUNNING', phase: phases[i] ?? null, next: phases[i + 1] ?? null, role: null },
    ...{ votes: true, ballotsOpen: true, speaking: false, place: null, speakers: [] },
    ...more,
  }
}
const kind = (name: string, more?: Partial<Seat>) => taskFor(seat(name, more)).kind
const title = (name: string, more?: Partial<Seat>) => taskFor(seat(name, more)).title

describe('the one thing to do now', () => {
  test('is said for every phase of every format and every role', () => {
    for (const { phases: all } of FORMATS)
      for (const [i, phase] of all.entries())
        for (const role of [null, P1, O1, { side: null, label: 'chair', part: 'CHAIR' } as const])
          for (const place of [null, 0, 3]) {
            const t = taskFor({ ...seat('', { role, place }), phase, next: all[i + 1] ?? null })
            expect(t.title.length * t.detail.length, phase.name).toBeGreaterThan(0)
          }
  })
  test('follows from the phase, the role and the queue', () => {
    expect(kind('Pre-vote')).toBe('vote')
    expect(kind('Pre-vote', { votes: false })).toBe('listen')
    expect(kind('Post-vote', { ballotsOpen: false })).toBe('held')
    expect(title('Opening, Proposition', { role: P1 })).toBe('It is your turn to speak')
    expect(title('Opening, Proposition', { role: O1 })).toBe('You speak next')
    expect(title('Opening, Proposition', { speakers: ['Amara (P1)'] })).toBe('Listen to Amara (P1)')
    expect(title('Team conference', { role: P1 })).toBe('Confer with your team')
    expect(title('Team conference')).toBe('Write one question')
    expect(title('Floor')).toBe('Raise your hand to speak')
    expect(title('Floor', { role: P1 })).toBe('Listen to the floor')
    expect(title('Floor', { place: 0 })).toBe('You are next in the queue')
    expect(title('Floor', { place: 2 })).toBe('You are number 3 in the queue')
    expect(title('Floor', { speaking: true })).toBe('You have the floor')
    expect(kind('Debrief')).toBe('result')
    expect(kind('', { state: 'READY' })).toBe('read')
    expect(kind('Floor', { state: 'ENDED' })).toBe('result')
  })
})

test('who may speak is told by name where there is one', () => {
  const roles = [{ ...P1, name: 'Amara' }]
  expect(speakersOf(['P1', 'O2', 'JURORS'], roles)).toEqual(['Amara (P1)', 'O2', 'Jurors'])
})
