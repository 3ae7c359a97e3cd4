import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import type { Role } from '@/lib/generated/prisma/enums'
import { type Actor, authorise, may, PERMISSIONS, type Verb } from '.'

const COURSE = 'course'
type Who = Role | 'OWNER' | 'OUTSIDER'

function actor(who: Who): Actor {
  const at = new Date('2026-11-24T09:00:00Z')
  const base = { userId: who, name: who, siteOwner: who === 'OWNER', at }
  if (who === 'OWNER') return { ...base, memberships: [] }
  const courseId = who === 'OUTSIDER' ? 'another course' : COURSE
  return {
    ...base,
    memberships: [{ id: `m-${who}`, courseId, role: who === 'OUTSIDER' ? 'STUDENT' : who, groupId: null }],
  }
}

/**
 * Who may, read aloud: I(nstructor), A(ssistant), S(tudent), O(bserver), W (site owner), X (a member of another
 * course). Own: what one has made oneself; others': what somebody else has made. Everything open.
 */
const MAY: Record<Verb, { own: string; others: string }> = {
  'site.manage': { own: 'W', others: 'W' },
  'course.create': { own: 'IW', others: 'IW' },
  'course.join': { own: 'IASOWX', others: 'IASOWX' },
  'course.view': { own: 'IASO', others: 'IASO' },
  'course.edit': { own: 'I', others: 'I' },
  'members.view': { own: 'IASO', others: 'IASO' },
  'members.manage': { own: 'I', others: 'I' },
  'reading.view': { own: 'IASO', others: 'IASO' },
  'reading.edit': { own: 'IA', others: 'IA' },
  'reading.progress': { own: 'IASO', others: 'IASO' },
  'note.view': { own: 'IASO', others: 'IASO' },
  'note.write': { own: 'IAS', others: 'IAS' },
  'note.edit': { own: 'IAS', others: '' },
  'note.delete': { own: 'IAS', others: 'IA' },
  'note.assess': { own: 'IA', others: 'IA' },
  'note.react': { own: '', others: 'IAS' },
  'note.resolve': { own: 'IAS', others: 'IA' },
  'note.follow': { own: 'IASO', others: 'IASO' },
  'note.place': { own: 'IAS', others: 'IA' },
  'section.lead': { own: 'IA', others: 'IA' },
  'note.moderate': { own: 'IA', others: 'IA' },
  'report.make': { own: '', others: 'IAS' },
  'report.handle': { own: 'IA', others: 'IA' },
  'debate.view': { own: 'IASO', others: 'IASO' },
  'debate.manage': { own: 'IA', others: 'IA' },
  'claim.add': { own: 'IAS', others: 'IAS' },
  'claim.edit': { own: 'IAS', others: 'IA' },
  'claim.delete': { own: 'IAS', others: 'IA' },
  'claim.judge': { own: 'IAS', others: 'IAS' },
  'claim.merge': { own: 'IA', others: 'IA' },
  'claim.moderate': { own: 'IA', others: 'IA' },
  'side.take': { own: 'S', others: 'S' },
  'session.control': { own: 'IA', others: 'IA' },
  'hand.raise': { own: 'IAS', others: 'IAS' },
  'statement.write': { own: 'IAS', others: 'IAS' },
  'statement.note': { own: 'IA', others: 'IA' },
  'statement.edit': { own: 'IAS', others: 'IA' },
  'poll.view': { own: 'IASO', others: 'IASO' },
  'poll.manage': { own: 'IA', others: 'IA' },
  'poll.turnout': { own: 'IA', others: 'IA' },
  'ballot.cast': { own: 'S', others: 'S' },
  'matrix.view': { own: 'IASO', others: 'IASO' },
  'matrix.edit': { own: 'IA', others: 'IA' },
  'matrix.rate': { own: 'IAS', others: 'IAS' },
  'cell.comment': { own: 'IAS', others: 'IAS' },
  'cell.edit': { own: 'IAS', others: '' },
  'cell.delete': { own: 'IAS', others: 'IA' },
  'survey.view': { own: 'IASO', others: 'IASO' },
  'survey.manage': { own: 'IA', others: 'IA' },
  'survey.vote': { own: 'IAS', others: 'IAS' },
  'critique.view': { own: 'IASO', others: 'IASO' },
  'critique.write': { own: 'S', others: '' },
  'critique.start': { own: 'S', others: 'S' },
  'critique.read': { own: 'IASO', others: 'IA' },
  'critique.manage': { own: 'IA', others: 'IA' },
  'review.write': { own: 'S', others: 'S' },
  'review.moderate': { own: 'IA', others: 'IA' },
  'review.rate': { own: 'S', others: '' },
  'grade.give': { own: 'IA', others: 'IA' },
  'grade.release': { own: 'IA', others: 'IA' },
  'gradebook.view': { own: 'IA', others: 'IA' },
  'scheme.edit': { own: 'I', others: 'I' },
  'desk.view': { own: 'IA', others: 'IA' },
}

const PEOPLE: Record<string, Who> = {
  I: 'INSTRUCTOR',
  A: 'ASSISTANT',
  S: 'STUDENT',
  O: 'OBSERVER',
  W: 'OWNER',
  X: 'OUTSIDER',
}

/** Verbs that belong to no course are asked without one. */
const courseOf = (verb: Verb): string | null =>
  verb === 'site.manage' || verb === 'course.create' || verb === 'course.join' ? null : COURSE

const allowed = (verb: Verb, facts: { mine: boolean; open: boolean }): string =>
  Object.entries(PEOPLE)
    .filter(([, who]) => {
      const authorId = facts.mine ? `m-${who}` : 'm-somebody-else'
      return may(actor(who), verb, courseOf(verb), { authorId, open: facts.open })
    })
    .map(([letter]) => letter)
    .join('')

describe('the policy', () => {
  test('names every verb here too', () => {
    expect(Object.keys(MAY).sort()).toEqual(Object.keys(PERMISSIONS).sort())
  })

  test.each(Object.keys(MAY) as Verb[])('%s is for exactly those it is for', (verb) => {
    expect(allowed(verb, { mine: true, open: true })).toBe(MAY[verb].own)
    expect(allowed(verb, { mine: false, open: true })).toBe(MAY[verb].others)
  })

  test('what is closed takes no claim, ballot, critique or review from anybody', () => {
    for (const verb of [
      'claim.add',
      'claim.edit',
      'ballot.cast',
      'critique.start',
      'critique.write',
      'review.write',
    ] as const)
      expect(allowed(verb, { mine: true, open: false })).toBe('')
  })
})

describe('a refusal', () => {
  const refused = (who: Who, verb: Verb, facts = {}): unknown => {
    try {
      authorise(actor(who), verb, COURSE, facts)
      return null
    } catch (error) {
      return error instanceof AppError ? error.code : error
    }
  }
  test('is not found to outsiders, forbidden to members, and says when only the closing stands in the way', () => {
    expect(refused('OUTSIDER', 'note.write')).toBe('NOT_FOUND')
    expect(refused('OWNER', 'course.view')).toBe('NOT_FOUND')
    expect(refused('OBSERVER', 'note.write')).toBe('FORBIDDEN')
    expect(refused('STUDENT', 'ballot.cast', { open: false })).toBe('CLOSED')
    expect(refused('OBSERVER', 'ballot.cast', { open: false })).toBe('FORBIDDEN')
    expect(refused('STUDENT', 'ballot.cast', { open: true })).toBe(null)
  })
})
