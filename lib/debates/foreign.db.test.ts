import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { lastSeq } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type Cast, enrol, makeCourse, makeSection, useDatabase } from '@/lib/testing/database'
import * as commands from './commands'
import { AddClaim, CreateDebate, EditClaim } from './schema'
import { controlSession } from './session/control'
import { changeHand } from './session/hands'
import { AddStatement, ChangeHand, ClaimStatement, ControlSession, EditStatement } from './session/schema'
import { addStatement, claimStatement, deleteStatement, editStatement } from './session/statements'

useDatabase()

type Room = {
  courseId: string
  cast: Cast
  debateId: string
  claim: string
  answer: string
  second: string
  source: string
  statement: string
  phase: string
}

const idOf = (actor: Actor, courseId: string): string =>
  actor.memberships.find((m) => m.courseId === courseId)?.id ?? ''

/** A course with a debate in session, three claims, a source and a statement. */
async function room(): Promise<Room> {
  const { courseId, cast } = await makeCourse()
  const { sectionId } = await makeSection(courseId)
  const { id: debateId } = await commands.createDebate(
    cast.instructor,
    CreateDebate.parse({
      ...{ courseId, motion: 'This House would.' },
      phases: [
        { name: 'Opening', minutes: 5, kind: 'OPENING' },
        { name: 'Floor', minutes: 5, kind: 'FLOOR' },
      ],
    }),
  )
  const say = (over: object = {}) =>
    commands.addClaim(
      cast.student,
      AddClaim.parse({ debateId, relation: 'SUPPORTS', text: 'Because.', ...over }),
    )
  const passage = { kind: 'PASSAGE', sectionId, start: 0, end: 3, exact: 'The' }
  const claim = await say({ sources: [passage] })
  const [answer, second] = [await say({ parentId: claim.id }), await say()]
  const source = await db.claimSource.findFirstOrThrow({ where: { claimId: claim.id } })
  await controlSession(cast.instructor, ControlSession.parse({ debate: debateId, act: 'start', revision: 0 }))
  const statement = await addStatement(cast.student, AddStatement.parse({ debateId, text: 'Words.' }))
  const phase = await db.phase.findFirstOrThrow({ where: { debateId }, orderBy: { position: 'desc' } })
  return {
    ...{ courseId, cast, debateId, claim: claim.id, answer: answer.id, second: second.id },
    ...{ source: source.id, statement: statement.id, phase: phase.id },
  }
}

let here: Room
let there: Room
/** Teaches in the one course and is no member of the other. */
let stranger: Actor

beforeAll(async () => {
  ;[here, there] = [await room(), await room()]
  stranger = there.cast.instructor
})

const claimOf = (over: object) => AddClaim.parse({ relation: 'SUPPORTS', text: 'Because.', ...over })
const stateOf = async ({ courseId, debateId }: Room) => ({
  seq: await lastSeq(courseId),
  claims: await db.claim.findMany({ where: { debateId }, orderBy: { number: 'asc' } }),
  sources: await db.claimSource.count({ where: { claim: { debateId } } }),
  statements: await db.statement.findMany({ where: { debateId } }),
  session: await db.debateSession.findFirst({ where: { debateId } }),
  hands: await db.hand.count({ where: { debateId } }),
})

/** Every way to write into a debate of which one knows the ids. */
const writes = (by: Actor, r: Room): [string, () => Promise<unknown>][] => [
  ['add', () => commands.addClaim(by, claimOf({ debateId: r.debateId }))],
  ['answer', () => commands.addClaim(by, claimOf({ debateId: r.debateId, parentId: r.claim }))],
  ['edit', () => commands.editClaim(by, EditClaim.parse({ id: r.claim, text: 'Worse.' }))],
  ['delete', () => commands.deleteClaim(by, { id: r.second })],
  ['move', () => commands.moveClaim(by, { id: r.answer, parentId: null })],
  ['merge', () => commands.mergeClaims(by, { id: r.second, intoId: r.claim })],
  ['link', () => commands.linkClaims(by, { ids: [r.claim, r.second] })],
  ['judge', () => commands.judgeClaim(by, { id: r.claim, impact: 4, probability: null })],
  ['state', () => addStatement(by, AddStatement.parse({ debateId: r.debateId, text: 'Mine.' }))],
  ['restate', () => editStatement(by, EditStatement.parse({ id: r.statement, text: 'Mine.', side: null }))],
  ['unstate', () => deleteStatement(by, { id: r.statement })],
  [
    'claim it',
    () => claimStatement(by, ClaimStatement.parse({ id: r.statement, relation: 'SUPPORTS', text: 'It.' })),
  ],
  ['hand', () => changeHand(by, ChangeHand.parse({ debate: r.debateId, act: 'raise' }))],
  ['next', () => controlSession(by, ControlSession.parse({ debate: r.debateId, act: 'next', revision: 1 }))],
  ['close', () => commands.closeDebate(by, { id: r.debateId })],
]

test('nothing of another course is found by its ids, whatever one is elsewhere, and nothing of it changes', async () => {
  const before = await stateOf(here)
  for (const [what, write] of writes(stranger, here))
    await expect(write(), what).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await stateOf(here)).toEqual(before)
})

test('who only reads writes nothing', async () => {
  const before = await stateOf(here)
  for (const [what, write] of writes(here.cast.observer, here))
    await expect(write(), what).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await stateOf(here)).toEqual(before)
})

test('ids of two courses do not mix, even for who teaches in both', async () => {
  const both = await enrol(stranger, here.courseId, 'INSTRUCTOR')
  const [mine, theirs] = [await stateOf(here), await stateOf(there)]
  const missing = { code: 'NOT_FOUND' }
  const foreign = { kind: 'PASSAGE', start: 0, end: 3, exact: 'The' }
  const { sectionId } = await db.claimSource.findUniqueOrThrow({ where: { id: there.source } })
  const move = { debate: here.debateId, revision: 1 }
  const tries: [string, () => Promise<unknown>, object][] = [
    [
      'parent',
      () => commands.addClaim(both, claimOf({ debateId: here.debateId, parentId: there.claim })),
      missing,
    ],
    ['moved', () => commands.moveClaim(both, { id: here.second, parentId: there.claim }), missing],
    ['merged', () => commands.mergeClaims(both, { id: here.second, intoId: there.claim }), {}],
    ['linked', () => commands.linkClaims(both, { ids: [here.claim, there.claim] }), {}],
    [
      'source',
      () =>
        commands.addClaim(both, claimOf({ debateId: here.debateId, sources: [{ ...foreign, sectionId }] })),
      missing,
    ],
    [
      'speaker',
      () =>
        addStatement(
          both,
          AddStatement.parse({
            ...{ debateId: here.debateId, text: 'Said.' },
            speakerId: idOf(there.cast.student, there.courseId),
          }),
        ),
      missing,
    ],
    [
      'statement',
      () =>
        claimStatement(
          both,
          ClaimStatement.parse({
            ...{ id: here.statement, relation: 'SUPPORTS', text: 'It.', parentId: there.claim },
          }),
        ),
      missing,
    ],
    [
      'phase',
      () => controlSession(both, ControlSession.parse({ ...move, act: 'go', phaseId: there.phase })),
      {},
    ],
  ]
  for (const [what, attempt, refused] of tries) await expect(attempt(), what).rejects.toMatchObject(refused)
  // a source goes by its own id: one of another claim is not taken away along with an edit
  await commands.editClaim(
    both,
    EditClaim.parse({ id: here.claim, text: 'Because.', remove: [there.source] }),
  )
  expect((await stateOf(here)).sources).toBe(mine.sources)
  expect(await stateOf(there)).toEqual(theirs)
  expect((await stateOf(here)).claims.map((c) => [c.id, c.parentId])).toEqual(
    mine.claims.map((c) => [c.id, c.parentId]),
  )
})
